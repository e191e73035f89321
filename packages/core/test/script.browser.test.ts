import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import type { CdnClientOptions } from "../src/client.js";
import { loadScriptClient, waitForGlobal } from "../src/script.js";
import type { VendorClient } from "../src/vendor-client.js";

const sandboxUrl = inject("sandboxUrl");
const realUrl = `${sandboxUrl}/humanapi-connect-client@2.4.1.js`;
const missingUrl = `${sandboxUrl}/humanapi-connect-client@0.0.1.js`;
const page = globalThis as { HumanConnect?: unknown };
const own: VendorClient = { open: () => undefined };

let count = 0;
let added: HTMLScriptElement[];
let observer: MutationObserver;

/** The same file under a URL that no other test has asked for. */
const fresh = (url: string): string => `${url}?test=${++count}`;
const tags = (url: string): HTMLScriptElement[] =>
  [...document.querySelectorAll("script")].filter(({ src }) => src.startsWith(url));
const load = (
  url: string,
  options: CdnClientOptions = {},
  signal = new AbortController().signal,
): Promise<VendorClient> => loadScriptClient(url, options, signal);

beforeEach(() => {
  added = [];
  observer = new MutationObserver((records) =>
    added.push(
      ...records.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => node instanceof HTMLScriptElement)),
    ),
  );
  observer.observe(document.head, { childList: true });
});
afterEach(() => {
  observer.disconnect();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  delete page.HumanConnect;
});

describe("loadScriptClient", () => {
  it("gives the vendor's global once its script has run", async () => {
    const client = await load(fresh(realUrl));

    expect(client).toBe(page.HumanConnect);
    expect(client).toHaveProperty("open", expect.any(Function));
  });

  it("adds one tag for all who wait, and none for those who come later", async () => {
    const url = fresh(realUrl);

    const clients = await Promise.all([load(url), load(url)]);
    clients.push(await load(url));

    expect(new Set(clients).size).toBe(1);
    expect(tags(url)).toHaveLength(1);
    expect(added).toHaveLength(1);
  });

  it("adds a tag of its own for each URL", async () => {
    const urls = [fresh(realUrl), fresh(realUrl)];

    await Promise.all(urls.map((url) => load(url)));

    expect(urls.map((url) => tags(url).length)).toEqual([1, 1]);
  });

  it("goes on for the others when one who waits leaves", async () => {
    const url = fresh(realUrl);
    const leaver = new AbortController();
    const left = load(url, {}, leaver.signal).catch((reason: unknown) => reason);
    const stayed = load(url);

    leaver.abort("gone");

    expect(await left).toBe("gone");
    expect(await stayed).toHaveProperty("open", expect.any(Function));
    expect(added).toHaveLength(1);
  });

  it("takes the tag away when all have left, and starts anew for the next", async () => {
    const url = fresh(realUrl);
    const leavers = [new AbortController(), new AbortController()];
    const waiting = leavers.map(({ signal }) => load(url, {}, signal).catch((reason: unknown) => reason));
    expect(tags(url)).toHaveLength(1);

    for (const leaver of leavers) leaver.abort("gone");

    expect(tags(url)).toEqual([]);
    expect(await Promise.all(waiting)).toEqual(["gone", "gone"]);
    expect(await load(url)).toHaveProperty("open", expect.any(Function));
    expect(added).toHaveLength(2);
  });

  it("starts anew for one who comes at the very moment when the last has left", async () => {
    const url = fresh(realUrl);
    const leaver = new AbortController();
    load(url, {}, leaver.signal).catch(() => {});

    leaver.abort("gone");

    expect(await load(url)).toHaveProperty("open", expect.any(Function));
  });

  it("keeps the tag and the answer when somebody leaves after it has loaded", async () => {
    const url = fresh(realUrl);
    const leaver = new AbortController();
    const client = await load(url, {}, leaver.signal);

    leaver.abort("gone");

    expect(await load(url)).toBe(client);
    expect(tags(url)).toHaveLength(1);
  });

  it("adds nothing that stays for one who had left before", async () => {
    const url = fresh(realUrl);

    await expect(load(url, {}, AbortSignal.abort("gone"))).rejects.toBe("gone");

    await vi.waitFor(() => expect(tags(url)).toEqual([]));
  });

  it("tries again past every cache, then fails and leaves no tag", async () => {
    const url = fresh(missingUrl);

    await expect(load(url)).rejects.toMatchObject({
      code: "client-failed",
      message: expect.stringContaining(missingUrl),
    });

    expect(added.map(({ src }) => src)).toEqual([url, `${url}&retry=1`, `${url}&retry=2`]);
    expect(tags(missingUrl)).toEqual([]);
  });

  it.each([0, 1])("tries again %i times when told so", async (retries) => {
    await expect(load(fresh(missingUrl), { retries })).rejects.toMatchObject({ code: "client-failed" });

    expect(added).toHaveLength(retries + 1);
  });

  it("stops trying when all have left", async () => {
    const url = fresh(missingUrl);
    const leaver = new AbortController();
    const waiting = load(url, {}, leaver.signal).catch((reason: unknown) => reason);
    await vi.waitFor(() => expect(added).toHaveLength(1));
    await vi.waitFor(() => expect(tags(url)).toEqual([]));

    leaver.abort("gone");

    expect(await waiting).toBe("gone");
    await load(fresh(realUrl));
    expect(tags(missingUrl)).toEqual([]);
  });

  it("tries again at once when the network comes back", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const url = fresh(missingUrl);
    const waiting = load(url).catch((error: unknown) => error);
    const tick = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms));
    const failed = (): Promise<void> =>
      vi.waitFor(async () => {
        await tick(50);
        expect(tags(url)).toEqual([]);
      });
    await failed();

    dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(added).toHaveLength(2));

    vi.useRealTimers();
    expect(await waiting).toMatchObject({ code: "client-failed" });
  });

  it("says that the browser is offline when that is why", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);

    await expect(load(fresh(missingUrl), { retries: 0 })).rejects.toMatchObject({
      code: "offline",
      cause: { code: "client-failed" },
    });
  });

  it("fails without trying again when the script leaves no client, and works the next time", async () => {
    const url = new URL("no-client.js", import.meta.url).href;

    await expect(load(url)).rejects.toMatchObject({ code: "client-malformed" });
    expect([added.length, tags(url).length]).toEqual([1, 0]);
    page.HumanConnect = own;

    await expect(load(url)).resolves.toBe(own);
    expect(tags(url)).toHaveLength(1);
  });

  it.each([undefined, null, {}, { open: "yes" }])("takes %j for no client", async (value) => {
    page.HumanConnect = value;

    await expect(load(`${new URL("no-client.js", import.meta.url).href}?${++count}`)).rejects.toMatchObject({
      code: "client-malformed",
    });
  });

  it("runs a script that has the given hash", async () => {
    const bytes = await (await fetch(realUrl)).arrayBuffer();
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const integrity = `sha256-${btoa(String.fromCharCode(...digest))}`;
    const url = fresh(realUrl);

    await load(url, { integrity });

    expect(tags(url)[0]).toMatchObject({ integrity, crossOrigin: "anonymous" });
  });

  it("runs no script that has another hash", async () => {
    const url = fresh(realUrl);

    await expect(load(url, { integrity: `sha256-${btoa("0".repeat(32))}`, retries: 0 })).rejects.toMatchObject({
      code: "client-failed",
    });

    expect(page.HumanConnect).toBeUndefined();
    expect(tags(url)).toEqual([]);
  });

  it("passes nonce and crossorigin on, and runs in no order", async () => {
    const url = fresh(realUrl);
    const waiting = load(url, { nonce: "n0nce", crossOrigin: "anonymous" });

    expect(tags(url)[0]).toMatchObject({ nonce: "n0nce", crossOrigin: "anonymous", async: true, integrity: "" });
    await waiting;
  });

  it("sets no crossorigin by itself", async () => {
    const url = fresh(realUrl);

    await load(url);

    expect(tags(url)[0]!.hasAttribute("crossorigin")).toBe(false);
  });

  it.each([
    "javascript:globalThis.HumanConnect={open(){}}",
    "data:text/javascript,0",
    "http://cdn.example/client.js",
    "/client.js",
    "",
  ])("refuses to run %j", async (url) => {
    await expect(load(url)).rejects.toMatchObject({ code: "invalid-option", message: expect.stringContaining("url") });

    expect(added).toEqual([]);
    expect(page.HumanConnect).toBeUndefined();
  });

  it("runs what markup names only from where such a script may come from", async () => {
    const elsewhere = `${sandboxUrl}/elsewhere.js?test=${++count}`;

    await expect(load(elsewhere, { isFromMarkup: true, retries: 0 })).rejects.toMatchObject({ code: "invalid-option" });
    expect(tags(elsewhere)).toEqual([]);
    await expect(load(fresh(realUrl), { isFromMarkup: true })).resolves.toHaveProperty("open", expect.any(Function));
  });

  it("names the directive to add when the page's policy blocks it, and does not try again", async () => {
    // Stays for the rest of this file, and blocks nothing else.
    const meta = document.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = "script-src http://localhost:* 'unsafe-inline' 'unsafe-eval' blob: data:";
    document.head.append(meta);
    const url = fresh(realUrl.replace("localhost", "127.0.0.1"));

    await expect(load(url)).rejects.toMatchObject({
      code: "client-blocked",
      message: expect.stringContaining(`script-src ${url}`),
    });

    expect(added).toHaveLength(1);
    expect(tags(url)).toEqual([]);
  });
});

describe("waitForGlobal", () => {
  it("gives a client that is there already", async () => {
    page.HumanConnect = own;

    await expect(waitForGlobal(new AbortController().signal)).resolves.toBe(own);
  });

  it("waits until somebody puts one there, and takes nothing else for it", async () => {
    page.HumanConnect = {};
    const waiting = waitForGlobal(new AbortController().signal);

    page.HumanConnect = own;

    await expect(waiting).resolves.toBe(own);
  });

  it("ends with the reason when nobody waits any more", async () => {
    const controller = new AbortController();
    const waiting = waitForGlobal(controller.signal);

    controller.abort("gone");

    await expect(waiting).rejects.toBe("gone");
  });

  it("ends at once when nobody waited to begin with", async () => {
    await expect(waitForGlobal(AbortSignal.abort("gone"))).rejects.toBe("gone");
  });
});
