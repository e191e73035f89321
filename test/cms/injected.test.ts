import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findMs, type Driver } from "../support/driver.ts";
import { takeTurns } from "../support/chosen-engine.ts";
import { engines } from "../support/engines.ts";
import { startInjectedSite, type InjectedSite } from "./injected-site.ts";

const own = `client-url="%STRANGER%/humanapi-connect-client@latest.js"`;

/** What somebody writes who may put elements into a page, but no script. */
const injected: Record<string, string> = {
  "a script of a stranger": `<human-connect-button prepare-on="mount" client-url="%STRANGER%/evil.js"></human-connect-button>`,
  "the same, when it is seen": `<human-connect-button prepare-on="visible" client-url="%STRANGER%/evil.js"></human-connect-button>`,
  "the same, with the focus": `<human-connect-button autofocus client-url="%STRANGER%/evil.js"></human-connect-button>`,
  "a script of the site": `<human-connect-button prepare-on="mount" client-url="%SITE%/uploads/evil.js"></human-connect-button>`,
  "a post with the cookie": `<human-connect-button prepare-on="mount" user="anybody" prefetch-token token-url="/account/close" ${own}></human-connect-button>`,
  "the same, of a card that is seen": `<human-connect-card prepare-on="visible" user="anybody" prefetch-token token-url="/account/close" ${own}></human-connect-card>`,
  "the same, of a button with the focus": `<human-connect-button autofocus user="anybody" prefetch-token token-url="/account/close" ${own}></human-connect-button>`,
  "a page of a stranger": `<human-connect-button prepare-on="mount" base-url="https://127.0.0.1:1" token-url="/token" ${own}></human-connect-button>`,
  "a token of a stranger": `<human-connect-button prepare-on="mount" user="anybody" prefetch-token token-url="%STRANGER%/token" ${own}></human-connect-button>`,
  "a follower": `<human-connect-button id="leader" user="anybody" prefetch-token token-url="/account/close" ${own}></human-connect-button><human-connect-button for="leader" prepare-on="mount"></human-connect-button>`,
  "a shadow root": `<human-connect-button prepare-on="mount" user="anybody" prefetch-token token-url="/account/close" ${own}><template shadowrootmode="open"><button autofocus></button></template></human-connect-button>`,
  "a template of a source": `<human-connect-card initial-connections='[{"id":"1","name":"<img src=%STRANGER%/evil.png>"}]' ${own}><template slot="source"><script src="%STRANGER%/evil.js"></script><link rel="stylesheet" href="%STRANGER%/evil.css"><b onclick="x" data-text="name"></b></template></human-connect-card>`,
  "names of the page's own things": `<img name="baseURI"><img name="body"><img name="createElement"><img name="createTextNode"><a id="trustedTypes"></a><a id="customElements"></a><a id="reactiveElementVersions"></a><iframe name="reactiveElementPolyfillSupport"></iframe><a id="ShadyCSS"></a><a id="litNonce"></a><human-connect-button prepare-on="mount" user="anybody" prefetch-token token-url="/account/close" client-url="%STRANGER%/evil.js"></human-connect-button>`,
};
const kinds = Object.keys(injected);
/** The site's own, last on the page: when it has been prepared, the others had their turn. */
const last = `<human-connect-button prepare-on="mount" warm-frame="false" base-url="http://127.0.0.1:1" client-url="%STRANGER%/humanapi-connect-client@9.9.9.js"></human-connect-button>`;

describe.each(engines)("markup that somebody has injected, in $engine", ({ engine, launch }) => {
  let site: InjectedSite;
  let driver: Driver;
  beforeAll(async () => {
    site = await startInjectedSite(
      (path) => injected[kinds[Number(path.split("/")[2])]!]!.replaceAll("%SITE%", site.url) + last,
    );
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });
  beforeEach(() => {
    site.asked.length = site.strangers.length = 0;
  });

  async function load(kind: string, query = ""): Promise<void> {
    await driver.goto(`${site.url}/page/${kinds.indexOf(kind)}${query}`);
    await expect.poll(() => site.strangers, { timeout: findMs }).toContain("GET /humanapi-connect-client@9.9.9.js");
    // What was asked at the same time may arrive after it.
    await new Promise((resolve) => setTimeout(resolve, 300));
  }

  it.each(takeTurns(engine, kinds))("asks nobody for anything without a click: %s", async (kind) => {
    await load(kind);

    expect(site.asked).toEqual([]);
    expect(site.strangers.filter((request) => !request.includes("/humanapi-connect-client@"))).toEqual([]);
    expect(await driver.evaluate(`(window.ran ?? []).filter((address) => address.includes("evil"))`)).toEqual([]);
  });

  it("shows a template of a source under the policy: plain elements, and the source's name as text", async () => {
    await load("a template of a source");

    expect(
      await driver.evaluate(`document.querySelector("human-connect-card").shadowRoot.querySelector("li").innerHTML`),
    ).toBe(`<b>&lt;img src=${site.stranger}/evil.png&gt;</b>`);
  });

  // So that silence above means something.
  it("is asked for what the page's own script address allows", async () => {
    await load(kinds[0]!, `?client-origins=${site.stranger}`);
    expect(site.strangers).toContain("GET /evil.js");

    await load("a post with the cookie", "?prefetch-token");
    expect(site.asked).toEqual(["POST /account/close"]);

    site.asked.length = 0;
    await load("a script of the site", "?prefetch-token");
    expect(site.asked).toEqual(["GET /uploads/evil.js"]);
  });

  it.each(["a script of a stranger", "a token of a stranger"])("goes no further with a click: %s", async (kind) => {
    await load(kind);
    await driver.evaluate(
      `document.addEventListener("human-connect-error", ({ detail }) => (window.told = detail.error.code + " " + detail.error.message))`,
    );
    await driver.click("human-connect-button", "button");

    await expect.poll(() => driver.evaluate("window.told"), { timeout: findMs }).toMatch(/^invalid-option .*-origins=/);
    expect(site.asked).toEqual([]);
    expect(site.strangers.filter((request) => !request.includes("/humanapi-connect-client@"))).toEqual([]);
  });

  it("does with a click what a form could do, and no more", async () => {
    await load("a post with the cookie");
    await driver.click("human-connect-button", "button");

    await expect.poll(() => site.asked, { timeout: findMs }).toEqual(["POST /account/close"]);
  });

  it("tells of an address that makes no sense, and keeps the elements", async () => {
    await driver.goto(`${site.url}/page/0?client-origins=cdn.example`);

    await expect
      .poll(() => driver.evaluate(`Boolean(customElements.get("human-connect-button"))`), { timeout: findMs })
      .toBe(true);
    await driver.click("human-connect-button", "button");
    expect(site.strangers).not.toContain("GET /evil.js");
  });
});
