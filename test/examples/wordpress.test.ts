import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { chromiumOptions } from "../../scripts/browsers.mjs";
import { findMs, waitFor } from "../support/driver.ts";
import { findFreePort } from "./example-server.ts";

// The plugin in PHP, in a page without WordPress, on the sandbox.

const hasPhp = spawnSync("php", ["--version"]).status === 0;
if (!hasPhp) console.log("[examples] the WordPress plugin is not tested: PHP is not installed");
const example = "wordpress";
const clientSecret = `secret-of-the-${example}-example`;
const tokenPath = "/wp-json/human-connect/v1/token";

describe.runIf(hasPhp)("the wordpress example", () => {
  let sandbox: Sandbox;
  let php: ChildProcess;
  let said = "";
  let url: string;
  let browser: Browser;

  beforeAll(async () => {
    sandbox = await createSandbox({ clientId: "the-application", clientSecret });
    ({ php, url } = await startPhp({ CLIENT_SECRET: clientSecret }));
    php.stderr!.on("data", (text) => (said += String(text)));
    browser = await chromium.launch(chromiumOptions());
  });
  afterAll(async () => {
    await browser?.close();
    await stop(php);
    await sandbox?.close();
  });

  async function startPhp(environment: Record<string, string>): Promise<{ php: ChildProcess; url: string }> {
    const port = await findFreePort();
    const child = spawn("php", ["-S", `localhost:${port}`, at("test/examples/wordpress/router.php")], {
      env: {
        PATH: process.env["PATH"],
        CLIENT_ID: "the-application",
        HUMAN_CONNECT_AUTH_URL: sandbox.authUrl,
        HUMAN_CONNECT_BASE_URL: sandbox.connectUrl,
        HUMAN_CONNECT_CLIENT_URL: `${sandbox.cdnUrl}/humanapi-connect-client@latest.js`,
        ...environment,
      },
    });
    const origin = `http://localhost:${port}`;
    await waitFor(async () => (await fetch(origin)).ok || undefined, "PHP's server");
    return { php: child, url: origin };
  }

  async function stop(child: ChildProcess | undefined): Promise<void> {
    if (!child) return;
    const ended = once(child, "close");
    child.kill();
    await ended;
  }

  const read = (path: string, user?: number, origin = url): Promise<string> =>
    fetch(origin + path, { headers: user ? { cookie: `user=${user}` } : {} }).then((response) => response.text());
  /** The address that the page of a user has. */
  const findTokenUrl = async (user: number, origin = url): Promise<string> =>
    /data-token-url="([^"]+)"/.exec(await read("/", user, origin))![1]!;
  const ask = (address: string, user?: number, method = "POST"): Promise<Response> =>
    fetch(address, { method, headers: user ? { cookie: `user=${user}` } : {} });

  async function openPage(user?: number): Promise<Page> {
    const context = await browser.newContext();
    if (user) await context.addCookies([{ name: "user", value: String(user), url }]);
    const page = await context.newPage();
    page.setDefaultTimeout(findMs);
    await page.goto(url);
    return page;
  }

  it("connects a provider by a link, and then asks for the token of a user who has one", async () => {
    const page = await openPage(7);
    const connect = page.frameLocator("#human-api");
    await page.getByRole("link", { name: "Connect your health data" }).click();
    await connect.getByRole("searchbox", { name: "Find your provider" }).fill("Applefen Pharmacy");
    await connect.getByRole("button", { name: "Connect Applefen Pharmacy" }).click();
    await connect.getByRole("textbox", { name: "User name" }).fill("ada");
    await connect.getByRole("textbox", { name: "Password" }).fill("anything");
    await connect.getByRole("button", { name: "Sign in" }).click();
    await connect.getByRole("button", { name: "Agree and connect" }).click();
    await connect.getByRole("button", { name: "Done" }).click();

    const link = page.getByRole("button", { name: "Connect your health data" });
    await expect.poll(() => link.getAttribute("data-connected"), { timeout: findMs }).toBe("");
    const answer = await ask(await findTokenUrl(7), 7);
    expect(await answer.json()).toEqual({ id_token: expect.stringMatching(/\S/), expires_in: expect.any(Number) });
    await page.context().close();
  });

  it("answers with a grant, and with nothing else", async () => {
    const answer = await ask(await findTokenUrl(3), 3);

    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({ session_token: expect.stringMatching(/\S/), expires_in: expect.any(Number) });
  });

  it("gives no token without a nonce, with that of another user, by GET, or to somebody who is not signed in", async () => {
    const address = await findTokenUrl(3);

    expect((await ask(url + tokenPath, 3)).status).toBe(401);
    expect((await ask(address, 4)).status).toBe(403);
    expect((await ask(address)).status).toBe(403);
    expect((await ask(address, 3, "GET")).status).toBe(404);
  });

  it("leaves a link as it is for somebody who is not signed in", async () => {
    expect(await read("/")).not.toContain("<script");

    const page = await openPage();
    await page.getByRole("link", { name: "Connect your health data" }).click();

    await expect.poll(() => page.url()).toBe(`${url}/connect#human-connect=button`);
    await page.context().close();
  });

  it("shows the secret in no page, not even in its own settings", async () => {
    const pages = await Promise.all([read("/"), read("/", 3), read("/options", 1)]);

    expect(pages[2]).toContain("Client secret");
    expect(pages.join()).not.toContain(clientSecret);
    expect(await read("/options", 3)).toBe("");
  });

  it("answers 502 with a secret that Human API refuses, and repeats it nowhere", async () => {
    const wrong = await startPhp({ CLIENT_SECRET: "a-wrong-secret" });
    let log = "";
    wrong.php.stderr!.on("data", (text) => (log += String(text)));

    const answer = await ask(await findTokenUrl(3, wrong.url), 3);
    const text = await answer.text();
    await stop(wrong.php);

    expect(answer.status).toBe(502);
    expect(log).toContain("[human-connect] Human API refused a token: 401");
    expect(text + log + said).not.toMatch(/wrong-secret|secret-of/);
  });
});
