import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { currentDialect } from "../src/current-dialect.js";
import type { TrustedMessage } from "../src/read-message.js";
import { showWidget } from "../src/show-widget.js";
import type { Stage, WidgetContext } from "../src/surface.js";
import { createFakeVendor, postFrom, type FakeVendor, type FakeVendorOptions } from "./fake-vendor.js";
import { watchPage, type PageWatch } from "./watch-page.js";

const sandboxUrl = inject("sandboxUrl");
const closing = { type: "hapi-connect-close", status: "SUCCESS" };
const connecting = { type: "hapi-connect-connect-source", currentConnections: [{ id: "a", name: "A" }] };

let watch: PageWatch;
let fake: FakeVendor;
let controller: AbortController;
let calls: string[];
let messages: TrustedMessage[];
let waiting: Promise<unknown>[];
let doubts: (string | undefined)[];
let retry: () => void;
let reload: () => void;

/** A stage that only says what it was told. */
function createSilentStage(): Stage {
  const box = document.createElement("section");
  const say = (name: string) => (): void => void calls.push(name);
  return {
    open: say("open"),
    slow: say("slow"),
    wait: say("wait"),
    doubt(onRetry) {
      calls.push("doubt");
      retry = onRetry;
    },
    trust: say("trust"),
    isGone: () => false,
    reveal(_frame, onRetry) {
      calls.push("reveal");
      reload = onRetry;
    },
    place(node) {
      document.body.append(box);
      box.append(node);
    },
    close() {
      calls.push("close");
      box.remove();
    },
  };
}

async function show(vendor: FakeVendorOptions = {}, changes: Partial<WidgetContext> = {}): Promise<TrustedMessage> {
  fake = createFakeVendor(vendor);
  const { origin } = location;
  const stage = createSilentStage();
  const log = (text: string): void => void calls.push(text);
  const showing = showWidget({
    vendor: await fake.client.load(controller.signal),
    dialect: currentDialect,
    vendorOptions: { baseURL: sandboxUrl },
    target: { baseUrl: origin, origin, origins: [origin] },
    stage,
    timeline: { mark: log, log },
    timeoutMs: 60_000,
    signal: controller.signal,
    onFrame: () => void calls.push("frame"),
    onMessage: (message) => messages.push(message),
    onDoubt: (error) => void doubts.push(error?.code),
    onGone: () => void calls.push("gone"),
    ...changes,
  });
  waiting.push(showing.finally(stage.close).catch(() => {}));
  return showing;
}

/** Starts a widget and waits until its page has loaded. */
async function showLoaded(changes: Partial<WidgetContext> = {}): Promise<{ showing: Promise<TrustedMessage> }> {
  const showing = show({}, changes);
  showing.catch(() => {});
  await vi.waitFor(() => expect(calls).toContain("reveal"));
  return { showing };
}

/** A message that the page has received; whatever was posted before it has been seen by then. */
async function settle(): Promise<void> {
  const marker = `marker-${Math.random()}`;
  const seen = new Promise<void>((resolve) => {
    const listen = ({ data }: MessageEvent): void => {
      if (data !== marker) return;
      window.removeEventListener("message", listen);
      resolve();
    };
    window.addEventListener("message", listen);
  });
  postMessage(marker, "*");
  await seen;
}

beforeEach(() => {
  watch = watchPage();
  controller = new AbortController();
  [calls, messages, waiting, doubts] = [[], [], [], []];
});
afterEach(async () => {
  controller.abort("over");
  await Promise.all(waiting);
  watch.stop();
  vi.useRealTimers();
});

describe("showWidget", () => {
  it("tells when the frame is there, then when its page has loaded, once each", async () => {
    await showLoaded();
    await new Promise((resolve) => {
      fake.frame.addEventListener("load", resolve, { once: true });
      fake.frame.srcdoc = "another page";
    });

    expect(calls).toEqual(["frame", "widget", "reveal"]);
  });

  it("passes changes on and ends with the closing message, as they were sent", async () => {
    const { showing } = await showLoaded();

    fake.post(connecting);
    fake.post({ type: "hapi-connect-disconnect-source" });
    fake.post({ ...closing, own: 1 });

    await expect(showing).resolves.toEqual({ event: "close", data: { ...closing, own: 1 } });
    expect(messages).toEqual([
      { event: "connect", data: connecting },
      { event: "disconnect", data: { type: "hapi-connect-disconnect-source" } },
    ]);
  });

  it("gives the vendor its own kind of closing message and nothing else, so that it cleans up", async () => {
    const { showing } = await showLoaded();

    fake.post(connecting);
    fake.post(closing);
    await showing;

    expect(fake.delivered).toEqual([expect.objectContaining({ type: "hapi-connect-close", currentConnections: [] })]);
    expect(fake.frame.isConnected).toBe(false);
  });

  it.each<[name: string, send: () => void]>([
    ["the host's own window", () => window.postMessage(closing, "*")],
    [
      "another frame of the page",
      () => {
        const other = document.body.appendChild(document.createElement("iframe"));
        postFrom(other, closing);
        other.remove();
      },
    ],
    [
      "a frame inside the widget",
      () => {
        const page = fake.frame.contentDocument!;
        const inner = page.body.appendChild(page.createElement("iframe"));
        const inside = inner.contentWindow as unknown as { eval(code: string): void };
        inside.eval(`parent.parent.postMessage(${JSON.stringify(closing)}, "*")`);
      },
    ],
    [
      "a script that makes the event up",
      () =>
        window.dispatchEvent(
          new MessageEvent("message", { data: closing, source: fake.frame.contentWindow, origin: location.origin }),
        ),
    ],
    [
      "a script that makes the event up without a source",
      () => window.dispatchEvent(new MessageEvent("message", { data: closing, origin: location.origin })),
    ],
  ])("ignores a close message from %s", async (_name, send) => {
    const { showing } = await showLoaded();
    const ended = vi.fn();
    showing.then(ended, ended);

    send();
    await settle();

    expect(ended).not.toHaveBeenCalled();
    fake.post(closing);
    await showing;
  });

  it("ignores a close message from the right frame at another origin", async () => {
    const { showing } = await showLoaded({
      target: { baseUrl: sandboxUrl, origin: sandboxUrl, origins: [sandboxUrl] },
    });
    const ended = vi.fn();
    showing.then(ended, ended);

    fake.post(closing);
    await settle();

    expect(ended).not.toHaveBeenCalled();
  });

  it("trusts each of the origins that it is told to", async () => {
    const { showing } = await showLoaded({
      target: { baseUrl: sandboxUrl, origin: sandboxUrl, origins: [sandboxUrl, location.origin] },
    });

    fake.post(closing);

    await expect(showing).resolves.toMatchObject({ event: "close" });
  });

  it("ignores what means nothing, and says so to developers", async () => {
    const { showing } = await showLoaded();

    for (const junk of [null, 5, "text", [], {}, { type: 5 }, { type: ["x"] }, { type: "hapi-connect-ready" }])
      fake.post(junk);
    fake.post(closing);
    await showing;

    expect(messages).toEqual([]);
    expect(calls.filter((call) => call === "ignored a message of unknown shape")).toHaveLength(8);
  });

  it("tells developers once about a message that only a newer Connect can have sent", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    await showLoaded();

    fake.post({ type: "hapi-connect-tomorrow" });
    fake.post({ type: "hapi-connect-tomorrow" });
    fake.post({ type: "someone-else" });
    await settle();

    expect(warn.mock.calls.map(String)).toEqual([expect.stringContaining('"hapi-connect-tomorrow"')]);
    warn.mockRestore();
  });

  it.each(["a+b", "a&b=c", "a#b", "a/b?c", "a%20b"])(
    "gives Connect the token %s, however the client writes it",
    async (token) => {
      const pasted = `https://localhost:1/?token=${token}&mode=auth`;
      void show({ neverLoads: true }, { vendorOptions: { baseURL: pasted, token } }).catch(() => {});
      await vi.waitFor(() => expect(calls).toContain("frame"));

      const { searchParams, hash } = new URL(fake.frame.src);
      expect([searchParams.get("token"), searchParams.get("mode"), hash]).toEqual([token, "auth", ""]);
    },
  );

  it("leaves every message to other listeners of the page as it was", async () => {
    const { showing } = await showLoaded();
    const seen: unknown[] = [];
    const listen = ({ data }: MessageEvent): void => void seen.push(data);
    window.addEventListener("message", listen);

    fake.post(connecting);
    fake.post(closing);
    await showing;
    await settle();
    window.removeEventListener("message", listen);

    expect(seen.slice(0, 2)).toEqual([connecting, closing]);
  });

  it("fails when the page does not load in time, and says how long that was", async () => {
    await expect(
      show({ neverLoads: true }, { timeoutMs: 5, vendorOptions: { baseURL: `${sandboxUrl}/?scenario=never-loads` } }),
    ).rejects.toMatchObject({
      code: "widget-timeout",
      message: expect.stringContaining("5 ms"),
    });
  });

  it("does not fail later when the page has loaded in time", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const showing = show();
    await vi.waitFor(() => expect(calls).toContain("reveal"));

    await vi.advanceTimersByTimeAsync(120_000);
    fake.post(closing);

    await expect(showing).resolves.toMatchObject({ event: "close" });
  });

  it.each([
    ["the frame", () => fake.frame],
    ["what holds the frame", () => fake.frame.parentElement!],
  ])("fails when the host removes %s", async (_name, find) => {
    const { showing } = await showLoaded();

    find().remove();

    await expect(showing).rejects.toMatchObject({ code: "widget-removed" });
  });

  it.each(["human-api", "human-api-container"])("names the id %s that the page uses itself", async (id) => {
    const own = document.body.appendChild(Object.assign(document.createElement("p"), { id }));
    const vendor = { open: () => null };

    await expect(show({}, { vendor })).rejects.toMatchObject({
      code: "widget-busy",
      message: expect.stringContaining(id),
    });
    own.remove();
  });

  it("keeps the vendor's own error as the cause when its open() throws", async () => {
    const cause = new Error("vendor");
    const vendor = {
      open() {
        throw cause;
      },
    };

    await expect(show({}, { vendor })).rejects.toMatchObject({ code: "client-failed", cause });
  });

  it("ends with the reason when it is aborted", async () => {
    const { showing } = await showLoaded();

    controller.abort("cancelled");

    await expect(showing).rejects.toBe("cancelled");
    expect(fake.frame.isConnected).toBe(false);
  });

  it("takes the vendor's nodes away when the vendor does not", async () => {
    const careless = Object.assign(document.createElement("iframe"), { srcdoc: "Connect" });
    const { showing } = await showLoaded({ vendor: { open: () => void document.body.appendChild(careless) } });

    controller.abort("over");

    await expect(showing).rejects.toBe("over");
    expect(careless.parentNode).toBeNull();
  });

  it("leaves no node, listener or timer behind, however it ends", async () => {
    const ends: (() => void)[] = [() => fake.post(closing), () => controller.abort("over"), () => fake.frame.remove()];
    for (const end of ends) {
      calls = [];
      controller = new AbortController();
      const { showing } = await showLoaded();
      expect(watch.leftovers()).toContain("listener for message on window");

      end();
      await showing.catch(() => {});
      await Promise.all(waiting);

      expect(watch.leftovers()).toEqual([]);
    }
  });

  it("names the directive to add when the page's policy blocks the frame", async () => {
    // Stays for the rest of this file, and blocks nothing else.
    const meta = document.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = "frame-src http://localhost:*";
    document.head.append(meta);
    const blocked = sandboxUrl.replace("localhost", "127.0.0.1");

    await expect(
      show(
        { neverLoads: true },
        { target: { baseUrl: blocked, origin: blocked, origins: [blocked] }, vendorOptions: { baseURL: blocked } },
      ),
    ).rejects.toMatchObject({
      code: "widget-blocked",
      message: expect.stringContaining(`frame-src ${blocked}`),
    });
  });
});

describe("showWidget of a page that looks alive", () => {
  it("opens the widget again with the same token when the person has it loaded anew", async () => {
    const { showing } = await showLoaded({ vendorOptions: { baseURL: sandboxUrl, token: "token" } });
    const first = fake.frame;

    reload();
    await vi.waitFor(() => expect(calls.filter((call) => call === "reveal")).toHaveLength(2));

    expect([first.isConnected, fake.frame.isConnected]).toEqual([false, true]);
    expect(fake.opened.map(({ token }) => token)).toEqual(["token", "token"]);
    fake.post(closing);
    await expect(showing).resolves.toMatchObject({ event: "close" });
  });
});

describe("showWidget where nobody answers", () => {
  const origin = "http://127.0.0.1:1";
  /** The frame is alive, and only the question fails. */
  const doubtful = { target: { baseUrl: origin, origin, origins: [location.origin] } };
  const doubted = (): Promise<void> => vi.waitFor(() => expect(calls).toContain("doubt"), { timeout: 5000 });

  it("says that it doubts, and ends nothing", async () => {
    const { showing } = await showLoaded(doubtful);
    await doubted();

    expect(doubts).toEqual(["widget-failed"]);
    fake.post(closing);
    await expect(showing).resolves.toMatchObject({ event: "close" });
  });

  it("takes the doubt back when the page speaks after all, once", async () => {
    await showLoaded(doubtful);
    await doubted();

    fake.post("anything");
    fake.post(connecting);
    await settle();

    expect(doubts).toEqual(["widget-failed", undefined]);
    expect(calls.filter((call) => call === "trust")).toEqual(["trust"]);
  });

  it("does not doubt a page that has spoken", async () => {
    const asked = vi.spyOn(window, "fetch");
    await showLoaded(doubtful);
    fake.post("anything");
    await vi.waitFor(() => expect(asked.mock.calls[0]![1]!.signal!.aborted).toBe(true));

    expect(doubts).toEqual([undefined]);
    asked.mockRestore();
  });

  it("opens the widget again with the same token when the person wants it", async () => {
    const { showing } = await showLoaded({ ...doubtful, vendorOptions: { baseURL: sandboxUrl, token: "token" } });
    await doubted();
    const first = fake.frame;

    retry();
    await vi.waitFor(() => expect(calls.filter((call) => call === "reveal")).toHaveLength(2));

    expect([first.isConnected, fake.frame.isConnected]).toEqual([false, true]);
    expect(fake.opened.map(({ token }) => token)).toEqual(["token", "token"]);
    expect(calls).toContain("wait");
    fake.post(closing);
    await expect(showing).resolves.toMatchObject({ event: "close" });
  });
});

describe("showWidget with a client that passes the airlock by", () => {
  const later = (node: HTMLElement): void => void setTimeout(() => document.body.append(node));
  const escaping = { neverLoads: true, append: (node: HTMLElement): void => document.body.append(node) };
  const target = { baseUrl: sandboxUrl, origin: sandboxUrl, origins: [sandboxUrl] };
  const vendorOptions = { baseURL: `${sandboxUrl}/images/data-source-type-icons/launch-connect-text.svg` };

  it.each([
    ["at once", escaping],
    ["later", { neverLoads: true, append: later }],
  ])(
    "uses the frame that it adds %s where it is, out from under the stage, and warns developers",
    async (_name, vendor) => {
      const showing = show(vendor, { target, vendorOptions });
      showing.catch(() => {});

      await vi.waitFor(() => expect(calls).toContain("reveal"));

      expect(calls.filter((call) => !call.startsWith("warning"))).toEqual(["close", "frame", "widget", "reveal"]);
      expect(calls[0]).toContain("warning");
      expect(fake.frame.parentElement).toBe(document.body);
    },
  );

  it("takes no other frame of that origin for the widget while none can be seen", async () => {
    const warm = Object.assign(document.createElement("iframe"), { hidden: true, src: vendorOptions.baseURL });
    document.documentElement.append(warm);
    const showing = show({ neverLoads: true, append: later }, { target, vendorOptions });
    showing.catch(() => {});
    await vi.waitFor(() => expect(calls).toContain("frame"));

    warm.remove();
    await vi.waitFor(() => expect(calls).toContain("reveal"));
    const state = await Promise.race([
      showing.catch((error: { code: string }) => error.code),
      settle().then(() => "running"),
    ]);

    expect(state).toBe("running");
  });

  it("lets the client clean up by itself when the session is over", async () => {
    const showing = show(escaping, { target, vendorOptions });
    showing.catch(() => {});
    await vi.waitFor(() => expect(calls).toContain("reveal"));

    controller.abort("over");
    await expect(showing).rejects.toBe("over");

    expect(fake.frame.isConnected).toBe(false);
  });

  it("takes the frame away when the client leaves it", async () => {
    const frame = Object.assign(document.createElement("iframe"), { src: vendorOptions.baseURL });
    const showing = show({}, { target, vendor: { open: () => document.body.append(frame) } });
    showing.catch(() => {});
    await vi.waitFor(() => expect(calls).toContain("reveal"));

    controller.abort("over");
    await expect(showing).rejects.toBe("over");

    expect(frame.isConnected).toBe(false);
  });

  it("fails when no frame ever comes", async () => {
    await expect(show({ append: () => {} }, { timeoutMs: 5 })).rejects.toMatchObject({ code: "widget-timeout" });
  });
});
