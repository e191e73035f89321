import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isWhole } from "../support/chosen-engine.ts";
import { findMs, type Driver } from "../support/driver.ts";
import { softLibraries, type SoftAction, type SoftLibrary } from "./soft-libraries.ts";
import { startSoftSite, type SoftSite } from "./soft-site.ts";

/** Where a session stands when the page changes. */
type Moment = "idle" | "loading" | "open" | "inline" | "error";
const moments: readonly Moment[] = ["idle", "loading", "open", "inline", "error"];

/** The moments of a session in which a library acts. `npm test` takes turns: over the libraries, every action meets every moment. */
const momentsOf = (library: SoftLibrary, action: SoftAction): readonly Moment[] =>
  moments.filter(
    (_, turn) => isWhole || (softLibraries.indexOf(library) + library.does.indexOf(action) + turn) % 2 === 1,
  );

const attributes: Partial<Record<Moment, string>> = { inline: "inline", error: `token-url="/refused"` };

/** In a page: everything that is shown of Connect, in whatever shadow tree. */
const findAll = `(selector, root = document) => [
  ...root.querySelectorAll(selector),
  ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? findAll(selector, shadowRoot) : [])),
]`;

const listen = `{
  window.heard = [];
  document.querySelector("#hc").isFirst = true;
  for (const type of ["open", "close", "error"])
    document.addEventListener("human-connect-" + type, ({ detail }) => heard.push([type, detail.reason ?? detail.error?.code].filter(Boolean).join(" ")));
}`;

/** Goes through each library, each thing that it does, and each moment of a session, in one engine. */
export function runSoft(engine: string, launch: () => Promise<Driver>, path: string | undefined): void {
  const { ENGINE = "chromium" } = process.env;
  describe.runIf(path && [engine, "all"].includes(ENGINE))(engine, () => {
    let driver: Driver;
    beforeAll(async () => void (driver = await launch()));
    afterAll(() => driver?.close());
    describe.each(softLibraries)("$name", (library) => runLibrary(library, () => driver));
  });
}

function runLibrary(library: SoftLibrary, findDriver: () => Driver): void {
  let site: SoftSite;
  let driver: Driver;
  beforeAll(async () => {
    driver = findDriver();
    site = await startSoftSite(library);
  });
  afterAll(() => site?.close());
  afterEach(() => driver.evaluate(`(sessionStorage.clear(), localStorage.clear())`));

  const evaluate = <T>(expression: string): Promise<T> =>
    driver.evaluate(`{ const findAll = ${findAll}; ${expression} }`);
  const until = (expression: string, value: unknown): Promise<void> =>
    expect.poll(() => evaluate(expression).catch(String), { timeout: findMs }).toEqual(value);
  const status = `document.querySelector("#hc")?.state?.status`;

  async function visitSite(button: Parameters<SoftSite["pageUrl"]>[0]): Promise<void> {
    await driver.goto("about:blank");
    await driver.goto(site.pageUrl(button));
  }

  /** Brings a new page into a moment of a session. */
  async function start(moment: Moment): Promise<void> {
    await visitSite({ attributes: attributes[moment] ?? "", awaitsToken: moment === "loading" });
    await until(isDrawn, "idle");
    await evaluate(listen);
    if (moment === "idle") return;
    await driver.click("#hc", "button");
    if (moment === "error") return until(status, "error");
    if (moment === "loading") return until(status, "loading");
    await until(`Boolean(findAll("[data-live]").length)`, true);
  }

  /** While pages give way to each other, a picture of them takes the clicks. */
  const isMoving = `CSS.supports("selector(:active-view-transition)") && document.documentElement.matches(":active-view-transition")`;

  const act: Record<SoftAction, () => Promise<void>> = {
    async visit() {
      await evaluate(`void go.visit("/two")`);
      await until(`document.querySelector("#path")?.textContent`, "/two");
      await until(isMoving, false);
    },
    async refresh() {
      const before = await evaluate<string>(`document.querySelector("#main").innerText`);
      await evaluate(`void go.refresh()`);
      await until(`document.querySelector("#main").innerText !== ${JSON.stringify(before)}`, true);
    },
    async back() {
      await act.visit();
      await evaluate(`if (findAll("[data-human-connect-stage]").length) findAll(".close")[0].click()`);
      await evaluate(`history.back()`);
      await until(`document.querySelector("#path")?.textContent`, "/one");
      await until(isMoving, false);
    },
  };

  /** Nothing of a session is left where it does not belong, and the next click works. */
  async function mustWork(): Promise<void> {
    await until(status, "idle");
    await until(`findAll("[data-human-connect-stage], iframe").length`, 0);
    await evaluate(`document.querySelector("#hc").setAttribute("token-url", "/token")`);
    await driver.click("#hc", "button");
    await until(`findAll("[data-live]").length`, 1);
    await evaluate(`document.querySelector("#hc").close()`);
    await until(`findAll("[data-human-connect-stage]").length`, 0);
  }

  async function mustHoldNoToken(): Promise<void> {
    expect(await evaluate(`JSON.stringify([localStorage, sessionStorage]).match(/[?&]token=|human-api/g)`)).toBe(null);
  }

  const focused = `document.activeElement?.id || document.activeElement?.localName`;

  /** The element that was there is another one now. */
  async function mustBeSwapped(moment: Moment): Promise<void> {
    await until(`document.querySelector("#hc").isFirst === undefined`, true);
    const events: Partial<Record<Moment, string[]>> = {
      open: ["open"],
      inline: ["open", "close closed-by-host"],
      error: ["error token-failed"],
    };
    await until("heard", events[moment] ?? []);
    if (moment === "open") {
      // It stands beside the page, and goes on.
      await driver.click("[data-human-connect-stage]", ".close");
      await until("heard", ["open", "close cancelled"]);
      await until(focused, "hc");
    }
    await mustHoldNoToken();
    await mustWork();
  }

  /** The element that was there is there, and so is what it was at. */
  async function mustBeKept(moment: Moment): Promise<void> {
    expect(await evaluate(`document.querySelector("#hc").isFirst`)).toBe(true);
    const kept: Partial<Record<Moment, string>> = { idle: "idle", error: "error" };
    await until(status, kept[moment] ?? "open");
    expect(await evaluate("heard")).toEqual(
      moment === "idle" ? [] : moment === "error" ? ["error token-failed"] : ["open"],
    );
    if (!kept[moment]) {
      await until(`Boolean(findAll("[data-live]").length)`, true);
      await driver.click("frame:#human-api", "name:Close Connect");
      await until("heard", ["open", "close finished"]);
      await until(focused, "hc");
    }
    await mustHoldNoToken();
  }

  const isDrawn = `document.querySelector("${library.drawn ?? "#hc"}") && window.go && ${status}`;

  it.each(library.does)("%s: markup of a server has its words and one shadow tree", async (action) => {
    await visitSite({ isServed: true });
    await until(isDrawn, "idle");
    await act[action]();
    await until(status, "idle");

    await until(`document.querySelector("#hc").shadowRoot.querySelector("button").textContent.trim()`, "");
    expect(
      await evaluate(`{ const host = document.querySelector("#hc");
        ({ label: host.textContent, slots: host.shadowRoot.querySelectorAll("button slot").length, templates: host.querySelectorAll("template").length }) }`),
    ).toEqual({ label: "Share", slots: 1, templates: 0 });
  });

  describe.each(library.does)("%s", (action) => {
    it.each(momentsOf(library, action))("while a session is %s", async (moment) => {
      await start(moment);
      await act[action]();
      site.giveToken();

      if (action === "visit") return library.keep ? mustBeKept(moment) : mustBeSwapped(moment);
      if (action === "refresh") return library.refresh === "swap" ? mustBeSwapped(moment) : mustBeKept(moment);
      await mustHoldNoToken();
      return mustWork();
    });
  });
}
