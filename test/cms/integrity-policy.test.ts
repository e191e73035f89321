import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { listen } from "../../demo/listen.ts";
import { findMs, type Driver } from "../support/driver.ts";
import { engines } from "../support/engines.ts";

// A page whose Integrity-Policy wants a hash for every script: what it refuses is no trouble of the network.

const policy = { "integrity-policy": "blocked-destinations=(script)" };
const kitFile = readFileSync(at("packages/element/dist/human-connect.js"), "utf8");
const coreFiles = readdirSync(at("packages/core/dist"), { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".js"),
);
const readCore = (name: string): string => readFileSync(at(`packages/core/dist/${name}`), "utf8");

let sandbox: Sandbox;
let site: Awaited<ReturnType<typeof listen>>;
let vendorHash: string;
/** Paths of scripts, as they were asked for. */
let requested: string[] = [];

beforeAll(async () => {
  sandbox = await createSandbox();
  vendorHash = hash(await (await fetch(`${sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js`)).text());
  site = await listen((request) => answer(new URL(request.url)), 0, "127.0.0.1");
});
afterAll(async () => {
  await site?.close();
  await sandbox?.close();
});

const hash = (content: string): string => `sha384-${createHash("sha384").update(content).digest("base64")}`;

async function answer({ pathname, searchParams }: URL): Promise<Response> {
  const script = { "content-type": "text/javascript" };
  if (pathname.endsWith(".js")) requested.push(pathname);
  if (pathname === "/token") return Response.json({ token: sandbox.mintToken("jane") });
  if (pathname === "/human-connect.js") return new Response(kitFile, { headers: script });
  if (pathname === "/vendor.js") return fetch(`${sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js`);
  if (pathname.startsWith("/core/")) return new Response(readCore(pathname.slice(6)), { headers: script });
  const headers = { "content-type": "text/html; charset=utf-8", ...policy };
  if (pathname === "/element") return new Response(elementPage(searchParams.get("hash") ?? ""), { headers });
  if (pathname === "/modules") return new Response(modulePage(searchParams.get("without") ?? ""), { headers });
  return new Response(null, { status: 404 });
}

function elementPage(vendor: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
    <human-connect-button token-url="/token" base-url="${sandbox.connectUrl}" client-url="${site.url}/vendor.js"
      ${vendor && `client-integrity="${vendor}"`}>Share</human-connect-button>
    <script type="module" src="/human-connect.js" integrity="${hash(kitFile)}"></script>`;
}

/** Uses the core by an import map that has a hash for each file but one. */
function modulePage(without: string): string {
  const integrity = Object.fromEntries(
    coreFiles.filter((name) => name !== without).map((name) => [`/core/${name}`, hash(readCore(name))]),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
    <script type="importmap">${JSON.stringify({ integrity })}</script>
    <button id="open">Connect</button>
    <script type="module">
      import { cdnClient, createHumanConnect } from "/core/index.js";
      const client = cdnClient({ url: location.origin + "/vendor.js", integrity: "${vendorHash}" });
      window.connect = createHumanConnect({ tokenUrl: "/token", baseUrl: "${sandbox.connectUrl}", client, warmFrame: false });
      document.querySelector("#open").onclick = () => connect.open();
    </script>`;
}

describe.each(engines)("$engine", ({ engine, launch }) => {
  describe("a page with an Integrity-Policy", () => {
    let driver: Driver;
    beforeAll(async () => void (driver = await launch()));
    afterAll(() => driver?.close());

    /** Clicks, and waits for what comes of it. */
    async function open(
      address: string,
      state: string,
      ...button: string[]
    ): Promise<{ code: string; message: string }> {
      await driver.goto(`${site.url}${address}`);
      await expect.poll(() => driver.evaluate(`${state}.status`).catch(String), { timeout: findMs }).toBe("idle");
      requested = [];
      await driver.click(...button);
      await expect.poll(() => driver.evaluate(`/open|error/.test(${state}.status)`), { timeout: findMs }).toBe(true);
      return driver.evaluate(
        `({ code: ${state}.error?.code ?? ${state}.status, message: ${state}.error?.message ?? "" })`,
      );
    }
    const openElement = (vendor: string): ReturnType<typeof open> =>
      open(
        `/element?${new URLSearchParams({ hash: vendor })}`,
        `document.querySelector("human-connect-button").state`,
        "human-connect-button",
        "button",
      );

    it("opens Connect when the vendor's script has its hash", async () => {
      expect(await openElement(vendorHash)).toEqual({ code: "open", message: "" });
    });

    it("is named, with the remedy, when the hash is missing", async () => {
      const { code, message } = await openElement("");

      // Chromium says what it was; elsewhere it is what remains when the server answers.
      expect(code).toBe(engine === "chromium" ? "client-blocked" : "client-failed");
      expect(message).toContain("Integrity-Policy");
      expect(message).toMatch(/set integrity/);
      // Only the question, and no script that the browser would not run.
      expect(requested.length).toBeLessThanOrEqual(1);
    });

    it("is told apart from a hash that is wrong, which no second download makes right", async () => {
      const { code, message } = await openElement(hash("another version"));

      expect(code).toBe("client-failed");
      expect(message).toContain("does not match integrity");
      // The script, and the question what it is; the answer may come from the browser's cache.
      expect(requested.length).toBeLessThanOrEqual(2);
    });

    // WebKitGTK knows no hashes in import maps, so no module of more than one file runs on such a page.
    if (engine === "webkit") return;

    it("lets the kit's modules load by the hashes of an import map", async () => {
      expect(await open("/modules", "connect.getState()", "#open")).toEqual({ code: "open", message: "" });
    });

    it("is named when the kit's own lazy part has no hash there", async () => {
      const { code, message } = await open("/modules?without=session/run-session.js", "connect.getState()", "#open");

      expect(code).toBe("client-failed");
      expect(message).toContain("Integrity-Policy");
    });
  });
});
