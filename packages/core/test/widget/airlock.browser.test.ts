/* oxlint-disable typescript/unbound-method -- an airlock's methods use no `this`, and those of the page are compared only */
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { openInAirlock } from "../../src/widget/airlock.js";
import type { VendorClient } from "../../src/vendor/vendor-client.js";
import { npmClient } from "../../src/npm.js";
import { watchPage, type PageWatch } from "../watch-page.js";

const sandboxUrl = inject("sandboxUrl");
const closing = {
  type: "hapi-connect-close",
  status: "SUCCESS",
  sessionResults: { connectedSources: [], disconnectedSources: [] },
};

let watch: PageWatch;
let box: HTMLElement;
let placed: { node: HTMLElement; frame: HTMLIFrameElement | null; src: string | undefined }[];

const place = (node: HTMLElement, frame: HTMLIFrameElement | null): void => {
  placed.push({ node, frame, src: frame?.contentWindow?.location.href });
  box.append(node);
};
const createFrame = (): HTMLIFrameElement => Object.assign(document.createElement("iframe"), { srcdoc: "Connect" });

beforeEach(() => {
  placed = [];
  watch = watchPage();
  box = document.body.appendChild(document.createElement("section"));
});
afterEach(() => {
  box.remove();
  watch.stop();
  vi.unstubAllGlobals();
});

describe("the airlock around the vendor's own client", () => {
  let vendor: VendorClient;
  const open = (): unknown => vendor.open({ token: "abc", baseURL: sandboxUrl, version: "V2" });

  beforeEach(async () => {
    vendor = await npmClient().load(new AbortController().signal);
  });

  it("hands over every node, the frame before it has loaded anything", () => {
    const { frame, returned } = openInAirlock(open, place);

    expect(placed.map(({ node }) => node.id)).toEqual(["human-api", "human-api-connect-modal-overlay"]);
    expect(placed.map(({ src }) => src)).toEqual([undefined, undefined]);
    expect(placed[0]!.frame).toBe(frame);
    expect(returned).toBeUndefined();
    expect(document.body.querySelector(":scope > #human-api, :scope > #human-api-connect-modal-overlay")).toBeNull();
  });

  it("makes the frame tell nobody where it came from, reachable by keyboard, without an image or a handler of the vendor's", () => {
    const { frame } = openInAirlock(open, place);

    expect(frame).toMatchObject({ referrerPolicy: "no-referrer", tabIndex: 0, onload: null });
    expect(frame!.style.backgroundImage).toBe("none");
    expect(new URL(frame!.src).origin).toBe(sandboxUrl);
  });

  it("registers none of the vendor's listeners and leaves window and body as they were", () => {
    const { dispose } = openInAirlock(open, place);
    dispose();
    box.remove();

    expect(watch.leftovers()).toEqual([]);
  });

  it("lets the vendor clean up by itself when it is given the closing message", () => {
    const { deliver } = openInAirlock(open, place);

    deliver(closing);

    expect(box.children).toHaveLength(0);
  });

  it("swallows what the vendor's clean-up throws when its nodes are gone already", () => {
    const { deliver, dispose } = openInAirlock(open, place);
    dispose();

    expect(() => deliver(closing)).not.toThrow();
  });

  it("shows that the vendor believes in a session that is open already", () => {
    box.innerHTML = '<iframe id="human-api"></iframe>';

    expect(openInAirlock(open, place)).toMatchObject({ returned: null, frame: undefined });
    expect(placed).toEqual([]);
  });

  it.each(["p", "a", "form", "img"])(
    "lets no <%s> of the page with its ids keep it from opening, or be taken away",
    (tag) => {
      const foreign = ["human-api", "human-api-connect-modal-overlay"].map((id) =>
        document.body.insertBefore(Object.assign(document.createElement(tag), { id }), box),
      );

      const { returned, frame, deliver } = openInAirlock(open, place);
      deliver(closing);

      expect([returned, frame?.isConnected]).toEqual([undefined, false]);
      expect(foreign.map((node) => node.isConnected)).toEqual([true, true]);
      for (const node of foreign) node.remove();
    },
  );

  it("works again after a session", () => {
    const first = openInAirlock(open, place);
    first.deliver(closing);
    first.dispose();

    const second = openInAirlock(open, place);

    expect(second.returned).toBeUndefined();
    expect(second.frame?.isConnected).toBe(true);
    second.dispose();
  });

  it("lets the vendor's own error out, with nothing left of it", () => {
    const failing = (): unknown => vendor.open({ baseURL: sandboxUrl, version: "V2" });
    const log = vi.spyOn(console, "error").mockImplementation(() => {});

    expect(() => openInAirlock(failing, place)).toThrow(/token/);
    log.mockRestore();

    box.remove();
    expect(watch.leftovers()).toEqual([]);
  });
});

describe("the airlock", () => {
  it.each(["returns", "throws"])("puts back own properties that were there before, when open() %s", (way) => {
    const listen = vi.fn();
    const append = vi.fn();
    const bodyOwn = { value: append, configurable: true, writable: false, enumerable: true };
    const windowOwn = { value: listen, configurable: true, writable: true, enumerable: false };
    Object.defineProperty(document.body, "appendChild", bodyOwn);
    Object.defineProperty(window, "addEventListener", windowOwn);
    const open = (): void => {
      document.body.appendChild(createFrame());
      window.addEventListener("message", () => {});
      if (way === "throws") throw new Error("vendor");
    };

    try {
      openInAirlock(open, place).dispose();
    } catch {
      // The vendor's.
    }
    const after = [
      Object.getOwnPropertyDescriptor(document.body, "appendChild"),
      Object.getOwnPropertyDescriptor(window, "addEventListener"),
    ];
    delete (document.body as { appendChild?: unknown }).appendChild;
    delete (window as { addEventListener?: unknown }).addEventListener;

    expect(after).toEqual([bodyOwn, windowOwn]);
    expect([listen.mock.calls.length, append.mock.calls.length]).toEqual([0, 0]);
  });

  it("removes its own properties when open() throws, and the nodes that came through", () => {
    const failure = new Error("vendor");
    const open = (): void => {
      document.body.appendChild(createFrame());
      throw failure;
    };

    expect(() => openInAirlock(open, place)).toThrow(failure);

    expect(box.children).toHaveLength(0);
    box.remove();
    expect(watch.leftovers()).toEqual([]);
  });

  it("shadows nothing outside open()", () => {
    const before = [window.addEventListener, document.body.appendChild];
    let during: unknown[] = [];

    openInAirlock(() => (during = [window.addEventListener, document.body.appendChild]), place);

    expect(during.every((method, index) => method !== before[index])).toBe(true);
    expect([window.addEventListener, document.body.appendChild]).toEqual(before);
  });

  it("never registers listeners for messages or sizes, and registers others as they were given", () => {
    const calls: string[] = [];
    const { signal, abort } = withAbort();
    openInAirlock(() => {
      window.addEventListener("message", () => calls.push("message"));
      window.addEventListener("resize", () => calls.push("resize"));
      window.addEventListener("own-event", () => calls.push("own-event"), { once: true, signal });
    }, place);

    for (const type of ["message", "resize", "own-event", "own-event"]) window.dispatchEvent(new Event(type));
    abort();

    expect(calls).toEqual(["own-event"]);
  });

  it("finds a frame inside a container, as clients from 2.4.4 on add it", () => {
    const container = document.createElement("div");
    const inner = container.appendChild(createFrame());
    inner.tabIndex = -1;

    const { frame, dispose } = openInAirlock(() => document.body.appendChild(container), place);

    expect(frame).toBe(inner);
    expect(inner).toMatchObject({ referrerPolicy: "no-referrer", tabIndex: 0 });
    expect(placed[0]).toMatchObject({ node: container, frame: inner });
    dispose();
    expect(container.isConnected).toBe(false);
  });

  it("gives the vendor back the node that it appended", () => {
    const frame = createFrame();
    let appended: unknown;

    openInAirlock(() => (appended = document.body.appendChild(frame)), place);

    expect(appended).toBe(frame);
  });

  it("knows no frame when the client adds it in another way", () => {
    const escaped = createFrame();

    const { frame } = openInAirlock(() => document.body.append(escaped), place);

    expect(frame).toBeUndefined();
    expect(placed).toEqual([]);
    escaped.remove();
  });

  it("passes on what open() returns", () => {
    const value = {};

    expect(openInAirlock(() => value, place).returned).toBe(value);
  });

  it("gives each handler a copy of its own", () => {
    const message = { type: "hapi-connect-connect-source", list: [{ id: "a" }] };
    const seen: MessageEvent<typeof message>[] = [];
    const spoil = (event: MessageEvent<typeof message>): void => {
      seen.push(event);
      delete (event.data as Partial<typeof message>).type;
      event.data.list.length = 0;
    };
    const { deliver } = openInAirlock(() => {
      document.body.appendChild(createFrame());
      window.addEventListener("message", spoil);
      window.addEventListener("message", (event) => seen.push(event));
    }, place);

    deliver(message);

    expect(message).toEqual({ type: "hapi-connect-connect-source", list: [{ id: "a" }] });
    expect(seen[0]!.data).not.toBe(seen[1]!.data);
    expect(seen[1]!.data).toEqual(message);
  });

  it("calls every handler although one throws, and tells nobody", () => {
    const errors = vi.fn();
    window.addEventListener("error", errors);
    const second = vi.fn();
    const { deliver } = openInAirlock(() => {
      window.addEventListener("message", () => {
        throw new Error("vendor");
      });
      window.addEventListener("message", second);
    }, place);

    deliver(closing);
    window.removeEventListener("error", errors);

    expect(second).toHaveBeenCalledTimes(1);
    expect(errors).not.toHaveBeenCalled();
  });

  it("reaches a client whose listener passed it by where that client listens", () => {
    const listener = vi.fn();
    const { deliver } = openInAirlock(
      () => EventTarget.prototype.addEventListener.call(window, "message", listener as EventListener),
      place,
    );

    deliver(closing);
    window.removeEventListener("message", listener);

    expect(listener.mock.calls.map(([event]) => event.data)).toEqual([closing]);
  });

  it("takes every node away, however often it is told to", () => {
    const { dispose } = openInAirlock(() => {
      document.body.appendChild(createFrame());
      document.body.appendChild(document.createElement("div"));
    }, place);

    dispose();
    dispose();

    expect(box.children).toHaveLength(0);
  });
});

function withAbort(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
