import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import type { CdnClientOptions } from "../../src/client/client.js";
import { loadScriptClient, waitForGlobal } from "../../src/client/script.js";
import type { VendorClient } from "../../src/vendor/vendor-client.js";

const sandboxUrl = inject("sandboxUrl");
const realUrl = `${sandboxUrl}/humanapi-connect-client@2.4.1.js`;
const missingUrl = `${sandboxUrl}/humanapi-connect-client@0.0.1.js`;
const listeningUrl = new URL("listening-client.js", import.meta.url).href;
const page = globalThis as { HumanConnect?: unknown; heard?: string[]; ran?: number };
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

  it("puts the page's remove() right after a script that replaces it and leaves no client", async () => {
    const { remove } = Element.prototype;
    try {
      await expect(load(new URL("removing-client.js", import.meta.url).href)).rejects.toMatchObject({
        code: "client-malformed",
      });

      expect(() => document.createElement("i").remove()).not.toThrow();
      expect("remove" in NodeList.prototype).toBe(false);
    } finally {
      Element.prototype.remove = remove;
    }
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

  it("tells the script's server nothing of the page's address", async () => {
    const url = fresh(realUrl);

    await load(url);

    expect(tags(url)[0]!.referrerPolicy).toBe("no-referrer");
  });

  it.each(["", "undefined", "sha384-x", "e3b0c44298fc1c149afbf4c8996fb924"])(
    "refuses the integrity %j before anything is fetched, and says how to compute one",
    async (integrity) => {
      await expect(load(fresh(realUrl), { integrity })).rejects.toMatchObject({
        code: "invalid-option",
        message: expect.stringContaining("openssl dgst"),
      });

      expect(added).toEqual([]);
    },
  );

  it("lets the script listen to nothing while it runs, and everybody else to everything", async () => {
    const { heard, listen } = { heard: [] as string[], listen: window.addEventListener };
    const target = new EventTarget();
    const note = ({ type }: Event): number => heard.push(type);

    const loading = load(`${listeningUrl}?${++count}`);
    expect(window.addEventListener).not.toBe(listen);
    window.addEventListener("of-the-page", note, { once: true });
    document.addEventListener("of-the-document", note);
    const taken = document.addEventListener;
    await loading;
    taken.call(target, "taken-along", note);
    for (const type of ["something", "load", "of-the-page", "of-the-page"]) window.dispatchEvent(new Event(type));
    for (const type of ["something", "of-the-document"]) document.dispatchEvent(new Event(type));
    target.dispatchEvent(new Event("taken-along"));
    document.removeEventListener("of-the-document", note);

    expect(page.ran).toBeGreaterThan(0);
    expect(page.heard).toEqual([]);
    expect(heard).toEqual(["of-the-page", "of-the-document", "taken-along"]);
  });

  it("leaves window and document as they were, however the downloads overlap", async () => {
    const owners = [window, document].flatMap((owner) => [owner, Object.getPrototypeOf(owner) as object]);
    const own = (): (string | symbol)[] => owners.flatMap((owner) => Reflect.ownKeys(owner));
    const before = own();
    const methods = [window.addEventListener, document.addEventListener];
    const left = new AbortController();

    const loads = [realUrl, missingUrl, realUrl].map((url) => load(fresh(url), { retries: 0 }).catch(() => {}));
    load(fresh(realUrl), {}, left.signal).catch(() => {});
    left.abort();
    await Promise.all(loads);
    delete page.HumanConnect;

    expect(own()).toEqual(before);
    expect([window.addEventListener, document.addEventListener]).toEqual(methods);
  });

  it("leaves a method to whoever has put theirs there meanwhile", async () => {
    const real = Object.getOwnPropertyDescriptor(window, "addEventListener");
    const loading = load(fresh(realUrl));
    const ours = window.addEventListener;
    const theirs = function (this: Window, ...given: Parameters<typeof ours>): void {
      ours.apply(this, given);
    } as typeof ours;
    window.addEventListener = theirs;
    await loading;
    const after = window.addEventListener;
    const heard: string[] = [];
    after.call(window, "later", ({ type }: Event) => heard.push(type), { once: true });
    window.dispatchEvent(new Event("later"));
    if (real) Object.defineProperty(window, "addEventListener", real);
    else Reflect.deleteProperty(window, "addEventListener");

    expect([after === theirs, heard]).toEqual([true, ["later"]]);
  });

  it("runs no script that nobody waits for any more", async () => {
    const before = page.ran ?? 0;
    const leaver = new AbortController();
    load(`${listeningUrl}?${++count}`, {}, leaver.signal).catch(() => {});

    leaver.abort("gone");
    await load(`${listeningUrl}?${++count}`);

    expect(page.ran).toBe(before + 1);
  });

  it.each([
    '<a id="exports"></a>',
    '<a id="exports"></a><a id="module"></a>',
    '<embed id="define">',
    '<form id="HumanConnect"><input name="open"></form>',
    '<iframe name="HumanConnect"></iframe>',
    '<form name="createElement"></form><img name="body"><img name="body"><form name="head"></form>',
  ])("finds the client past %s", async (markup) => {
    const part = document.body.appendChild(document.createElement("div"));
    part.innerHTML = markup;

    const client = await load(fresh(realUrl)).finally(() => part.remove());

    expect(client).toHaveProperty("open", expect.any(Function));
    expect(client).not.toBeInstanceOf(Node);
    expect(Object.hasOwn(window, "HumanConnect") && page.HumanConnect).toBe(client);
    expect(["exports", "module", "define"].filter((name) => Object.hasOwn(window, name))).toEqual([]);
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

  it.each(['<form id="HumanConnect"><input name="open"></form>', '<iframe name="HumanConnect"></iframe>'])(
    "takes no %s for one",
    async (markup) => {
      const part = document.body.appendChild(document.createElement("div"));
      part.innerHTML = markup;
      const waiting = waitForGlobal(new AbortController().signal);
      const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 50, "nobody"))]);
      page.HumanConnect = own;

      expect(first).toBe("nobody");
      expect(await waiting.finally(() => part.remove())).toBe(own);
    },
  );

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
