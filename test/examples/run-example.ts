import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { chromium, type Browser, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { chromiumOptions } from "../../scripts/browsers.mjs";
import { findMs } from "../support/driver.ts";
import { runCommand, startExample, type Command, type ExampleServer } from "./example-server.ts";

export interface Example {
  /** Folder below `examples`. */
  name: string;
  /** Builds it, where it is built. */
  build?: Command;
  start: Command;
  /** Folders below the example that the build writes. */
  outputs?: readonly string[];
}

/** The token service's path, which nothing but the server package knows. */
const serverOnly = "/v1/connect/token";

/** What every example promises, of the example as it is: built and started as its `package.json` says, on a sandbox. */
export function runExample({ name, build, start, outputs = [] }: Example): void {
  describe(`the ${name} example`, () => {
    const clientSecret = `secret-of-the-${name}-example`;
    const credentials = { HUMAN_API_CLIENT_ID: "the-application", HUMAN_API_CLIENT_SECRET: clientSecret };
    let sandbox: Sandbox;
    let server: ExampleServer;
    let browser: Browser;

    beforeAll(async () => {
      sandbox = await createSandbox({ clientId: "the-application", clientSecret });
      const environment = {
        ...credentials,
        HUMAN_API_AUTH_URL: sandbox.authUrl,
        HUMAN_API_CONNECT_URL: sandbox.connectUrl,
        HUMAN_API_CLIENT_URL: `${sandbox.cdnUrl}/humanapi-connect-client@latest.js`,
        DEMO_USER_ID: "ada",
      };
      // The build sees the secret too, and has to leave it where it is.
      if (build) await runCommand(name, build, environment);
      server = await startExample(name, start, environment);
      browser = await chromium.launch(chromiumOptions());
    }, 360_000);
    afterAll(async () => {
      await browser?.close();
      await server?.close();
      await sandbox?.close();
    });

    const ask = (method: string, headers: Record<string, string> = {}, { url } = server): Promise<Response> =>
      fetch(`${url}/api/human-connect/token`, { method, headers });

    it("answers POST with a grant, and with nothing else", async () => {
      const response = await ask("POST");

      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toContain("no-store");
      expect(await response.json()).toEqual({
        session_token: expect.stringMatching(/\S/),
        expires_in: expect.any(Number),
      });
    });

    it("answers GET with 405", async () => {
      expect((await ask("GET")).status).toBe(405);
    });

    it.each([
      ["sec-fetch-site", "cross-site"],
      ["origin", "https://elsewhere.example"],
    ])("refuses a call with the %s %s", async (header, value) => {
      expect((await ask("POST", { [header]: value })).status).toBe(403);
    });

    it("connects a provider in Chromium and lists it, and the browser gets nothing of the server's", async () => {
      const page = await browser.newPage();
      page.setDefaultTimeout(findMs);
      const problems: string[] = [];
      page.on("pageerror", ({ message }) => problems.push(message));
      const answers = readAnswers(page, server.url);

      await page.goto(server.url);
      await connectProvider(page, "Applefen Pharmacy");

      await expect
        .poll(() => page.getByRole("list", { name: "Your sources" }).allTextContents(), { timeout: findMs })
        .toEqual([expect.stringContaining("Applefen Pharmacy")]);
      expect(problems).toEqual([]);
      const read = await Promise.all(answers);
      expect(read.filter(({ text }) => /"session_token":/.test(text)).map(({ url }) => new URL(url).pathname)).toEqual([
        "/api/human-connect/token",
      ]);
      const told = read.filter(({ text }) => [clientSecret, serverOnly].some((word) => text.includes(word)));
      expect(told.map(({ url }) => url)).toEqual([]);
      await page.close();
    });

    it("needs nothing but the credentials, and gives no token while nobody is signed in", async () => {
      const bare = await startExample(name, start, credentials);
      const page = await browser.newPage();
      try {
        const problems: string[] = [];
        page.on("pageerror", ({ message }) => problems.push(message));
        await page.goto(bare.url);
        await page.locator("[data-status=idle] button, button[data-status=idle]").first().waitFor({ timeout: findMs });

        expect((await ask("POST", {}, bare)).status).toBe(401);
        expect(problems).toEqual([]);
      } finally {
        await page.close();
        await bare.close();
      }
    });

    if (outputs.length === 0) return;
    it("leaves the client secret out of what it builds", () => {
      const files = outputs.flatMap((output) => listFiles(at(`examples/${name}/${output}`)));

      expect(files.length).toBeGreaterThan(10);
      expect(files.filter((file) => readFileSync(file).includes(clientSecret))).toEqual([]);
    });
  });
}

interface Answer {
  readonly url: string;
  /** Headers and body. */
  readonly text: string;
}

/** Everything that an origin answers to a page. */
function readAnswers(page: Page, origin: string): Promise<Answer>[] {
  const answers: Promise<Answer>[] = [];
  page.on("response", (response) => {
    if (!response.url().startsWith(origin)) return;
    const read = async (): Promise<Answer> => ({
      url: response.url(),
      text: `${JSON.stringify(await response.allHeaders())}\n${await response.text()}`,
    });
    answers.push(read());
  });
  return answers;
}

/** Opens Connect, finds a provider, signs in, agrees, and is done. */
async function connectProvider(page: Page, provider: string): Promise<void> {
  const connect = page.frameLocator("#human-api");
  await page.getByRole("button", { name: "Connect your health data" }).click();
  await connect.getByRole("searchbox", { name: "Find your provider" }).fill(provider);
  await connect.getByRole("button", { name: `Connect ${provider}` }).click();
  await connect.getByRole("textbox", { name: "User name" }).fill("ada");
  await connect.getByRole("textbox", { name: "Password" }).fill("anything");
  await connect.getByRole("button", { name: "Sign in" }).click();
  await connect.getByRole("button", { name: "Agree and connect" }).click();
  await connect.getByRole("button", { name: "Done" }).click();
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
