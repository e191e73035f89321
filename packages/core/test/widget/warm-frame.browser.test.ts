import { afterEach, describe, expect, inject, it, vi } from "vitest";
import { readTarget } from "../../src/vendor-options.js";
import { warmConnection } from "../../src/widget/warm-frame.js";

const sandboxUrl = inject("sandboxUrl");
const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll("iframe")];
/** Warms the connection that a session with these options would use. */
const warm = async (options: { baseUrl: string }, signal?: AbortSignal): Promise<void> =>
  warmConnection(readTarget(options), signal);
const gone = (): Promise<void> => vi.waitFor(() => expect(frames()).toEqual([]), { timeout: 10_000 });

afterEach(() => {
  vi.useRealTimers();
  for (const frame of frames()) frame.remove();
});

/** An origin of the sandbox that no other test has warmed. */
let count = 0;
const freshUrl = (): string => sandboxUrl.replace("localhost", `warm${++count}.localhost`);

describe("warmConnection", () => {
  it("frames the splash image out of everybody's way, and sends no address along", async () => {
    await warm({ baseUrl: `${freshUrl()}/path?scenario=autopilot` });

    const [frame] = frames();
    expect(frame).toMatchObject({ hidden: true, ariaHidden: "true", tabIndex: -1, referrerPolicy: "no-referrer" });
    expect(new URL(frame!.src).pathname).toBe("/images/data-source-type-icons/launch-connect-text.svg");
    expect(new URL(frame!.src).search).toBe("");
    expect(document.body.contains(frame!)).toBe(false);
    await gone();
  });

  it("takes the frame away when it has loaded, and leaves no timer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await warm({ baseUrl: sandboxUrl });
    const [frame] = frames();

    await new Promise((resolve) => frame!.addEventListener("load", resolve));

    expect(frames()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("takes the frame away after five seconds when it does not load", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    await warm({ baseUrl: freshUrl() });
    const [frame] = frames();
    frame!.onload = null;

    vi.advanceTimersByTime(4999);
    expect(frames()).toEqual([frame]);
    vi.advanceTimersByTime(1);

    expect(frames()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("takes the frame away with its session", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const controller = new AbortController();
    await warm({ baseUrl: freshUrl() }, controller.signal);
    const [frame] = frames();
    frame!.onload = null;

    controller.abort();

    expect(frames()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    await warm({ baseUrl: freshUrl() }, controller.signal);
    expect(frames()).toEqual([]);
  });

  it("warms an origin once a minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 10_000_000 });
    const baseUrl = freshUrl();
    await warm({ baseUrl });
    await gone();

    vi.setSystemTime(10_059_999);
    await warm({ baseUrl: `${baseUrl}/another/path` });
    expect(frames()).toEqual([]);
    vi.setSystemTime(10_060_000);
    await warm({ baseUrl });

    expect(frames()).toHaveLength(1);
    await gone();
  });

  it("warms each origin by itself", async () => {
    await warm({ baseUrl: freshUrl() });
    await warm({ baseUrl: freshUrl() });

    expect(frames()).toHaveLength(2);
    await gone();
  });

  it("never frames the page's own origin", async () => {
    await expect(warm({ baseUrl: location.origin })).rejects.toMatchObject({ code: "invalid-option" });

    expect(frames()).toEqual([]);
  });

  it("refuses a page that Connect must not be opened from", async () => {
    await expect(warm({ baseUrl: "javascript:alert(1)" })).rejects.toMatchObject({
      code: "invalid-option",
    });
    expect(frames()).toEqual([]);
  });
});
