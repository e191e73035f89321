import { afterEach, describe, expect, inject, it, vi } from "vitest";
import { cdnClient, globalClient } from "../../src/clients.js";
import { npmClient } from "../../src/npm.js";

const sandboxUrl = inject("sandboxUrl");
const page = globalThis as { HumanConnect?: unknown };
const { signal } = new AbortController();

afterEach(() => {
  vi.restoreAllMocks();
  delete page.HumanConnect;
});

/** The URLs of the tags that a call adds; they are taken away before they load. */
function tagsOf(call: (signal: AbortSignal) => Promise<unknown>): Promise<string[]> {
  const controller = new AbortController();
  const urls: string[] = [];
  const append = vi.spyOn(document.head, "append").mockImplementation((...nodes) => {
    urls.push(...nodes.map((node) => (node as HTMLScriptElement).src));
    controller.abort();
  });
  return call(controller.signal)
    .catch(() => {})
    .then(() => {
      append.mockRestore();
      return urls;
    });
}

describe("cdnClient", () => {
  it.each([
    [{}, "https://cdn.humanapi.co/humanapi-connect-client@latest.js"],
    [{ version: "2.4.1" }, "https://cdn.humanapi.co/humanapi-connect-client@2.4.1.js"],
    [{ url: "https://own.example/client.js", version: "2.4.1" }, "https://own.example/client.js"],
  ])("given %j asks for %s", async (options, url) => {
    expect(await tagsOf((leaving) => cdnClient(options).load(leaving))).toEqual([url]);
  });

  it("asks for nothing before it is told to load", () => {
    const append = vi.spyOn(document.head, "append");

    cdnClient();

    expect(append).not.toHaveBeenCalled();
  });

  it("loads the vendor's own script from the sandbox's CDN", async () => {
    const client = cdnClient({ url: `${sandboxUrl}/humanapi-connect-client@latest.js` });

    const vendor = await client.load(signal);

    expect(vendor).toHaveProperty("open", expect.any(Function));
    expect(await client.load(signal)).toBe(vendor);
  });

  it("shares the script with every other client of the same URL", async () => {
    const url = `${sandboxUrl}/humanapi-connect-client@2.4.1.js?shared`;

    const vendors = await Promise.all([cdnClient({ url }).load(signal), cdnClient({ url }).load(signal)]);

    expect(vendors[0]).toBe(vendors[1]);
    expect([...document.scripts].filter(({ src }) => src === url)).toHaveLength(1);
  });

  it("passes on what a strict page needs", async () => {
    const url = `${sandboxUrl}/humanapi-connect-client@2.4.1.js?strict`;

    await cdnClient({ url, nonce: "n0nce", crossOrigin: "anonymous" }).load(signal);

    expect([...document.scripts].find(({ src }) => src === url)).toMatchObject({
      nonce: "n0nce",
      crossOrigin: "anonymous",
    });
  });

  it("fails with the kit's error when there is no such version", async () => {
    const client = cdnClient({ url: `${sandboxUrl}/humanapi-connect-client@9.9.9.js`, retries: 0 });

    await expect(client.load(signal)).rejects.toMatchObject({ code: "client-failed" });
  });
});

describe("globalClient", () => {
  it("waits for a client that somebody else puts on the page", async () => {
    const own = { open: () => undefined };
    const waiting = globalClient().load(signal);

    page.HumanConnect = own;

    await expect(waiting).resolves.toBe(own);
  });

  it("adds no script", async () => {
    expect(
      await tagsOf(async (leaving) => {
        const waiting = globalClient().load(leaving);
        page.HumanConnect = { open: () => undefined };
        await waiting;
      }),
    ).toEqual([]);
  });

  it("stops waiting when nobody waits any more", async () => {
    const controller = new AbortController();
    const waiting = globalClient().load(controller.signal);

    controller.abort("gone");

    await expect(waiting).rejects.toBe("gone");
  });
});

describe("npmClient", () => {
  it("imports the vendor's package, whatever the bundler makes of it, the same each time", async () => {
    const vendor = await npmClient().load(signal);

    expect(vendor).toHaveProperty("open", expect.any(Function));
    expect(await npmClient().load(signal)).toHaveProperty("open", Reflect.get(vendor, "open"));
  });

  it("leaves no global", async () => {
    await npmClient().load(signal);

    expect(page.HumanConnect).toBeUndefined();
  });
});
