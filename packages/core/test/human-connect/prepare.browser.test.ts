import { describe, expect, it, vi } from "vitest";
import { createHumanConnect } from "../../src/index.js";
import { npmClient } from "../../src/npm.js";
import { createFakeVendor } from "../fake-vendor.js";
import { sandboxUrl, create, createReal, createFake, openLoaded } from "./sessions.js";

describe("prepare()", () => {
  it("loads the client and warms one frame, and leaves state and token alone", async () => {
    const load = vi.fn(() => npmClient().load(new AbortController().signal));
    const session = createReal("plain", { warmFrame: undefined, client: { load } });

    // The frame goes as soon as it has loaded, which may be before the client has.
    const warmed: Node[] = [];
    const observer = new MutationObserver((records) => {
      const added = records.flatMap((record) => [...record.addedNodes]);
      warmed.push(...added.filter((node) => node instanceof HTMLIFrameElement && node.hidden));
    });
    observer.observe(document, { childList: true, subtree: true });

    await session.connect.prepare();

    observer.disconnect();
    expect(load).toHaveBeenCalledTimes(1);
    expect(warmed).toHaveLength(1);
    expect([session.log, session.reasons]).toEqual([[], []]);
    await vi.waitFor(() => expect(document.querySelector("iframe")).toBeNull());
  });

  it("never rejects, also where the options cannot be read", async () => {
    const connect = createHumanConnect(() => {
      throw new Error("not yet");
    });

    await expect(connect.prepare()).resolves.toBe(undefined);
  });

  it("is done by a click without intent: its frame is warmed while the token is on its way, and goes with the session", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const session = createFake({
      baseUrl: sandboxUrl.replace("localhost", "touched.localhost"),
      warmFrame: undefined,
      getToken: () => promise,
    });
    // It would go as soon as it has loaded.
    const inserted = new Promise<HTMLIFrameElement>((resolveFrame) => {
      const observer = new MutationObserver(() => {
        const frame = document.querySelector<HTMLIFrameElement>("iframe[hidden]");
        if (!frame) return;
        observer.disconnect();
        frame.onload = null;
        resolveFrame(frame);
      });
      observer.observe(document.documentElement, { childList: true });
    });
    const over = session.connect.open();
    const warmed = await inserted;
    expect(warmed.src).toContain("touched.localhost");

    session.connect.close();
    await over;

    expect(warmed.isConnected).toBe(false);
    resolve("token");
  });

  it("waits in a prerendered page until somebody visits it", async () => {
    let isPrerendered = true;
    vi.spyOn(Document.prototype as { prerendering?: boolean }, "prerendering", "get").mockImplementation(
      () => isPrerendered,
    );
    const session = createFake({ prefetchToken: true, user: "ada" });
    const prepared = session.connect.prepare();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(session.reasons).toEqual([]);

    isPrerendered = false;
    document.dispatchEvent(new Event("prerenderingchange"));
    await prepared;

    expect(session.reasons).toEqual(["prefetch"]);
  });

  it("warms no frame when told not to", async () => {
    const session = createReal("plain", {
      baseUrl: sandboxUrl.replace("localhost", "cold.localhost"),
      warmFrame: false,
    });

    await session.connect.prepare();

    expect(document.querySelector("iframe")).toBeNull();
  });

  it("asks for the token only when told to, and the click uses it", async () => {
    const session = createFake({ prefetchToken: true, user: "ada" });
    await session.connect.prepare();
    await session.connect.prepare();

    await openLoaded(session);

    expect(session.reasons).toEqual(["prefetch"]);
    expect(session.fake.opened[0]!["token"]).toBe("token");
  });

  it("resolves when everything fails, and the click tries again", async () => {
    let isBroken = true;
    const fake = createFakeVendor();
    const session = create({
      baseUrl: location.origin,
      prefetchToken: true,
      user: "ada",
      client: { load: (signal) => (isBroken ? Promise.reject(new Error("blocked")) : fake.client.load(signal)) },
      getToken: () => (isBroken ? Promise.reject(new Error("503")) : "token"),
    });

    await expect(session.connect.prepare()).resolves.toBeUndefined();
    isBroken = false;
    await openLoaded(session);

    expect(session.connect.getState().status).toBe("open");
  });

  it("does nothing while a session runs", async () => {
    const fake = createFakeVendor();
    const load = vi.fn((signal: AbortSignal) => fake.client.load(signal));
    const session = createFake({ client: { load } });
    await openLoaded(session);

    await session.connect.prepare();

    expect(load).toHaveBeenCalledTimes(1);
  });
});
