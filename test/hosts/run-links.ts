import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findMs, type Driver } from "../support/driver.ts";
import { softLibraries, type SoftLibrary } from "./soft-libraries.ts";
import { startSoftSite, type SoftSite } from "./soft-site.ts";

const morphing = softLibraries.filter(({ does, refresh = "morph" }) => does.includes("refresh") && refresh === "morph");

/** In a page: the attributes that a link has from the kit, and whether it is the one that was there at first. */
const read = `(id) => {
  const link = document.querySelector(id);
  return [link.isFirst, link.role, link.dataset.status, link.dataset.connected, link.getAttribute("aria-busy")].map(String).join(" ");
}`;

/** Goes through a session by a link that each library morphs in each of its states, in one engine. */
export function runLinks(engine: string, launch: () => Promise<Driver>, path: string | undefined): void {
  const { ENGINE = "chromium" } = process.env;
  describe.runIf(path && [engine, "all"].includes(ENGINE))(`a link to Connect in ${engine}`, () => {
    let driver: Driver;
    beforeAll(async () => void (driver = await launch()));
    afterAll(() => driver?.close());
    describe.each(morphing)("that is morphed by $name", (library) => runLibrary(library, () => driver));
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

  const until = (expression: string, value: unknown): Promise<void> =>
    expect.poll(() => driver.evaluate(expression).catch(String), { timeout: findMs }).toEqual(value);
  const untilLink = (id: string, state: string): Promise<void> => until(`(${read})("${id}")`, state);

  async function visit(): Promise<void> {
    await driver.goto("about:blank");
    await driver.goto(site.pageUrl({ isLink: true, awaitsToken: true }));
    const isReady = `customElements.get("human-connect-status") && window.go && document.querySelector("${library.drawn ?? "#hc"}")`;
    await until(`Boolean(${isReady})`, true);
    await driver.evaluate(`{
      window.heard = [];
      for (const link of document.querySelectorAll("#hc, #refused")) link.isFirst = true;
      for (const type of ["open", "close", "error"])
        document.addEventListener("human-connect-" + type, ({ detail }) => heard.push([type, detail.reason ?? detail.error?.code].filter(Boolean).join(" ")));
    }`);
  }

  async function morph(): Promise<void> {
    const before = await driver.evaluate<string>(`document.querySelector("#main").innerText`);
    await driver.evaluate(`void go.refresh()`);
    await until(`document.querySelector("#main").innerText !== ${JSON.stringify(before)}`, true);
  }

  const instances = `document.querySelectorAll("human-connect-link").length`;

  it("has its state after each morph, and a session goes on", async () => {
    await visit();
    await driver.evaluate(`document.querySelector("#hc").focus()`);
    await untilLink("#hc", "true button idle  null");
    await morph();
    await untilLink("#hc", "true button idle  null");

    await driver.click("#hc");
    await untilLink("#hc", "true button loading  true");
    await morph();
    await untilLink("#hc", "true button loading  true");

    site.giveToken();
    await untilLink("#hc", "true button open  null");
    await morph();
    await untilLink("#hc", "true button open  null");
    expect(await driver.evaluate("heard")).toEqual(["open"]);

    await driver.click("frame:#human-api", "name:Close Connect");
    await until("heard", ["open", "close finished"]);
    await until("document.activeElement.id", "hc");
    await morph();
    await untilLink("#hc", "true button closed undefined null");
    expect(await driver.evaluate(instances)).toBe(1);

    await driver.click("#hc");
    await until("heard", ["open", "close finished", "open"]);
    await driver.click("[data-human-connect-stage]", ".close");
    await until("heard", ["open", "close finished", "open", "close cancelled"]);
  });

  it("shows the reason of a failure after a morph", async () => {
    await visit();
    const reason = `document.querySelector("#refused + human-connect-link")?.shadowRoot.querySelector("[role=status]").innerText`;
    await driver.click("#refused");
    await untilLink("#refused", "true button error undefined null");
    const text = await driver.evaluate<string>(reason);

    await morph();

    await untilLink("#refused", "true button error undefined null");
    await until(reason, text);
    expect(text).toMatch(/\w/);
    expect(await driver.evaluate(instances)).toBe(1);
  });
}
