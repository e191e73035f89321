import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findMs, type Driver } from "../support/driver.ts";
import { engines } from "../support/engines.ts";
import { startCmsServer, type CmsServer } from "./cms-server.ts";

const elsewhere = "https://elsewhere.example/";
const inlineStyle = `document.body.setAttribute("style", "color: red")`;
/** A page of a CMS with one script in it, under `default-src 'none'` with nonces and Trusted Types required. */
describe.each(engines)("the CMS page in $engine", ({ launch }) => {
  let server: CmsServer;
  let driver: Driver;
  beforeAll(async () => {
    server = await startCmsServer();
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  beforeEach(async () => {
    server.violations.length = 0;
    await driver.goto(server.url);
  });

  const inConnect = (...path: string[]): string[] => ["frame:#human-api", ...path];
  const shows = (text: string, ...path: string[]): Promise<void> =>
    expect.poll(() => driver.text(...path), { timeout: findMs }).toContain(text);

  it("connects a source, and the policy has nothing to refuse", async () => {
    await driver.click("human-connect-button", "button");
    await driver.type("Applefen", ...inConnect("input[type=search]"));
    // Until then the provider stands elsewhere, in the list of popular ones.
    await shows("1 result", ...inConnect(".results"));
    await driver.click(...inConnect("name:Connect Applefen Pharmacy"));
    await driver.type("ada", ...inConnect("input[name=user-name]"));
    await driver.type("anything", ...inConnect("input[name=password]"));
    await driver.click(...inConnect("name:Sign in"));
    await driver.click(...inConnect("name:Agree and connect"));
    await driver.click(...inConnect("name:Done"));

    await shows("Applefen Pharmacy", "human-connect-list", ".human-connect-list");
    await shows("1 source connected", "human-connect-status", ".human-connect-status");
    // Reports come in their own time, but one after the other: what is told of first must be this.
    await driver.evaluate(inlineStyle);
    await expect.poll(() => server.violations, { timeout: findMs }).not.toEqual([]);
    expect(server.violations).toEqual([expect.stringContaining("style-src")]);
  });

  // So that silence above means something.
  it.each([
    ["style-src", inlineStyle],
    ["script-src", `import("${elsewhere}x.js").catch(() => {})`],
    ["connect-src", `fetch("${elsewhere}").catch(() => {})`],
    ["img-src", `void (new Image().src = "${elsewhere}x.png")`],
    [
      "frame-src",
      `void (document.body.append(Object.assign(document.createElement("iframe"), { src: "${elsewhere}" })))`,
    ],
  ])("tells of each refusal: %s", async (directive, violate) => {
    await driver.evaluate(violate);

    await expect.poll(() => server.violations, { timeout: findMs }).toContainEqual(expect.stringContaining(directive));
  });

  it("has Trusted Types enforced, and knows no policy but the kit's, where the engine can", async () => {
    const hasTrustedTypes = (await driver.evaluate("typeof trustedTypes")) === "object";
    console.log(
      `[cms] ${driver.engine}: Trusted Types are ${hasTrustedTypes ? "enforced" : "unknown, all else is not"}`,
    );
    const attempts = [
      `document.createElement("script").src = "${elsewhere}"`,
      `document.createElement("div").innerHTML = "<b>text</b>"`,
      `trustedTypes.createPolicy("another", {})`,
    ];
    const names = attempts.map((attempt) =>
      driver.evaluate(`(() => { try { ${attempt}; } catch (error) { return error.name; } return "nothing"; })()`),
    );

    expect(await Promise.all(names)).toEqual(
      hasTrustedTypes ? ["TypeError", "TypeError", "TypeError"] : ["nothing", "nothing", "ReferenceError"],
    );
  });
});
