import { describe, expect, it } from "vitest";
import type { SandboxOptions } from "../../src/index.js";
import { createPageFolder, startSandbox } from "../start-sandbox.js";

async function open(query: Record<string, string>, options: SandboxOptions = {}): Promise<Response> {
  const sandbox = await startSandbox({ pageFolder: createPageFolder(), ...options });
  const { clientId } = sandbox;
  const given = { clientId, token: sandbox.mintToken("jane"), callback: "http://localhost:3000/back", ...query };
  return fetch(`${sandbox.hostedUrl}?${new URLSearchParams(given)}`, { redirect: "manual" });
}

describe("the hosted page", () => {
  it("is a page that keeps its URL, with the token in it, to itself", async () => {
    const response = await open({ token: "secret-token" });
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(html).toContain('src="/connect/assets/hosted.js"');
    expect(html).not.toContain("secret-token");
  });

  it.each([
    "http://localhost:1/back?tab=1",
    "http://127.0.0.1/",
    "http://[::1]:5000/deep/path#hash",
    "https://localhost/back",
  ])("leads back to %s, which is this machine, when nothing else was allowed", async (callback) => {
    expect((await open({ callback })).status).toBe(200);
  });

  it.each([
    "",
    "/back",
    "https://app.example/back",
    "http://localhost.example/back",
    "http://127.0.0.1.example/",
    "javascript:alert(1)",
    "http://user:pass@localhost/",
    "app://localhost/",
  ])("does not lead back to %j by itself", async (callback) => {
    const response = await open({ callback });

    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
    expect(await response.text()).toContain("callback is not allowed");
  });

  const callbacks = ["https://app.example/back", "otterbrook://done"];

  it.each(["https://app.example/back", "https://app.example/back?state=1", "otterbrook://done?state=1"])(
    "leads back to %s when that was allowed",
    async (callback) => {
      expect((await open({ callback }, { callbacks })).status).toBe(200);
    },
  );

  it.each([
    "http://app.example/back",
    "https://app.example/back/../other",
    "https://app.example/other",
    "https://app.example:444/back",
    "https://app.example.evil.example/back",
    "otterbrook://other",
    "http://localhost/back",
  ])("does not lead back to %s when others were allowed", async (callback) => {
    expect((await open({ callback }, { callbacks })).status).toBe(400);
  });

  it("refuses another application", async () => {
    const response = await open({ clientId: "other" });

    expect(response.status).toBe(400);
    expect(await response.text()).toContain("clientId");
  });

  it("refuses a list of callbacks that are no URLs", async () => {
    await expect(startSandbox({ callbacks: ["/back"] })).rejects.toThrow("callbacks");
  });
});
