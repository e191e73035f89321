import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findMs } from "../support/driver.ts";
import { launchChromium, type PuppeteerDriver } from "../support/puppeteer-driver.ts";
import { libraries, startHostSite, type HostSite } from "./host-site.ts";

/** Where Connect is shown, and how it is found. */
const places = [
  { place: "inline in the element", opener: ["#inline", "button"], box: "#box", connect: "#inline" },
  { place: "in a container", opener: ["#own"], box: "#room", connect: "#own" },
  { place: "over the page", opener: ["#modal", "button"], box: undefined, connect: "#modal" },
];

/** In a page: everything that is shown of Connect, in whatever shadow tree. */
const findAll = `(selector, root = document) => [
  ...root.querySelectorAll(selector),
  ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? findAll(selector, shadowRoot) : [])),
]`;

describe.each(libraries)("a page that $name keeps", (library) => {
  let site: HostSite;
  let driver: PuppeteerDriver;
  beforeAll(async () => {
    site = await startHostSite(library);
    driver = await launchChromium();
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });
  beforeEach(() => driver.goto(`${site.url}/one`));
  afterEach(() => driver.evaluate(`(sessionStorage.clear(), localStorage.clear())`));

  const evaluate = <T>(expression: string): Promise<T> =>
    driver.evaluate(`{ const findAll = ${findAll}; ${expression} }`);
  const until = (expression: string, value: unknown): Promise<void> =>
    expect.poll(() => evaluate(expression).catch(String), { timeout: findMs }).toEqual(value);
  const stages = (): Promise<number> => evaluate(`findAll("[data-human-connect-stage]").length`);

  /** Opens Connect, and has the page note how that goes on. */
  async function open({ opener, connect }: (typeof places)[number]): Promise<string> {
    await until(`document.querySelector("${connect}")?.connect?.getState().status ?? "none"`, "idle");
    await evaluate(`{
      const { connect } = document.querySelector("${connect}");
      connect.on("close", ({ reason }) => told.push(reason));
      connect.on("error", ({ error }) => told.push(error.code));
    }`);
    await driver.click(...opener);
    await until(`Boolean(findAll("[data-live]").length)`, true);
    return evaluate(`new URL(findAll("#human-api")[0].src).searchParams.get("token")`);
  }

  async function follow(id: string): Promise<void> {
    await evaluate(`document.querySelector("#${id}").click()`);
    await until("location.pathname", `/${id}`);
    await until(`document.querySelector("main").textContent.includes("Another page.")`, id === "two");
  }

  it.each(places)("has no token in it when Connect was open $place", async (place) => {
    const token = await open(place);
    await follow("two");
    await until(`(${library.kept}).includes("${place.connect.slice(1)}")`, true);

    expect(await evaluate(`(${library.kept}).match(/token=|human-api|<iframe|human-connect-stage|${token}/g)`)).toBe(
      null,
    );
    expect(await evaluate(`JSON.stringify([localStorage, sessionStorage]).includes("${token}")`)).toBe(false);
  });

  it.each(places.filter(({ box }) => box))(
    "ends the session $place that goes with it, and tells it once",
    async (place) => {
      await open(place);
      await follow("two");

      await until("told", ["closed-by-host"]);
      expect(await stages()).toBe(0);
      expect(
        await evaluate(`Object.getOwnPropertySymbols(window).filter((key) => String(key).includes("session")).length`),
      ).toBe(0);
    },
  );

  it("lets the session over the page go on, which goes with no page", async () => {
    await open(places[2]!);
    await follow("two");

    expect(await evaluate("told")).toEqual([]);
    await driver.click("[data-human-connect-stage]", ".close");
    await until("told", ["cancelled"]);
    expect(await stages()).toBe(0);
  });

  it.each(places)("works when it comes back: the next click $place opens in its place", async (place) => {
    await open(place);
    await follow("two");
    if (!place.box) await driver.click("[data-human-connect-stage]", ".close");
    await until("told.length > 0", true);

    for (let time = 0; time < 2; time++) {
      await evaluate("history.back()");
      await until("location.pathname", "/one");
      await until(`Boolean(document.querySelector("${place.connect}")?.connect)`, true);
      expect(await stages()).toBe(0);
      await open(place);

      expect(await stages()).toBe(1);
      const { frame, box } = await evaluate<Record<"frame" | "box", DOMRect>>(
        `({ frame: findAll("#human-api")[0].getBoundingClientRect().toJSON(),
            box: document.querySelector("${place.box ?? "html"}").getBoundingClientRect().toJSON() })`,
      );
      expect(frame.height).toBeGreaterThan(100);
      expect([frame.top >= box.top, frame.bottom <= box.bottom + 1, frame.left >= box.left]).toEqual([
        true,
        true,
        true,
      ]);
      await driver.click("frame:#human-api", "name:Close Connect");
      await until(`document.querySelector("${place.connect}").connect.getState().status`, "closed");
      await follow("two");
    }
  });
});
