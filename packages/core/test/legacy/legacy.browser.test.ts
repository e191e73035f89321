import { afterEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import type { ConnectEvent } from "../../src/model/events.js";
import type { LegacyOutcome, LegacySessionToken } from "../../src/legacy.js";
import { opener, open, stage, never } from "../human-connect/sessions.js";
import {
  backend,
  connectByHand,
  createLegacy,
  inLegacyFrame,
  legacyFrame,
  loaded,
  newUser,
  query,
  sessionKey,
} from "./legacy-sessions.js";
import { watchPage } from "../watch-page.js";
import { findDeep } from "../../../../test/support/find-deep.ts";

const types = (events: readonly ConnectEvent[]): string[] => events.map(({ type }) => type);

afterEach(() => localStorage.removeItem(sessionKey));

describe("a session with the legacy client and the sandbox", () => {
  it("goes from create mode to closed, with every event in order and what was connected", async () => {
    const session = createLegacy(newUser("autopilot"));

    const state = await open(session.connect);

    expect(session.log).toEqual(["loading", "open", "on open", "open", "on connect", "closed", "on close"]);
    const { source } = session.events[1] as ConnectEvent<"connect">;
    expect(source).toEqual({ id: expect.stringMatching(/^[0-9a-f]{24}$/), name: expect.any(String) });
    expect(state).toMatchObject({
      status: "closed",
      reason: "finished",
      currentConnections: [source],
      session: { sessionResults: { connectedSources: [source] } },
    });
    expect(stage()).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it("opens edit mode next, with the public token that the backend has by then", async () => {
    const user = newUser();
    const session = createLegacy(user);
    const first = open(session.connect);
    await loaded();
    const created = query().get("publicToken");
    await connectByHand();
    await first;

    const second = open(session.connect);
    await loaded();
    const edited = query().get("publicToken");
    await connectByHand();
    const state = await second;

    expect(created).toBeNull();
    expect(edited).toMatch(/^[0-9a-f]{32}$/);
    expect((await backend.publicToken(user)).publicToken).not.toBe(edited);
    expect(state.currentConnections).toHaveLength(2);
    expect(types(session.events)).toEqual(["open", "connect", "close", "open", "connect", "close"]);
  });

  it("replaces a public token that getToken goes on returning, by the one that finalize has brought", async () => {
    const session = createLegacy(newUser("autopilot"), { getToken: () => ({ publicToken: "" }) });
    await open(session.connect);

    const second = open(session.connect);
    await loaded();
    const edited = query().get("publicToken");
    const state = await second;

    expect(edited).toMatch(/^[0-9a-f]{32}$/);
    expect(state).toMatchObject({ status: "closed", reason: "finished" });
    expect(state.currentConnections).toHaveLength(2);
  });

  it("says that something was connected when finalize does not say what", async () => {
    const finalize = vi.fn(async (token: LegacySessionToken): Promise<void> => void (await backend.finalize(token)));
    const session = createLegacy(newUser("autopilot"), {}, { finalize });

    const state = await open(session.connect);

    expect(types(session.events)).toEqual(["open", "connect", "close"]);
    expect(session.events[1]).not.toHaveProperty("source", expect.anything());
    expect(state.currentConnections).toEqual([]);
    expect(finalize).toHaveBeenCalledExactlyOnceWith(
      { humanId: expect.any(String), clientId: "sandbox-client-id", sessionToken: expect.any(String) },
      { signal: expect.any(AbortSignal) },
    );
  });

  it("has everything in its results when a listener closes it between two sources", async () => {
    const sources = ["one", "two", "three"].map((id) => ({ id, name: id }));
    const finalize = async (): Promise<LegacyOutcome> => ({ currentConnections: sources });
    const session = createLegacy(newUser("autopilot"), {}, { finalize });
    session.connect.on("connect", () => session.connect.close());

    const state = await open(session.connect);

    expect(state).toMatchObject({
      status: "closed",
      reason: "closed-by-host",
      currentConnections: sources,
      session: { sessionResults: { connectedSources: sources } },
    });
    expect(types(session.events)).toEqual(["open", "connect", "close"]);
  });

  it("closes without a source, and asks nothing of the backend", async () => {
    const finalize = vi.fn();
    const session = createLegacy(newUser(), {}, { finalize });
    const over = open(session.connect);
    await loaded();

    await inLegacyFrame().getByRole("button", { name: "Close Connect" }).click();

    expect(await over).toMatchObject({ status: "closed", reason: "finished" });
    expect(types(session.events)).toEqual(["open", "close"]);
    expect(finalize).not.toHaveBeenCalled();
  });

  it("cannot be loaded anew, because nobody has heard yet of what was connected", async () => {
    const session = createLegacy(newUser());
    const over = open(session.connect);
    await loaded();

    const shown = ["close", "reload"].map((name) => stage()!.shadowRoot!.querySelector(`.${name}`)!.checkVisibility());

    expect(shown).toEqual([true, false]);
    session.connect.close();
    await over;
  });

  it("shows what Connect says to somebody who exists and came without a public token", async () => {
    const user = newUser("autopilot");
    await open(createLegacy(user).connect);
    const session = createLegacy(user, { getToken: () => ({ publicToken: null }) });
    const over = open(session.connect);
    await loaded();

    await inLegacyFrame().getByRole("heading", { name: "User Already Exists" }).click();
    await inLegacyFrame().getByRole("button", { name: "Return to the app" }).click();

    expect(await over).toMatchObject({ status: "closed", reason: "finished" });
  });

  it.each<[name: string, code: string, change: object, token: string]>([
    ["an unknown application", "INVALID_CLIENT_ID", { clientId: "unknown" }, ""],
    ["a public token of before", "INVALID_PUBLIC_TOKEN", {}, "0".repeat(32)],
  ])("ends in an error for %s, and leaves nothing on the page", async (_name, code, change, publicToken) => {
    const session = createLegacy(newUser(), { getToken: () => ({ publicToken }) }, change);

    const state = await open(session.connect);

    expect(state).toMatchObject({ status: "error", error: { code: "client-failed", cause: { code } } });
    expect(types(session.events)).toEqual(["open", "error"]);
    expect(stage()).toBeNull();
  });

  it("lets people sign in through a second frame", async () => {
    const session = createLegacy(newUser("popup"));
    const over = open(session.connect);
    await loaded();
    await inLegacyFrame()
      .getByRole("button", { name: /^Connect / })
      .first()
      .click();
    const second = await vi.waitFor(() => {
      const found = findDeep<HTMLIFrameElement>("iframe:not(#human-connect)");
      expect(found).not.toBeNull();
      return found!;
    });

    await page.frameLocator(page.elementLocator(second)).getByRole("button", { name: "Sign in and return" }).click();
    await inLegacyFrame().getByRole("button", { name: "Done" }).click();

    expect((await over).currentConnections).toHaveLength(1);
    expect(second.isConnected).toBe(false);
    expect(second.referrerPolicy).toBe("no-referrer");
  });

  it("that never loads can be left by the host, and ends in time by itself", async () => {
    const late = createLegacy(newUser("never-loads"), { timeouts: { widgetMs: 5 } });
    const left = createLegacy(newUser("never-loads"));

    const timedOut = await open(late.connect);
    const over = open(left.connect);
    await vi.waitFor(() => expect(legacyFrame()?.isConnected).toBe(true));
    left.connect.close();

    expect(timedOut).toMatchObject({ status: "error", error: { code: "widget-timeout" } });
    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
  });

  it("leaves no node, listener, timer or property behind", async () => {
    await open(createLegacy(newUser("autopilot")).connect);
    const watch = watchPage();

    await open(createLegacy(newUser("autopilot")).connect);

    await vi.waitFor(() => expect(watch.leftovers()).toEqual([]));
    watch.stop();
  });
});

describe("finalize", () => {
  it("that fails ends in an error, and is what the next click tries again", async () => {
    const user = newUser("autopilot");
    const tokens: LegacySessionToken[] = [];
    const finalize = vi.fn(async (token: LegacySessionToken): Promise<LegacyOutcome> => {
      tokens.push(token);
      if (tokens.length === 1) throw new Error("503");
      return backend.finalize(token);
    });
    const session = createLegacy(user, {}, { finalize });

    const first = await open(session.connect);
    const second = await open(session.connect);

    expect(first).toMatchObject({ status: "error", error: { code: "token-failed" } });
    expect(tokens[1]).toBe(tokens[0]);
    expect(second).toMatchObject({ status: "closed", reason: "finished" });
    expect(second.currentConnections).toHaveLength(1);
    expect(types(session.events)).toEqual(["open", "error", "open", "connect", "close"]);
  });

  it("that fails twice makes way for Connect", async () => {
    const session = createLegacy(newUser("autopilot"), {}, { finalize: () => Promise.reject(new Error("503")) });
    await open(session.connect);
    await open(session.connect);

    const third = open(session.connect);
    await loaded();

    expect(legacyFrame()).not.toBeNull();
    session.connect.close();
    await third;
  });

  it("that hangs ends in time", async () => {
    const session = createLegacy(newUser("autopilot"), { timeouts: { tokenMs: 1000 } }, { finalize: () => never });

    expect(await open(session.connect)).toMatchObject({ status: "error", error: { code: "token-timeout" } });
  });

  it("goes on when the person does not wait for it", async () => {
    const { promise, resolve } = Promise.withResolvers<LegacyOutcome>();
    const finalize = vi.fn((_token: LegacySessionToken, _context: { signal: AbortSignal }) => promise);
    const session = createLegacy(newUser("autopilot"), {}, { finalize });
    const over = open(session.connect);
    await vi.waitFor(() => expect(finalize).toHaveBeenCalled(), { timeout: 10_000 });
    const hasFrame = Boolean(legacyFrame());

    stage()!.shadowRoot!.querySelector<HTMLButtonElement>(".cancel")!.click();
    const state = await over;
    resolve({});

    expect(hasFrame).toBe(false);
    expect(state).toMatchObject({ status: "closed", reason: "cancelled" });
    expect(finalize.mock.calls[0]![1].signal.aborted).toBe(false);
  });

  it("that passes on what Human API has answered ends in token-exposed", async () => {
    const finalize = (): object => ({ publicToken: "p", accessToken: "s3cret" });
    const session = createLegacy(newUser("autopilot"), {}, { finalize });

    expect(await open(session.connect)).toMatchObject({ status: "error", error: { code: "token-exposed" } });
  });
});
