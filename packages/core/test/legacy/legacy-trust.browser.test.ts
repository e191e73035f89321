import { afterEach, describe, expect, it, vi } from "vitest";
import { legacyClient } from "../../src/legacy.js";
import { open, sandboxUrl, stage } from "../human-connect/sessions.js";
import {
  connectByHand,
  createLegacy,
  inLegacyFrame,
  legacyFrame,
  legacyUrl,
  loaded,
  newUser,
  query,
  sessionKey,
} from "./legacy-sessions.js";
import { findAllDeep } from "../../../../test/support/find-deep.ts";

const page = globalThis as { HumanConnect?: unknown; store?: unknown };
const forged = { humanId: "forged", clientId: "sandbox-client-id", sessionToken: "forged" };
const text = (type: string, fields: object = {}): string => JSON.stringify({ type, ...fields });

afterEach(() => {
  localStorage.removeItem(sessionKey);
  delete page.HumanConnect;
});

/** Opens and waits for the page; the host ends it with the test. */
async function openLoaded(...given: Parameters<typeof createLegacy>): Promise<ReturnType<typeof createLegacy>> {
  const session = createLegacy(...given);
  void open(session.connect);
  await loaded();
  return session;
}

/** A message that this window has received; whatever was posted before it has been seen by then. */
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

describe("the legacy client and who is signed in", () => {
  it("never opens for one person with the public token, or the kept session, of another", async () => {
    const first = createLegacy(newUser());
    const over = open(first.connect);
    await loaded();
    await connectByHand();
    await over;
    const again = open(first.connect);
    await loaded();
    const own = query().get("publicToken");
    first.connect.close();
    await again;
    localStorage.setItem(sessionKey, JSON.stringify("of somebody else"));

    await openLoaded(newUser(), { getToken: () => "" });

    expect(own).toMatch(/^[0-9a-f]{32}$/);
    expect([...query().keys()]).toEqual(["clientUserId", "clientId", "lang"]);
    expect(localStorage.getItem(sessionKey)).toBeNull();
  });

  it("keeps no session token in the browser while it is open, nor afterwards", async () => {
    const session = await openLoaded(newUser());
    await inLegacyFrame().getByRole("heading", { name: "Connect your health data" }).click();
    const during = localStorage.getItem(sessionKey);

    session.connect.close();
    await vi.waitFor(() => expect(stage()).toBeNull());

    expect([during, localStorage.getItem(sessionKey)]).toEqual([null, null]);
  });

  it("encodes the user once, whatever the id holds", async () => {
    const user = `${newUser()}&publicToken=x#é +%20`;

    await openLoaded(user, { getToken: () => "" });

    expect(query().get("clientUserId")).toBe(user);
    expect(query().get("publicToken")).toBeNull();
  });
});

describe("the legacy client and other windows", () => {
  it.each<[name: string, message: unknown]>([
    ["a finish", text("hapi-connect-finish", { token: forged })],
    ["a close", text("hapi-connect-close")],
    ["an error", text("hapi-connect-error", { error: { code: "FORGED" } })],
    ["a second frame that runs code", text("hapi-connect-popup-iframe", { url: "javascript:top.forged=1" })],
    ["a second frame of somebody else", text("hapi-connect-popup-iframe", { url: "https://evil.example/" })],
  ])("ignores %s that the host page posts", async (_name, message) => {
    const finalize = vi.fn();
    const session = await openLoaded(newUser(), {}, { finalize });

    postMessage(message, "*");
    const frame = document.body.appendChild(document.createElement("iframe"));
    (frame.contentWindow as unknown as { eval(code: string): (data: unknown) => void }).eval(
      "(data) => parent.postMessage(data, '*')",
    )(message);
    await settle();

    frame.remove();
    expect(session.connect.getState().status).toBe("open");
    expect(legacyFrame().checkVisibility()).toBe(true);
    expect(findAllDeep("iframe")).toHaveLength(1);
    expect(finalize).not.toHaveBeenCalled();
    expect(Object.keys(globalThis)).not.toContain("forged");
  });

  it.each(["junk-messages", "forged-messages"])("survives %s from within the page", async (scenario) => {
    const finalize = vi.fn();
    const session = createLegacy(newUser(scenario), {}, { finalize });
    const over = open(session.connect);
    await loaded();
    await inLegacyFrame().getByRole("heading", { name: "Connect your health data" }).click();

    await inLegacyFrame().getByRole("button", { name: "Close Connect" }).click();

    expect(await over).toMatchObject({ status: "closed", reason: "finished", currentConnections: [] });
    expect(finalize).not.toHaveBeenCalled();
  });
});

describe("the legacy client's script", () => {
  const fresh = (): string => `${legacyUrl}/connect.js?${Math.random()}`;

  it("loads beside another client and leaves that one where it is", async () => {
    const other = { open: vi.fn() };
    page.HumanConnect = other;

    await openLoaded(newUser(), {}, { url: fresh() });

    expect(page.HumanConnect).toBe(other);
    expect(other.open).not.toHaveBeenCalled();
  });

  it("leaves no global, and lets no second script or image of the vendor's load", async () => {
    await openLoaded(newUser(), {}, { url: fresh() });

    expect(page).not.toHaveProperty("HumanConnect");
    expect(page).not.toHaveProperty("store");
    const names = performance.getEntriesByType("resource").map(({ name }) => name);
    expect(names.filter((name) => /store\.min\.js|spinner\.gif/.test(name))).toEqual([]);
    expect(document.querySelector("script[src*='store.min.js'], img[src*='spinner']")).toBeNull();
  });

  it("opens when the body has been replaced since it loaded", async () => {
    const url = fresh();
    const session = await openLoaded(newUser(), {}, { url });
    session.connect.close();
    await vi.waitFor(() => expect(stage()).toBeNull());
    const old = document.body;
    const replaced = document.createElement("body");
    document.documentElement.replaceChild(replaced, old);

    try {
      const later = await openLoaded(newUser(), {}, { url });
      expect(later.connect.getState().status).toBe("open");
      later.connect.close();
      await vi.waitFor(() => expect(stage()).toBeNull());
    } finally {
      document.documentElement.replaceChild(old, replaced);
    }
  });

  it("that is another client's is refused", async () => {
    const session = createLegacy(newUser(), {}, { url: `${sandboxUrl}/humanapi-connect-client@2.4.1.js?legacy` });

    expect(await open(session.connect)).toMatchObject({ status: "error", error: { code: "client-malformed" } });
    expect(page).not.toHaveProperty("HumanConnect");
  });

  it("that does not come is client-failed, and leaves the window as it was", async () => {
    const listen = Object.getOwnPropertyDescriptor(window, "addEventListener");
    const session = createLegacy(newUser(), {}, { url: `${legacyUrl}/none.js` });

    const state = await open(session.connect);

    expect(state).toMatchObject({ status: "error", error: { code: "client-failed" } });
    expect(Object.getOwnPropertyDescriptor(window, "addEventListener")).toEqual(listen);
    expect(page).not.toHaveProperty("HumanConnect");
  });

  it("lets nobody else down while it loads", async () => {
    const controller = new AbortController();
    const url = `${legacyUrl}?clientUserId=${encodeURIComponent(newUser("never-loads"))}`;
    const client = legacyClient({ clientId: "c", clientUserId: "u", finalize: () => {}, url });
    const loading = client.load(controller.signal).catch((error: unknown) => error);
    await vi.waitFor(() => expect(document.querySelector(`script[src="${url}"]`)).not.toBeNull());
    const [seen, own] = [vi.fn(), {}];

    window.addEventListener("message", seen);
    page.HumanConnect = own;
    const during = page.HumanConnect;
    controller.abort("left");
    const end = await loading;
    postMessage("hello", "*");

    await vi.waitFor(() => expect(seen).toHaveBeenCalled());
    window.removeEventListener("message", seen);
    expect(end).toBe("left");
    expect([during, page.HumanConnect]).toEqual([own, own]);
  });
});
