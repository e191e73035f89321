import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";

/** The sandbox's `connect.js` as a host page meets it, with the faults that are known of the vendor's. */
interface LegacyClient {
  open(options: object): void;
  setPublicToken(token: string): void;
}

const base = `${inject("sandboxUrl")}/legacy`;
const realm = globalThis as { HumanConnect?: LegacyClient; store?: unknown };
const key = "humanapiSessionToken";
let count = 0;
let client: LegacyClient;

const user = (): string => `legacy-client-${Date.now()}-${count++}`;
const frame = (): HTMLIFrameElement | null => document.querySelector("#human-connect");
const urlOf = (): string => frame()!.getAttribute("src")!;

/** Opens and waits for the frame, which comes after another script. */
async function open(options: object): Promise<void> {
  frame()?.remove();
  client.open({ clientId: "sandbox-client-id", ...options });
  await vi.waitFor(() => expect(frame()).not.toBeNull());
}

beforeEach(async () => {
  localStorage.removeItem(key);
  if (realm.HumanConnect) return;
  const script = Object.assign(document.createElement("script"), { src: `${base}/connect.js` });
  await new Promise((resolve) => {
    script.onload = resolve;
    document.head.append(script);
  });
  client = realm.HumanConnect!;
});
afterEach(() => {
  for (const node of document.querySelectorAll("#human-connect, #hapi-popup-iframe, img[src$='spinner.gif']"))
    node.remove();
  localStorage.removeItem(key);
});

describe("the sandbox's connect.js", () => {
  it("offers open and setPublicToken", async () => {
    expect(Object.keys(client)).toEqual(expect.arrayContaining(["open", "setPublicToken"]));
    expect(client.open({ clientId: "sandbox-client-id", clientUserId: user() })).toBeUndefined();
    // It comes later, and the next test is not to find it.
    await vi.waitFor(() => expect(frame()).not.toBeNull());
  });

  it("adds another script and, after it, a frame over the whole page", async () => {
    const clientUserId = user();

    await open({ clientUserId });

    expect(document.head.querySelector(`script[src="${base}/store.min.js"]`)).not.toBeNull();
    expect(frame()!.style.zIndex).toBe("99999");
    expect(urlOf()).toBe(`${base}?clientUserId=${clientUserId}&clientId=sandbox-client-id&lang=en`);
  });

  it("encodes nothing", async () => {
    await open({ clientUserId: "a&publicToken=forged", language: "de#x" });

    expect(urlOf()).toContain("clientUserId=a&publicToken=forged&");
    expect(urlOf()).toMatch(/&lang=de#x$/);
  });

  it("takes a blank public token for the one of the call before", async () => {
    await open({ clientUserId: "first", publicToken: "of-first" });

    await open({ clientUserId: "second", publicToken: "" });

    expect(urlOf()).toContain("clientUserId=second");
    expect(urlOf()).toContain("publicToken=of-first");
    client.setPublicToken("");
  });

  it("keeps the session token in the browser and sends it the next time, whoever that is", async () => {
    await open({ clientUserId: user() });
    await vi.waitFor(() => expect(localStorage.getItem(key)).not.toBeNull(), { timeout: 5000 });
    const kept: unknown = JSON.parse(localStorage.getItem(key)!);

    await open({ clientUserId: user() });

    expect(urlOf()).toContain(`&sessionToken=%20${String(kept)}`);
  });

  it("believes any window, and hides a finished frame without removing it", async () => {
    const finish = vi.fn();
    await open({ clientUserId: user(), finish });
    const token = { humanId: "forged" };

    postMessage(JSON.stringify({ type: "hapi-connect-finish", token }), "*");

    await vi.waitFor(() => expect(finish).toHaveBeenCalledWith(null, token));
    expect(frame()!.style.display).toBe("none");
  });

  it("removes the frame on close, calls back without arguments and swallows what the callback throws", async () => {
    const errors = vi.fn();
    window.addEventListener("error", errors);
    const close = vi.fn(() => {
      throw new Error("of the host");
    });
    await open({ clientUserId: user(), close });

    postMessage(JSON.stringify({ type: "hapi-connect-close" }), "*");

    await vi.waitFor(() => expect(close).toHaveBeenCalledWith());
    expect(frame()).toBeNull();
    window.removeEventListener("error", errors);
    expect(errors).not.toHaveBeenCalled();
  });

  it("tells of an error and leaves everything as it is", async () => {
    const error = vi.fn();

    await open({ clientUserId: user(), clientId: "unknown", error });

    await vi.waitFor(() => expect(error).toHaveBeenCalledWith(expect.objectContaining({ code: "INVALID_CLIENT_ID" })), {
      timeout: 5000,
    });
    expect(error.mock.calls[0]![0]).toEqual({
      code: "INVALID_CLIENT_ID",
      message: expect.any(String),
      detailedMessage: expect.any(String),
    });
    expect(frame()).not.toBeNull();
  });

  it("ignores messages that are objects", async () => {
    const close = vi.fn();
    await open({ clientUserId: user(), close });
    const seen = new Promise((resolve) => window.addEventListener("message", resolve, { once: true }));

    postMessage({ type: "hapi-connect-close" }, "*");
    await seen;

    expect(close).not.toHaveBeenCalled();
  });

  it("shows a second frame and tells the first when that one has gone", async () => {
    await open({ clientUserId: user() });

    postMessage(JSON.stringify({ type: "hapi-connect-popup-iframe", url: "about:blank" }), "*");
    await vi.waitFor(() => expect(document.querySelector("#hapi-popup-iframe")).not.toBeNull());
    postMessage(JSON.stringify({ type: "hapi-close-popup-iframe" }), "*");

    await vi.waitFor(() => expect(document.querySelector("#hapi-popup-iframe")).toBeNull());
  });

  it("does nothing when another client is on the page", async () => {
    const script = Object.assign(document.createElement("script"), { src: `${base}/connect.js?again` });

    await new Promise((resolve) => {
      script.onload = resolve;
      document.head.append(script);
    });

    expect(realm.HumanConnect).toBe(client);
  });
});
