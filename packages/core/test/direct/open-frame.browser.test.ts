import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { directClient } from "../../src/direct.js";
import { openFrame } from "../../src/direct/open-frame.js";
import { postFrom } from "../fake-vendor.js";
import { create, createReal, frame, openLoaded, stage, turn } from "../human-connect/sessions.js";
import { watchPage, type PageWatch } from "../watch-page.js";

const closing = { type: "hapi-connect-close", status: "SUCCESS" };
const found = (): HTMLIFrameElement | null => document.querySelector("iframe#human-api");

let watch: PageWatch;
beforeEach(() => {
  watch = watchPage();
});
afterEach(() => {
  found()?.remove();
  watch.stop();
});

describe("openFrame()", () => {
  it("adds nothing to the page for options that it refuses", () => {
    for (const options of [
      {},
      { token: "t", baseURL: "javascript:parent.ran=1//" },
      { token: "t", baseURL: "relative" },
    ])
      expect(() => openFrame(options)).toThrow();

    expect(watch.leftovers()).toEqual([]);
  });

  it("only reads its options", () => {
    const options = Object.freeze({ token: "t", baseURL: "https://connect.test", preseededSources: Object.freeze([]) });

    expect(openFrame(options)).toBeUndefined();

    expect(Object.keys(options)).toEqual(["token", "baseURL", "preseededSources"]);
  });

  it("opens nothing beside another Connect frame", () => {
    openFrame({ token: "t", baseURL: "https://connect.test" });

    expect(openFrame({ token: "u", baseURL: "https://connect.test" })).toBeNull();

    expect(document.querySelectorAll("iframe")).toHaveLength(1);
  });

  it("does not tell the Connect page where it was opened", () => {
    openFrame({ token: "t", baseURL: "https://connect.test" });

    expect(found()!.referrerPolicy).toBe("no-referrer");
  });

  it("leaves the page as it was when it gets the closing message", () => {
    openFrame({ token: "t", baseURL: "https://connect.test" });

    window.dispatchEvent(new MessageEvent("message", { data: closing }));

    expect(watch.leftovers()).toEqual([]);
  });

  it("is closed where another client has replaced remove() by one that throws", () => {
    openFrame({ token: "t", baseURL: "https://connect.test" });
    const remove = vi.spyOn(Element.prototype, "remove").mockImplementation(() => {
      throw new TypeError("parentElement is null");
    });

    window.dispatchEvent(new MessageEvent("message", { data: closing }));

    expect(found()).toBeNull();
    remove.mockRestore();
  });

  it("is not closed by another window, and takes no harm from any message", async () => {
    const onError = vi.fn<(event: ErrorEvent) => void>();
    openFrame({ token: "t", baseURL: "https://connect.test" });
    const stranger = document.body.appendChild(document.createElement("iframe"));
    window.addEventListener("error", onError);

    for (const data of [closing, null, undefined, 1, "hapi-connect-close", { type: 5 }, Object.freeze({ ...closing })])
      postFrom(stranger, data);
    for (const data of [null, undefined, { type: ["hapi-connect-close"] }])
      window.dispatchEvent(new MessageEvent("message", { data }));
    await turn();
    await turn();

    expect(found()).not.toBeNull();
    expect(onError).not.toHaveBeenCalled();
    window.removeEventListener("error", onError);
    stranger.remove();
  });
});

describe("a session with directClient()", () => {
  it("goes from loading to closed, and adds no script to the page", async () => {
    const scripts = document.scripts.length;
    const session = createReal("auto+autopilot", { client: directClient() });

    const { status } = await session.connect.open();

    expect(status).toBe("closed");
    expect(session.log).toEqual(["loading", "open", "on open", "open", "on connect", "closed", "on close"]);
    expect(document.scripts.length).toBe(scripts);
  });

  it("tells no other listener of the page that it ends", async () => {
    const heard = vi.fn<(event: MessageEvent) => void>();
    const session = create({
      client: directClient(),
      baseUrl: new URL("../client/no-client.js", import.meta.url).href,
    });
    const { over } = await openLoaded(session);
    window.addEventListener("message", heard);
    expect(frame().tabIndex).toBe(0);

    session.connect.close();
    await over;
    window.removeEventListener("message", heard);

    expect(heard).not.toHaveBeenCalled();
    expect(stage()).toBeNull();
  });
});
