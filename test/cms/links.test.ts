import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../hosts/bundle.ts";
import { findMs, type Driver } from "../support/driver.ts";
import { takeTurns } from "../support/chosen-engine.ts";
import { engines } from "../support/engines.ts";
import { noncePolicy, startLinksSite, type LinksSite } from "./links-site.ts";

// Links that an editor has made, on a page whose template has the one tag of human-connect.js.

const link = `<main><p>Then <a id="link" href="../connect#human-connect=button" target="_blank" rel="noopener nofollow">connect your data</a>.</p></main>`;
/** What an attacker writes who can put markup into a page: a tag that looks like the site's own. */
const forged = `src="/human-connect.js" data-token-url="/account/close" data-names='{"button":{"token-url":"/account/close"}}'`;

const placed: Record<string, [html: string, policy?: string]> = {
  "in the head": [`<head><script %TAG%></script></head>${link}`],
  "at the end": [`${link}<script %TAG%></script>`],
  "after a forged tag that the policy refuses": [
    `${link}<script type="module" ${forged}></script><script %TAG%></script>`,
    noncePolicy,
  ],
  "after forged frames": [
    `${link}<iframe ${forged}></iframe><embed type="module" ${forged}><img type="module" ${forged}><script %TAG%></script>`,
    noncePolicy,
  ],
  "after names of the page's own things": [
    `${link}<img name="adoptedStyleSheets"><img name="addEventListener"><img name="head"><img name="currentScript"><script %TAG%></script>`,
    noncePolicy,
  ],
  "limited to a part of the page": [`${link}<script %TAG% data-within="main"></script>`],
};

const hostile = [
  "#human-connect",
  "#human-connect=",
  "#human-connect=/account/close",
  "#human-connect=%2Faccount%2Fclose",
  "#human-connect?token-url=/account/close",
  "#human-connect=button&token-url=/account/close",
  "#human-connect=button?token-url=/account/close",
  "#human-connect=button;base-url=https://elsewhere.example",
  "#human-connect=button,card",
  "#human-connect:open",
  "#human-connect=constructor",
  "#human-connect=__proto__",
  "#human-connect=unknown",
  "#human-connect=unknown-card",
  "/account/close?human-connect=button",
  "/account/close#!human-connect=button",
];

describe.each(engines)("links in $engine", ({ engine, launch }) => {
  let site: LinksSite;
  let driver: Driver;
  beforeAll(async () => {
    site = await startLinksSite();
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  async function load(html: string, policy?: string): Promise<void> {
    site.show(html, policy);
    await driver.goto(site.url);
    await expect
      .poll(() => driver.evaluate(`Boolean(customElements.get("human-connect-status"))`), { timeout: findMs })
      .toBe(true);
    await driver.evaluate(`for (const type of ["open", "close"])
      addEventListener("human-connect-" + type, () => (window.told = (window.told ?? "") + type + " "))`);
  }
  const told = (): Promise<string> => driver.evaluate("window.told ?? ''");
  const untilTold = (text: string): Promise<void> => expect.poll(told, { timeout: findMs }).toBe(text);

  it.each(takeTurns(engine, Object.keys(placed)))(
    "open Connect and close it with an event, the tag %s",
    async (place) => {
      await load(...placed[place]!);
      const before = await driver.evaluate(`document.querySelector("main").innerHTML`);
      expect(before).not.toContain("role=");

      await driver.click("#link");
      await untilTold("open ");
      await driver.click("human-connect-stage", ".close");
      await untilTold("open close ");

      expect(site.asked).toEqual(["POST /token"]);
      // The focus comes back in the next task.
      const read = `(({ role, dataset, id }) => [role, dataset.status, id])(document.activeElement)`;
      await expect.poll(() => driver.evaluate(read), { timeout: findMs }).toEqual(["button", "closed", "link"]);
    },
  );

  it("open Connect by the names of data-names, and show blocks without a click", async () => {
    await load(
      `<main><a id="link" href="#human-connect=other">other</a><p><a href="#human-connect=other-list">Your records</a></p></main>
      <script %TAG% data-names='{"other":{"token-url":"/other","label-no-connections":"None so far."}}'></script>`,
    );
    await expect
      .poll(() => driver.text("human-connect-list", ".human-connect-empty"), { timeout: findMs })
      .toBe("None so far.");

    await driver.click("#link");

    await expect.poll(() => site.asked, { timeout: findMs }).toEqual(["POST /other"]);
  });

  it("open Connect in a shadow tree, where a link to a block remains a link", async () => {
    await load(
      `<main id="host"><template shadowrootmode="open"><a href="#human-connect=list">Your records</a></template></main>
      <script %TAG%></script>`,
    );

    await driver.click("#host", "a");
    await untilTold("open ");
    await driver.click("human-connect-stage", ".close");
    await untilTold("open close ");

    expect(site.asked).toEqual(["POST /token"]);
  });

  it("are blocks in a shadow tree, where a bundle upgrades them", async () => {
    site.modules["/bundle.js"] ??= await bundle(
      `import { upgradeLinks } from "@human-connect/element/links"; upgradeLinks({ button: { tokenUrl: "/token" } });`,
    );
    await load(
      `<main id="host"><template shadowrootmode="open"><a href="#human-connect=list">Your records</a></template></main>
      <script type="module" src="/bundle.js"></script>`,
    );

    const read = (): Promise<string | null> => driver.text("#host", "human-connect-list", ".human-connect-empty");
    await expect.poll(read, { timeout: findMs }).toMatch(/\w/);
    expect(await driver.evaluate(`document.querySelector("#host").shadowRoot.querySelector("a").offsetParent`)).toBe(
      null,
    );
  });

  it("work although data-names is no JSON", async () => {
    await load(`${link}<script %TAG% data-names="{button"></script>`);

    await driver.click("#link");

    await untilTold("open ");
    await driver.click("human-connect-stage", ".close");
    await untilTold("open close ");
  });

  it("work although the query of the tag's address is wrong", async () => {
    // Of two attributes of a name the first one counts.
    await load(`${link}<script src="/human-connect.js?token-origins=nowhere" %TAG%></script>`);

    await driver.click("#link");

    await untilTold("open ");
    await driver.click("human-connect-stage", ".close");
    await untilTold("open close ");
  });

  it("of any spelling but the right one ask for nothing and change nothing", async () => {
    const attributes = `data-token-url="/account/close" token-url="/account/close" data-human-connect="button" target="_self"`;
    await load(
      `<main>${hostile.map((href) => `<p><a href="${href}" ${attributes}>${href.replace("&", "&amp;")}</a></p>`).join("")}</main>
      <script %TAG%></script>`,
    );
    // The browser's own navigation would leave the page.
    await driver.evaluate(
      `document.querySelector("main").addEventListener("click", (event) => event.preventDefault())`,
    );
    const read = (): Promise<string> => driver.evaluate(`document.querySelector("main").innerHTML`);
    const before = await read();

    for (const [index] of hostile.entries()) await driver.click(`p:nth-child(${index + 1}) a`);

    expect(await read()).toBe(before);
    expect(await told()).toBe("");
    expect(site.asked).toEqual([]);
  });

  it.each([
    ["an editable part", `<main contenteditable>${link}<p><a href="#human-connect=card">Card</a></p></main>`, ""],
    ["a document in design mode", `${link}<p><a href="#human-connect=card">Card</a></p>`, `document.designMode = "on"`],
  ])("in %s do nothing: a click places the caret", async (_, html, script) => {
    await load(`<script>${script}</script>${html}<script %TAG%></script>`);

    await driver.click("#link");
    await driver.press("x");

    expect(await driver.evaluate(`document.querySelector("#link").textContent.length`)).toBe(
      "connect your data".length + 1,
    );
    expect(await driver.evaluate(`document.querySelectorAll("[role=button], human-connect-card").length`)).toBe(0);
    expect(await told()).toBe("");
    expect(site.asked).toEqual([]);
  });

  it("do nothing outside of data-within, nor on a page whose tag has no settings", async () => {
    for (const html of [
      `${link}<script %TAG% data-within="nav"></script>`,
      `${link}<script type="module" src="/human-connect.js"></script>`,
    ]) {
      await load(html);
      await driver.evaluate(`addEventListener("click", (event) => event.preventDefault())`);

      await driver.click("#link");

      expect(await driver.evaluate(`document.querySelector("#link").role`)).toBe(null);
      expect(site.asked).toEqual([]);
    }
  });
});
