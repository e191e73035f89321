import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { VendorClient } from "../src/client.js";
import type { ConnectEvent } from "../src/events.js";
import { createHumanConnect, type HumanConnect } from "../src/human-connect.js";
import { npmClient } from "../src/npm.js";
import type { HumanConnectOptions, TokenReason } from "../src/options.js";
import type { HumanConnectState } from "../src/state.js";
import { createFakeVendor, type FakeVendor, type FakeVendorOptions } from "./fake-vendor.js";
import { watchPage } from "./watch-page.js";

const sandboxUrl = inject("sandboxUrl");
const tokens = inject("sandboxTokens");
const splash = `${sandboxUrl}/images/data-source-type-icons/launch-connect-text.svg`;

const clinic = { id: "c1", name: "Clinic" };
const pharmacy = { id: "p1", name: "Pharmacy" };
const results = (connectedSources: object[], disconnectedSources: object[] = []): object => ({
  connectedSources,
  disconnectedSources,
  requestedSources: [],
});
const connecting = {
  type: "hapi-connect-connect-source",
  status: "CONNECTED_SOURCE",
  sessionResults: results([clinic]),
  currentConnections: [clinic],
};
const closing = {
  type: "hapi-connect-close",
  status: "SUCCESS",
  sessionResults: results([clinic]),
  currentConnections: [clinic],
};

interface Session {
  readonly connect: HumanConnect;
  /** Every state and every event, in order. */
  readonly log: string[];
  readonly events: ConnectEvent[];
  /** Why `getToken` was called, each time. */
  readonly reasons: TokenReason[];
}

let opener: HTMLButtonElement;
let connects: HumanConnect[];
let overs: Promise<HumanConnectState>[];

/** A connection that notes whatever happens to it. */
function create(options: Partial<HumanConnectOptions> = {}): Session {
  const [log, events, reasons]: [string[], ConnectEvent[], TokenReason[]] = [[], [], []];
  const note = (event: ConnectEvent): void => {
    events.push(event);
    log.push(`on ${event.type}`);
  };
  const { getToken = () => "token" } = options;
  const connect = createHumanConnect({
    warmFrame: false,
    onOpen: note,
    onConnect: note,
    onDisconnect: note,
    onClose: note,
    onError: note,
    ...options,
    getToken(context) {
      reasons.push(context.reason);
      return getToken(context);
    },
  });
  connect.subscribe(() => log.push(connect.getState().status));
  connects.push(connect);
  return { connect, log, events, reasons };
}

/** A connection to the real client and the sandbox. */
function createReal(user: string, options: Partial<HumanConnectOptions> = {}): Session {
  return create({
    client: npmClient(),
    baseUrl: sandboxUrl,
    getToken: () => ({ session_token: tokens[user]!, expires_in: 3600 }),
    ...options,
  });
}

/** A connection to a page that the test speaks for. */
function createFake(
  options: Partial<HumanConnectOptions> = {},
  vendor: FakeVendorOptions = {},
): Session & { fake: FakeVendor } {
  const fake = createFakeVendor(vendor);
  return { ...create({ client: fake.client, baseUrl: location.origin, ...options }), fake };
}

function open(connect: HumanConnect, ...overrides: Parameters<HumanConnect["open"]>): Promise<HumanConnectState> {
  const over = connect.open(...overrides);
  overs.push(over);
  return over;
}

/** Opens and waits until the page in the frame has loaded. */
async function openLoaded({ connect }: Session): Promise<{ over: Promise<HumanConnectState> }> {
  const over = open(connect);
  await vi.waitFor(() => expect(stage()?.shadowRoot!.querySelector("[data-live]")).toBeTruthy(), { timeout: 10_000 });
  return { over };
}

const stage = (): HTMLElement | null => document.querySelector<HTMLElement>("[data-human-connect-stage]");
const frame = (): HTMLIFrameElement => document.querySelector<HTMLIFrameElement>("#human-api")!;
const inFrame = (): ReturnType<typeof page.frameLocator> => page.frameLocator(page.elementLocator(frame()));
const never = new Promise<never>(() => {});
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  [connects, overs] = [[], []];
  opener = document.body.appendChild(Object.assign(document.createElement("button"), { textContent: "Connect" }));
  opener.focus();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const connect of connects) connect.close();
  await Promise.allSettled(overs);
  opener.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a session with the vendor's own client and the sandbox", () => {
  it("goes from loading to closed, with every event in order and what was connected", async () => {
    const session = createReal("auto+autopilot");

    const state = await open(session.connect);

    expect(session.log).toEqual(["loading", "open", "on open", "open", "on connect", "closed", "on close"]);
    const [opened, connected, closed] = session.events as [
      ConnectEvent<"open">,
      ConnectEvent<"connect">,
      ConnectEvent<"close">,
    ];
    const source = connected.source!;
    expect(source).toEqual({ id: expect.stringMatching(/^[0-9a-f]{24}$/), name: expect.any(String) });
    expect(opened.session.currentConnections).toEqual([]);
    expect(connected.session.sessionResults.connectedSources).toEqual([source]);
    expect(closed).toMatchObject({
      reason: "finished",
      session: { currentConnections: expect.arrayContaining([source]), sessionResults: { connectedSources: [source] } },
    });
    expect(state).toEqual({
      status: "closed",
      reason: "finished",
      session: closed.session,
      currentConnections: closed.session.currentConnections,
    });
    expect(state).toBe(session.connect.getState());
    expect(session.reasons).toEqual(["open"]);
    expect(document.activeElement).toBe(opener);
  });

  it("leaves User Timing marks of every step", async () => {
    const session = createReal("plain");
    await openLoaded(session);

    const marks = performance.getEntriesByType("mark").map(({ name }) => name);

    expect(marks.filter((name) => name.startsWith("human-connect:")).toSorted()).toEqual([
      "human-connect:click",
      "human-connect:client",
      "human-connect:token",
      "human-connect:widget",
    ]);
  });

  it("writes a timeline without the token when told to debug", async () => {
    const debug = vi.spyOn(console, "debug").mockImplementation(() => {});
    const session = createReal("plain", { debug: true });

    await openLoaded(session);

    const lines = debug.mock.calls.map(([line]) => String(line));
    expect(lines.join("\n")).toMatch(/token[^]*widget/);
    expect(lines.join("\n")).not.toContain(tokens["plain"]);
  });

  it("reads results in the names of client 1.x", async () => {
    const session = createReal("old+v1-names");
    const { over } = await openLoaded(session);

    await inFrame()
      .getByRole("button", { name: /^Connect / })
      .first()
      .click();
    await inFrame().getByLabelText("User name").fill("ada");
    await inFrame().getByLabelText("Password").fill("lovelace");
    await inFrame().getByRole("button", { name: "Sign in" }).click();
    await inFrame().getByRole("button", { name: "Agree and connect" }).click();
    await inFrame().getByRole("button", { name: "Done" }).click();

    const state = await over;
    expect(session.events.map(({ type }) => type)).toEqual(["open", "connect", "close"]);
    expect(state.currentConnections).toHaveLength(1);
    expect(state).toMatchObject({
      status: "closed",
      session: {
        sessionResults: { connectedSources: state.currentConnections, requestedSources: [] },
        requestedProviders: [],
      },
    });
  });

  it.each([
    ["abrupt+abnormal-close", "a close without results"],
    ["junk+junk-messages", "messages that mean nothing"],
    ["forged+forged-messages", "messages that a frame inside the page has forged"],
  ])("of %s survives %s", async (user) => {
    const errors = vi.fn();
    window.addEventListener("error", errors);
    const session = createReal(user);
    const { over } = await openLoaded(session);

    await inFrame().getByRole("button", { name: "Close Connect" }).click();

    const state = await over;
    window.removeEventListener("error", errors);
    expect(session.log).toEqual(["loading", "open", "on open", "closed", "on close"]);
    expect(state).toMatchObject({ status: "closed", reason: "finished", currentConnections: [] });
    expect(errors).not.toHaveBeenCalled();
  });

  it.each([
    ["stale+expired-token", "expired"],
    ["unknown+invalid-token", "invalid"],
  ] as const)(
    "of %s asks for another token once, with the reason %s, and opens only once for the host",
    async (user, reason) => {
      const session = createReal("plain", { getToken: ({ reason: why }) => tokens[why === "open" ? user : "plain"]! });
      void open(session.connect);

      await vi.waitFor(() => expect(session.reasons).toEqual(["open", reason]), { timeout: 10_000 });
      await vi.waitFor(() => expect(frame()?.src).toContain(tokens["plain"]));
      await vi.waitFor(() => expect(stage()!.shadowRoot!.querySelector("[data-live]")).toBeTruthy(), {
        timeout: 10_000,
      });

      expect(session.log).toEqual(["loading", "open", "on open"]);
    },
  );

  it.each([
    ["stale+expired-token", "token-expired", ["open", "expired"]],
    ["unknown+invalid-token", "token-invalid", ["open", "invalid"]],
    ["nobody+missing-token", "token-missing", ["open"]],
  ] as const)("of %s ends in %s", async (user, code, reasons) => {
    const session = createReal(user);

    const state = await open(session.connect);

    expect(state).toMatchObject({ status: "error", error: { code } });
    expect(session.reasons).toEqual(reasons);
    expect(session.log).toEqual(["loading", "open", "on open", "error", "on error"]);
  });

  it("that never loads can be left by Escape, and the focus goes back", async () => {
    const session = createReal("late+never-loads");
    const over = open(session.connect);
    await vi.waitFor(() => expect(session.log).toContain("on open"));

    await userEvent.keyboard("{Escape}");

    expect(await over).toMatchObject({ status: "closed", reason: "cancelled" });
    expect(document.activeElement).toBe(opener);
  });

  it("that never loads ends in time", async () => {
    const session = createReal("late+never-loads", { timeouts: { widgetMs: 5 } });

    expect(await open(session.connect)).toMatchObject({ status: "error", error: { code: "widget-timeout" } });
    expect(stage()).toBeNull();
  });

  it("is ended by the host, and everybody hears why", async () => {
    const session = createReal("plain");
    const { over } = await openLoaded(session);

    session.connect.close();

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
    expect(session.events.at(-1)).toMatchObject({ type: "close", reason: "closed-by-host" });
  });

  it("leaves no node, listener, timer or property behind, twenty times over", async () => {
    const session = createReal("plain");
    const { over: first } = await openLoaded(session);
    session.connect.close();
    await first;
    const watch = watchPage();

    for (let round = 0; round < 20; round++) {
      const { over } = await openLoaded(session);
      if (!round)
        expect(watch.leftovers()).toEqual(
          expect.arrayContaining([
            "listener for message on window",
            expect.stringContaining("data-human-connect-stage"),
          ]),
        );
      session.connect.close();
      await over;
    }
    await vi.waitFor(() => expect(watch.leftovers()).toEqual([]));
    watch.stop();
  });

  it("leaves nothing behind when the person finishes", async () => {
    const session = createReal("pilot+autopilot");
    const watch = watchPage();

    await open(session.connect);

    await vi.waitFor(() => expect(watch.leftovers()).toEqual([]));
    watch.stop();
  });
});

describe("prepare()", () => {
  it("loads the client and warms one frame, and leaves state and token alone", async () => {
    const load = vi.fn(() => npmClient().load(new AbortController().signal));
    const session = createReal("plain", { warmFrame: undefined, client: { load } });

    await session.connect.prepare();

    expect(load).toHaveBeenCalledTimes(1);
    expect(document.querySelectorAll("iframe[hidden]")).toHaveLength(1);
    expect([session.log, session.reasons]).toEqual([[], []]);
    await vi.waitFor(() => expect(document.querySelector("iframe")).toBeNull());
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
    const session = createFake({ prefetchToken: true });
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

describe("events", () => {
  it("carry the session so far and the source that is new", async () => {
    const session = createFake();
    const { over } = await openLoaded(session);

    session.fake.post(connecting);
    session.fake.post({
      ...connecting,
      sessionResults: results([clinic, pharmacy]),
      currentConnections: [clinic, pharmacy],
    });
    session.fake.post({
      type: "hapi-connect-disconnect-source",
      sessionResults: results([clinic, pharmacy], [clinic]),
      currentConnections: [pharmacy],
    });
    session.fake.post({
      ...closing,
      sessionResults: results([clinic, pharmacy], [clinic]),
      currentConnections: [pharmacy],
    });
    await over;

    expect(session.events.map((event) => [event.type, "source" in event && event.source])).toEqual([
      ["open", false],
      ["connect", clinic],
      ["connect", pharmacy],
      ["disconnect", clinic],
      ["close", false],
    ]);
    expect(session.events.map((event) => "session" in event && event.session.currentConnections)).toEqual([
      [],
      [clinic],
      [clinic, pharmacy],
      [pharmacy],
      [pharmacy],
    ]);
  });

  it("name the source that was connected again, although the vendor has listed it before", async () => {
    const session = createFake();
    await openLoaded(session);

    session.fake.post({
      ...connecting,
      sessionResults: results([clinic, pharmacy]),
      currentConnections: [clinic, pharmacy],
    });
    session.fake.post({
      type: "hapi-connect-disconnect-source",
      sessionResults: results([clinic, pharmacy], [clinic]),
      currentConnections: [pharmacy],
    });
    session.fake.post({
      ...connecting,
      sessionResults: results([clinic, pharmacy, clinic], [clinic]),
      currentConnections: [pharmacy, clinic],
    });
    await vi.waitFor(() => expect(session.events).toHaveLength(4));

    expect(session.events[3]).toMatchObject({ type: "connect", source: clinic });
  });

  it("name no source when the vendor does not say which", async () => {
    const session = createFake();
    await openLoaded(session);

    session.fake.post({ type: "hapi-connect-connect-source" });
    await vi.waitFor(() => expect(session.events).toHaveLength(2));

    expect(session.events[1]).toEqual({ type: "connect", session: expect.anything(), source: undefined });
  });

  it("reach callbacks and listeners alike, with the state already changed", async () => {
    const seen: string[] = [];
    const session = createFake({
      onConnect: () => seen.push(`callback ${session.connect.getState().currentConnections.length}`),
    });
    session.connect.on("connect", () => seen.push(`listener ${session.connect.getState().currentConnections.length}`));
    await openLoaded(session);

    session.fake.post(connecting);
    await vi.waitFor(() => expect(seen).toHaveLength(2));

    expect(seen.toSorted()).toEqual(["callback 1", "listener 1"]);
  });

  it("keep what earlier ones said when an abnormal close says nothing", async () => {
    const session = createFake();
    const { over } = await openLoaded(session);

    session.fake.post(connecting);
    session.fake.post({ type: "hapi-connect-close" });

    expect(await over).toMatchObject({
      status: "closed",
      currentConnections: [clinic],
      session: { sessionResults: { connectedSources: [clinic] } },
    });
  });

  it.each(["constructor", "toString", "__proto__", "", "UNKNOWN", 5, null, {}])(
    "take a close with the status %j for a normal one",
    async (status) => {
      const session = createFake();
      await openLoaded(session);

      session.fake.post({ ...closing, status });

      await vi.waitFor(() =>
        expect(session.connect.getState()).toMatchObject({ status: "closed", reason: "finished" }),
      );
      expect(session.reasons).toEqual(["open"]);
    },
  );

  it.each([
    ["a change", "hapi-connect-connect-source"],
    ["a close", "hapi-connect-close"],
  ])("are not made from a list that looks like %s", async (_name, type) => {
    const session = createFake();
    const { over } = await openLoaded(session);

    session.fake.post(Object.assign([clinic], { type }));
    session.fake.post(closing);

    expect(await over).toMatchObject({ status: "closed", currentConnections: [clinic] });
    expect(session.events.map((event) => event.type)).toEqual(["open", "close"]);
  });
});

describe("callbacks that throw", () => {
  it("are reported as uncaught and change nothing else", async () => {
    const reported: unknown[] = [];
    const report = (event: ErrorEvent): void => {
      event.preventDefault();
      reported.push((event.error as Error).message);
    };
    window.addEventListener("error", report);
    const fail = (what: string) => (): never => {
      throw new Error(what);
    };
    const session = createFake({ onOpen: fail("onOpen"), onConnect: fail("onConnect"), onClose: fail("onClose") });
    session.connect.on("connect", fail("listener"));
    const { over } = await openLoaded(session);

    session.fake.post(connecting);
    session.fake.post(closing);
    const state = await over;
    window.removeEventListener("error", report);

    expect(state).toMatchObject({ status: "closed", reason: "finished", currentConnections: [clinic] });
    expect(reported).toEqual(["onOpen", "listener", "onConnect", "onClose"]);
    expect(session.log).toEqual(["loading", "open", "open", "closed"]);
    expect(stage()).toBeNull();
  });
});

describe("opening again", () => {
  it("joins the session that runs", async () => {
    const session = createFake();

    const first = open(session.connect);

    expect(session.connect.open()).toBe(first);
    await vi.waitFor(() => expect(session.connect.getState().status).toBe("open"));
    expect(session.connect.open()).toBe(first);
    expect(session.reasons).toEqual(["open"]);
    expect(document.querySelectorAll("#human-api")).toHaveLength(1);
  });

  it("on another instance is refused, and the first goes on", async () => {
    const first = createFake();
    const second = createFake();
    const { over } = await openLoaded(first);

    expect(await open(second.connect)).toMatchObject({ status: "error", error: { code: "widget-busy" } });

    expect(first.connect.getState().status).toBe("open");
    first.fake.post(closing);
    expect(await over).toMatchObject({ status: "closed" });
    await openLoaded(second);
    expect(second.connect.getState().status).toBe("open");
  });

  it("inside onClose works", async () => {
    let again = 0;
    const session = createFake({ onClose: () => void (again++ || open(session.connect)) });
    await openLoaded(session);

    session.fake.post(closing);

    await vi.waitFor(() =>
      expect([session.fake.opened.length, session.connect.getState().status]).toEqual([2, "open"]),
    );
  });

  it("inside onClose does not change how the first session ended", async () => {
    let again = 0;
    const session = createFake({ onClose: () => void (again++ || open(session.connect)) });
    const { over } = await openLoaded(session);

    session.fake.post(closing);

    expect(await over).toMatchObject({ status: "closed", reason: "finished" });
  });

  it("works after an error", async () => {
    let isBroken = true;
    const session = createFake({ getToken: () => (isBroken ? Promise.reject(new Error("503")) : "token") });
    expect(await open(session.connect)).toMatchObject({ status: "error", error: { code: "token-failed" } });
    isBroken = false;

    await openLoaded(session);

    expect(session.log).toEqual(["loading", "error", "on error", "loading", "open", "on open"]);
  });

  it("starts from what is connected, with a session of its own", async () => {
    const session = createFake();
    const { over } = await openLoaded(session);
    session.fake.post(closing);
    await over;

    await openLoaded(session);

    expect(session.events.at(-1)).toMatchObject({
      type: "open",
      session: { currentConnections: [clinic], sessionResults: { connectedSources: [] } },
    });
  });
});

describe("leaving while it loads", () => {
  /** A session whose token and client never come; the signals are those that they were given. */
  const hang = (
    options: Partial<HumanConnectOptions> = {},
  ): { options: HumanConnectOptions; signals: AbortSignal[] } => {
    const signals: AbortSignal[] = [];
    const wait = (signal: AbortSignal): Promise<never> => {
      signals.push(signal);
      return never;
    };
    return {
      signals,
      options: {
        baseUrl: location.origin,
        warmFrame: false,
        client: { load: wait },
        getToken: ({ signal }) => wait(signal),
        ...options,
      },
    };
  };

  it("by close() closes without ever having opened, and stops token and client", async () => {
    const { options, signals } = hang();
    const session = create(options);
    const over = open(session.connect);
    await vi.waitFor(() => expect(signals).toHaveLength(2));

    session.connect.close();

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
    expect(session.log).toEqual(["loading", "closed", "on close"]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it("as the last subscriber drops the session in silence", async () => {
    const heard: string[] = [];
    const { options, signals } = hang({ onClose: () => heard.push("close"), onError: () => heard.push("error") });
    const connect = createHumanConnect(options);
    connects.push(connect);
    const leave = connect.subscribe(() => {});
    const over = open(connect);
    await vi.waitFor(() => expect(signals).toHaveLength(2));

    leave();

    expect(await over).toEqual({ status: "idle", currentConnections: [] });
    expect(heard).toEqual([]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it("as a subscriber among others changes nothing", async () => {
    const session = createFake({ getToken: async () => "token" });
    const leave = session.connect.subscribe(() => {});
    void open(session.connect);

    leave();

    await vi.waitFor(() => expect(session.connect.getState().status).toBe("open"));
  });

  it("and coming back at once, as one that is remounted does, changes nothing", async () => {
    const fake = createFakeVendor();
    const connect = createHumanConnect({
      client: fake.client,
      baseUrl: location.origin,
      warmFrame: false,
      getToken: () => "token",
    });
    connects.push(connect);
    const leave = connect.subscribe(() => {});
    void open(connect);

    leave();
    connect.subscribe(() => {});

    await vi.waitFor(() => expect(connect.getState().status).toBe("open"));
  });

  it("asks for no other token when one was on its way since an intent", async () => {
    const session = createFake({
      prefetchToken: true,
      getToken: ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
    });
    void session.connect.prepare();
    await vi.waitFor(() => expect(session.reasons).toEqual(["prefetch"]));
    const over = open(session.connect);
    await turn();

    session.connect.close();
    await over;
    await turn();

    expect(session.reasons).toEqual(["prefetch"]);
  });
});

describe("leaving while it is open", () => {
  it("as the last subscriber keeps the session, and close is still delivered", async () => {
    const fake = createFakeVendor();
    const onClose = vi.fn();
    const connect = createHumanConnect({
      client: fake.client,
      baseUrl: location.origin,
      warmFrame: false,
      getToken: () => "token",
      onClose,
    });
    connects.push(connect);
    const leave = connect.subscribe(() => {});
    const { over } = await openLoaded({ connect, log: [], events: [], reasons: [] });

    leave();
    await turn();
    expect(connect.getState().status).toBe("open");
    fake.post(closing);
    await over;

    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe("failures", () => {
  const html = "<!doctype html><p>Sign in</p>";
  const broken: [name: string, code: string, options: Partial<HumanConnectOptions>][] = [
    ["getToken rejects", "token-failed", { getToken: () => Promise.reject(new Error("503")) }],
    [
      "getToken throws",
      "token-failed",
      {
        getToken: () => {
          throw new Error("bug");
        },
      },
    ],
    ["getToken hangs", "token-timeout", { getToken: () => never, timeouts: { tokenMs: 5 } }],
    ["getToken gives a page", "token-malformed", { getToken: () => html }],
    ["getToken exposes a secret", "token-exposed", { getToken: () => ({ token: "t", client_secret: "s" }) }],
    ["the client rejects", "client-failed", { client: { load: () => Promise.reject(new Error("blocked")) } }],
    ["the client hangs", "client-timeout", { client: { load: () => never }, timeouts: { clientMs: 5 } }],
    ["the client has no open()", "client-malformed", { client: { load: () => Promise.resolve({} as VendorClient) } }],
    [
      "the client is nothing",
      "client-malformed",
      { client: { load: () => Promise.resolve(undefined as unknown as VendorClient) } },
    ],
    ["baseUrl is a script", "invalid-option", { baseUrl: "javascript:alert(1)" }],
    ["a trusted origin is a wildcard", "invalid-option", { messageOrigins: ["*"] }],
    ["mode is unknown", "invalid-option", { mode: "both" as "auth" }],
    ["the container is missing", "invalid-option", { container: "#nowhere" }],
    ["the container is no selector", "invalid-option", { container: "##" }],
  ];

  it.each(broken)(
    "when %s are told as %s, with a sentence for the person and nothing left on the page",
    async (_name, code, options) => {
      const session = createFake(options);
      const watch = watchPage();

      const state = await open(session.connect);

      expect(state).toMatchObject({ status: "error", error: { name: "HumanConnectError", code } });
      expect(session.log).toEqual(["loading", "error", "on error"]);
      expect(state.status === "error" && state.error.userMessage).toMatch(
        /^(Connect could not be opened|Connect did not answer)/,
      );
      expect(state.status === "error" && state.session).toBeUndefined();
      await vi.waitFor(() => expect(watch.leftovers()).toEqual([]));
      watch.stop();
    },
  );

  it("speak the person's language", async () => {
    const session = createFake({ locale: "es-MX", getToken: () => Promise.reject(new Error("503")) });

    expect(await open(session.connect)).toMatchObject({
      error: { userMessage: "No se pudo abrir Connect. Inténtalo de nuevo." },
    });
  });

  it("without a network are told as such", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    const session = createFake({ getToken: () => Promise.reject(new TypeError("Failed to fetch")) });

    expect(await open(session.connect)).toMatchObject({
      error: { code: "offline", userMessage: "You are offline. Check your connection and try again." },
    });
  });

  it("of the network stop a session before a widget that could not load", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    const session = createFake({ baseUrl: "https://connect.example" });

    expect(await open(session.connect)).toMatchObject({ error: { code: "offline" } });
    expect(session.fake.opened).toEqual([]);
  });

  it("after the widget was on the screen keep what had happened", async () => {
    const session = createFake();
    const { over } = await openLoaded(session);
    session.fake.post(connecting);
    await vi.waitFor(() => expect(session.events).toHaveLength(2));

    session.fake.frame.remove();

    expect(await over).toMatchObject({
      status: "error",
      error: { code: "widget-removed" },
      session: { currentConnections: [clinic] },
      currentConnections: [clinic],
    });
  });
});

describe("waiting", () => {
  it("shows a stage with a way out when nothing happens for a while, and not before", async () => {
    const shown: boolean[] = [];
    const session = createFake({
      getToken() {
        shown.push(Boolean(stage()));
        return never;
      },
    });
    const over = open(session.connect);

    await vi.waitFor(
      () =>
        expect(stage()?.shadowRoot!.querySelector("[role=status]")!.textContent).toBe(
          "This is taking longer than usual…",
        ),
      { timeout: 10_000 },
    );
    stage()!.shadowRoot!.querySelector<HTMLElement>(".cancel")!.click();

    expect(await over).toMatchObject({ status: "closed", reason: "cancelled" });
    expect(shown).toEqual([false]);
  });

  it("never puts the stage over a widget that stands beside it", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const fake = createFakeVendor({ neverLoads: true, append: (node) => document.body.append(node) });
    const session = create({ baseUrl: splash, client: fake.client });
    void open(session.connect);
    await vi.waitFor(() => expect(session.connect.getState().status).toBe("open"));
    expect(stage()).toBeNull();

    await vi.advanceTimersByTimeAsync(10_000);

    expect(session.connect.getState().status).toBe("open");
    expect(stage()).toBeNull();
  });

  it("has its usual deadlines where a given one is undefined", async () => {
    const session = createFake({
      getToken: () => new Promise((resolve) => setTimeout(() => resolve("token"), 20)),
      timeouts: { tokenMs: undefined, clientMs: undefined, widgetMs: undefined },
    });

    await openLoaded(session);

    expect(session.connect.getState().status).toBe("open");
  });
});

describe("options", () => {
  it("can be overridden for one session", async () => {
    const session = createFake({ segment: "adults" });

    void open(session.connect, { segment: "children", mode: "auth" });
    await vi.waitFor(() => expect(session.fake.opened).toHaveLength(1));
    session.connect.close();
    await Promise.all(overs);
    void open(session.connect);
    await vi.waitFor(() => expect(session.fake.opened).toHaveLength(2));

    expect(session.fake.opened.map(({ segment, mode }) => [segment, mode])).toEqual([
      ["children", "auth"],
      ["adults", undefined],
    ]);
  });

  it("stay as they are where an override is undefined, so that nobody opens production by accident", async () => {
    const session = createFake();

    void open(session.connect, { baseUrl: undefined });
    await vi.waitFor(() => expect(session.fake.opened).toHaveLength(1));

    expect(session.fake.opened[0]!["baseURL"]).toBe(location.origin);
  });

  it("are the latest at each use", async () => {
    const fake = createFakeVendor();
    const seen: string[] = [];
    let name = "first";
    const connect = createHumanConnect(() => {
      const created = name;
      return {
        client: fake.client,
        baseUrl: location.origin,
        warmFrame: false,
        getToken: () => created,
        onConnect: () => seen.push(`${created} connect`),
        onClose: () => seen.push(`${created} close`),
      };
    });
    connects.push(connect);
    const { over } = await openLoaded({ connect, log: [], events: [], reasons: [] });

    name = "second";
    fake.post(connecting);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    name = "third";
    fake.post(closing);
    await over;

    expect(fake.opened[0]!["token"]).toBe("first");
    expect(seen).toEqual(["second connect", "third close"]);
  });

  it.each([
    ["reuses a user's token", "ada", ["open"]],
    ["takes a token of its own for each session of nobody in particular", undefined, ["open", "open"]],
  ])("%s", async (_name, user, reasons) => {
    const session = createFake({ user, getToken: () => ({ token: "t", expiresIn: 3600 }) });

    for (let round = 0; round < 2; round++) {
      const { over } = await openLoaded(session);
      session.fake.post(closing);
      await over;
    }

    expect(session.reasons).toEqual(reasons);
  });

  it("put the widget into a container instead of over the page", async () => {
    const container = document.body.appendChild(Object.assign(document.createElement("section"), { id: "here" }));
    const session = createFake({ container: "#here" });

    await openLoaded(session);

    expect(container.contains(session.fake.frame)).toBe(true);
    expect(document.querySelector(":modal")).toBeNull();
    session.connect.close();
    await Promise.all(overs);
    expect(container.children).toHaveLength(0);
    container.remove();
  });

  it("give the vendor nothing but what it knows, in event mode", async () => {
    const session = createFake({ mode: "select", clientId: "c1", pinnedProviders: ["a", "b"], user: "ada" });

    await openLoaded(session);

    expect(session.fake.opened).toEqual([
      {
        token: "token",
        baseURL: location.origin,
        mode: "select",
        clientId: "c1",
        pinnedProviders: "a,b",
        version: "V2",
      },
    ]);
  });
});

describe("a getter of options that begins to throw", () => {
  const breakOnce = (answers: (() => string | Promise<string>)[]): { connect: HumanConnect; mend: () => void } => {
    vi.stubGlobal("reportError", vi.fn());
    const fake = createFakeVendor();
    let isBroken = false;
    const connect = createHumanConnect(() => {
      if (isBroken) throw new Error("getter");
      return { client: fake.client, baseUrl: location.origin, warmFrame: false, getToken: () => answers.shift()!() };
    });
    connects.push(connect);
    overs.push(connect.open());
    isBroken = true;
    return { connect, mend: () => (isBroken = false) };
  };

  it("ends the session in an error, and open() does not reject", async () => {
    const { mend } = breakOnce([() => "token"]);

    const [state] = await Promise.all(overs);
    mend();

    expect(state).toMatchObject({ status: "error", error: { code: "client-failed", cause: new Error("getter") } });
  });

  it("leaves no failed call for a token behind, so that the next click works", async () => {
    const { connect, mend } = breakOnce([() => Promise.reject(new Error("offline")), () => "token"]);
    await Promise.allSettled(overs);
    mend();

    await openLoaded({ connect, log: [], events: [], reasons: [] });

    expect(connect.getState().status).toBe("open");
  });
});

describe("initialConnections", () => {
  it("are connected in a session that starts before anybody has read the state", async () => {
    const fake = createFakeVendor();
    const onOpen = vi.fn();
    const connect = createHumanConnect({
      client: fake.client,
      baseUrl: location.origin,
      warmFrame: false,
      getToken: () => "token",
      initialConnections: [pharmacy],
      onOpen,
    });
    connects.push(connect);

    const { over } = await openLoaded({ connect, log: [], events: [], reasons: [] });
    fake.post({ type: "hapi-connect-close" });

    expect(onOpen.mock.calls[0]![0]).toMatchObject({ session: { currentConnections: [pharmacy] } });
    expect(await over).toMatchObject({ currentConnections: [pharmacy] });
  });

  it("never undo what a session has told since", async () => {
    const fake = createFakeVendor();
    const connect = createHumanConnect({
      client: fake.client,
      baseUrl: location.origin,
      warmFrame: false,
      getToken: () => "token",
      initialConnections: [pharmacy],
    });
    connects.push(connect);
    const { over } = await openLoaded({ connect, log: [], events: [], reasons: [] });

    fake.post({ ...closing, currentConnections: [pharmacy, clinic] });
    await over;

    expect(connect.getState().currentConnections).toEqual([pharmacy, clinic]);
  });
});
