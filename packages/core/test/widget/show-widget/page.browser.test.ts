import { describe, expect, it, vi } from "vitest";
import {
  calls,
  closing,
  connecting,
  doubts,
  fake,
  reload,
  retry,
  sandboxUrl,
  settle,
  show,
  showLoaded,
} from "./setup.js";

describe("showWidget", () => {
  it("tells when the page has loaded and is shown, once each", async () => {
    await showLoaded();
    await new Promise((resolve) => {
      fake.frame.addEventListener("load", resolve, { once: true });
      fake.frame.srcdoc = "another page";
    });

    expect(calls).toEqual(["widget", "shown"]);
  });

  it.each(["a+b", "a&b=c", "a#b", "a/b?c", "a%20b"])(
    "gives Connect the token %s, however the client writes it",
    async (token) => {
      const pasted = `https://localhost:1/?token=${token}&mode=auth`;
      void show({ neverLoads: true }, { toVendorOptions: () => ({ baseURL: pasted, token }) }).catch(() => {});
      await vi.waitFor(() => expect(fake.frame?.src).toContain("token="));

      const { searchParams, hash } = new URL(fake.frame.src);
      expect([searchParams.get("token"), searchParams.get("mode"), hash]).toEqual([token, "auth", ""]);
    },
  );
});

describe("showWidget of a page that looks alive", () => {
  it("opens the widget again with the same token when the person has it loaded anew", async () => {
    const { showing } = await showLoaded({ toVendorOptions: () => ({ baseURL: sandboxUrl, token: "token" }) });
    const first = fake.frame;

    reload();
    await vi.waitFor(() => expect(calls.filter((call) => call === "shown")).toHaveLength(2));

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
  const doubted = (): Promise<void> => vi.waitFor(() => expect(calls).toContain("unreachable"), { timeout: 5000 });

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

    expect(doubts).toEqual(["widget-failed"]);
    expect(calls.filter((call) => call === "alive")).toEqual(["alive"]);
  });

  it("does not doubt a page that has spoken", async () => {
    const asked = vi.spyOn(window, "fetch");
    await showLoaded(doubtful);
    fake.post("anything");
    await vi.waitFor(() => expect(asked.mock.calls[0]![1]!.signal!.aborted).toBe(true));

    expect(doubts).toEqual([]);
    expect(calls).toContain("alive");
    asked.mockRestore();
  });

  it("opens the widget again with the same token when the person wants it", async () => {
    const { showing } = await showLoaded({
      ...doubtful,
      toVendorOptions: () => ({ baseURL: sandboxUrl, token: "token" }),
    });
    await doubted();
    const first = fake.frame;

    retry();
    await vi.waitFor(() => expect(calls.filter((call) => call === "shown")).toHaveLength(2));

    expect([first.isConnected, fake.frame.isConnected]).toEqual([false, true]);
    expect(fake.opened.map(({ token }) => token)).toEqual(["token", "token"]);
    expect(calls).toContain("reload");
    fake.post(closing);
    await expect(showing).resolves.toMatchObject({ event: "close" });
  });
});
