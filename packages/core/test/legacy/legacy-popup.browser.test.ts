import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { attendPopups } from "../../src/legacy/popup.js";
import { postFrom } from "../fake-vendor.js";

const { origin } = location;
let frame: HTMLIFrameElement;
let controller: AbortController;
let placed: HTMLElement[];

/** A page in a frame of this origin, so that the test may speak with its voice. */
function createFrame(): HTMLIFrameElement {
  return document.body.appendChild(document.createElement("iframe"));
}

/** A message that this window has received; whatever was posted before it has been served by then. */
async function settle(): Promise<void> {
  const seen = new Promise<void>((resolve) => {
    window.addEventListener("message", ({ data }) => data === "settled" && resolve(), controller);
  });
  postMessage("settled", "*");
  await seen;
}

const ask = (url: unknown): void => postFrom(frame, JSON.stringify({ type: "hapi-connect-popup-iframe", url }));

beforeEach(() => {
  [placed, controller] = [[], new AbortController()];
  frame = createFrame();
  frame.style.zIndex = "7";
  attendPopups(frame, {
    target: { baseUrl: origin, origin, origins: [origin] },
    signal: controller.signal,
    place(node) {
      placed.push(node);
      document.body.append(node);
    },
  });
});
afterEach(() => {
  controller.abort();
  for (const node of document.querySelectorAll("iframe")) node.remove();
});

describe("attendPopups", () => {
  it("shows what the page asks for over the page, without telling where it came from", async () => {
    ask(`${origin}/package.json`);
    await vi.waitFor(() => expect(placed).toHaveLength(1));

    expect(placed[0]).toMatchObject({ src: `${origin}/package.json`, referrerPolicy: "no-referrer" });
    expect(placed[0]!.style.zIndex).toBe("7");
  });

  it.each(["javascript:top.ran=1", "data:text/html,x", "http://evil.example/", "/relative", "", 5, null])(
    "shows nothing for %j, even to the page itself",
    async (url) => {
      ask(url);
      await settle();

      expect(placed).toEqual([]);
      expect(globalThis).not.toHaveProperty("ran");
    },
  );

  it.each([`${origin}/account`, origin.toUpperCase(), ` \n${origin}/`])(
    "shows nothing of the page's own origin, where a frame could do all that the page may: %j",
    async (url) => {
      const mark = Symbol.for("human-connect-sandbox");
      const sandbox: unknown = Reflect.get(globalThis, mark);
      Reflect.deleteProperty(globalThis, mark);

      ask(url);
      await settle();
      Reflect.set(globalThis, mark, sandbox);

      expect(placed).toEqual([]);
    },
  );

  it.each([
    " https:account/close",
    "https:/elsewhere.example",
    "https://user:password@elsewhere.example/",
    "https:\\\\elsewhere.example",
  ])("shows nothing for %j, which is another address here, or holds a password", async (url) => {
    ask(url);
    await settle();

    expect(placed).toEqual([]);
  });

  it("shows nothing that another frame of the same origin asks for", async () => {
    postFrom(createFrame(), JSON.stringify({ type: "hapi-connect-popup-iframe", url: origin }));
    await settle();

    expect(placed).toEqual([]);
  });

  it("replaces one second frame by another, and takes the last away with the page", async () => {
    ask(`${origin}/one`);
    ask(`${origin}/two`);
    await vi.waitFor(() => expect(placed).toHaveLength(2));
    const before = placed.map((node) => node.isConnected);

    controller.abort();

    expect(before).toEqual([false, true]);
    expect(placed[1]!.isConnected).toBe(false);
  });

  it.each(["hapi-close-popup-iframe", "hapi-close-popup-mobile"])("on %s lets the page look again", async (type) => {
    ask(`${origin}/one`);
    await vi.waitFor(() => expect(placed).toHaveLength(1));
    const heard = new Promise((resolve) => {
      frame.contentWindow!.addEventListener("message", ({ data }) => resolve(data), { once: true });
    });

    postFrom(placed[0] as HTMLIFrameElement, JSON.stringify({ type }));

    expect(await heard).toBe('{"type":"hapi-external-auth-added"}');
    expect(placed[0]!.isConnected).toBe(false);
  });
});
