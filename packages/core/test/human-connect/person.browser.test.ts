import { describe, expect, it, vi } from "vitest";
import { callbackName, eventTypes, type ConnectEvent } from "../../src/model/events.js";
import { createHumanConnect, type HumanConnect } from "../../src/human-connect.js";
import type { HumanConnectOptions } from "../../src/session/options.js";
import { createFakeVendor, type FakeVendor } from "../fake-vendor.js";
import { clinic, closing, connecting, connects, open, openLoaded, pharmacy, stage, turn } from "./sessions.js";

interface Host {
  readonly connect: HumanConnect;
  readonly fake: FakeVendor;
  /** Signs somebody else in, and tells nobody: the options are a getter. */
  readonly signIn: (user: string | undefined, changes?: Partial<HumanConnectOptions>) => void;
  /** Each event, and the names of all sources in it. */
  readonly told: string[];
  /** For whom `getToken` was called. */
  readonly asked: (string | undefined)[];
}

function createHost(given: Partial<HumanConnectOptions> = {}): Host {
  const fake = createFakeVendor();
  const [told, asked]: [string[], (string | undefined)[]] = [[], []];
  let options: Partial<HumanConnectOptions> = given;
  let user: string | undefined = "first";
  const connect = createHumanConnect(() => ({
    client: fake.client,
    baseUrl: location.origin,
    warmFrame: false,
    getToken: () => {
      asked.push(user);
      return { token: `token-of-${user}`, expiresIn: 3600 };
    },
    user,
    ...options,
  }));
  for (const type of eventTypes) connect.on(type, (event) => told.push(describeEvent(event)));
  connect.subscribe(() => {});
  connects.push(connect);
  const signIn = (next: string | undefined, changes?: Partial<HumanConnectOptions>): void => {
    user = next;
    options = { ...options, ...changes };
  };
  return { connect, fake, signIn, told, asked };
}

function describeEvent(event: ConnectEvent): string {
  if (event.type === "error") return `error ${event.error.code}`;
  const { sessionResults, currentConnections } = event.session;
  const names = [...sessionResults.connectedSources, ...currentConnections].map(({ name }) => name);
  return [event.type, "reason" in event ? event.reason : "", ...names].filter(Boolean).join(" ");
}

const openedWith = ({ fake }: Host): unknown[] => fake.opened.map(({ token }) => token);
const session = ({ connect }: Host): Parameters<typeof openLoaded>[0] => ({
  connect,
  log: [],
  events: [],
  reasons: [],
});

describe("when somebody else is signed in", () => {
  it.each([
    ["another person", "second"],
    ["nobody", undefined],
  ])("%s, what was connected before is in no state, and is told in no event", async (_name, next) => {
    const host = createHost({ initialConnections: [] });
    const first = await openLoaded(session(host));
    host.fake.post(closing);
    await first.over;
    expect(host.connect.getState()).toMatchObject({ status: "closed", currentConnections: [clinic] });

    host.signIn(next);

    expect(host.connect.getState()).toEqual({ status: "idle", currentConnections: [] });
    host.told.length = 0;
    const second = await openLoaded(session(host));
    host.connect.close();
    await second.over;
    expect(host.told).toEqual(["open", "close closed-by-host"]);
    expect(openedWith(host)).toEqual(["token-of-first", `token-of-${next}`]);
  });

  it("the state starts from what the backend knows of them, also when it is the same as before", async () => {
    const host = createHost({ initialConnections: [pharmacy] });
    const { over } = await openLoaded(session(host));
    host.fake.post(closing);
    await over;

    host.signIn("second");

    expect(host.connect.getState()).toEqual({ status: "idle", currentConnections: [pharmacy] });
  });

  it("an error of before is not theirs", async () => {
    const host = createHost({ client: { load: () => Promise.reject(new Error("blocked")) } });
    await open(host.connect);
    expect(host.connect.getState().status).toBe("error");

    host.signIn("second");

    expect(host.connect.getState()).toEqual({ status: "idle", currentConnections: [] });
  });

  it("listeners hear of it as soon as anybody looks", async () => {
    const host = createHost({ initialConnections: [clinic] });
    host.connect.getState();
    await turn();
    const seen: number[] = [];
    host.connect.subscribe(() => seen.push(host.connect.getState().currentConnections.length));

    host.signIn("second", { initialConnections: [] });
    host.connect.getState();
    await turn();

    expect(seen).toEqual([0]);
  });
});

describe("when somebody else signs in while it loads", () => {
  it.each([
    ["the vendor's code", (wait: Promise<void>) => ({ load: () => wait.then(() => undefined as never) })],
    ["its surface", (wait: Promise<void>, fake: FakeVendor) => ({ ...fake.client, surface: () => wait.then(never) })],
  ])("and %s comes late, nothing is opened for either of them", async (_name, slow) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const host = createHost();
    host.signIn("first", { client: slow(promise, host.fake) });
    const over = open(host.connect);
    await vi.waitFor(() => expect(host.asked).toEqual(["first"]));

    host.signIn("second", { client: host.fake.client });
    resolve();

    expect(await over).toEqual({
      status: "closed",
      reason: "closed-by-host",
      currentConnections: [],
      session: expect.anything(),
    });
    expect([openedWith(host), host.told, stage()]).toEqual([[], ["close closed-by-host"], null]);
    await openLoaded(session(host));
    expect(openedWith(host)).toEqual(["token-of-second"]);
  });

  it("and its surface never comes, Connect opens for them", async () => {
    const host = createHost();
    const surface = vi.fn(() => new Promise<never>(() => {}));
    host.signIn("first", { client: { ...host.fake.client, surface } });
    const over = open(host.connect);
    await vi.waitFor(() => expect(surface).toHaveBeenCalled());

    host.signIn("second", { client: host.fake.client });
    await openLoaded(session(host));

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
    expect(openedWith(host)).toEqual(["token-of-second"]);
  });

  it("a token that comes late is nobody's", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    let signal!: AbortSignal;
    const host = createHost();
    host.signIn("first", {
      getToken: (context) => {
        signal = context.signal;
        return promise;
      },
    });
    const over = open(host.connect);
    await turn();

    host.signIn("second", { getToken: () => "token-of-second" });
    await vi.waitFor(() => expect(signal.aborted).toBe(true));
    resolve("token-of-first");
    await over;
    await openLoaded(session(host));

    expect(openedWith(host)).toEqual(["token-of-second"]);
  });

  it("what they click is theirs, and waits for the end of what was", async () => {
    const host = createHost();
    host.signIn("first", { client: { load: () => new Promise(() => {}) } });
    const first = open(host.connect);
    await turn();

    host.signIn("second", { client: host.fake.client });
    const second = await openLoaded(session(host));
    host.fake.post({ ...closing, currentConnections: [pharmacy], sessionResults: {} });

    expect(await first).toMatchObject({ status: "closed", reason: "closed-by-host" });
    expect(await second.over).toMatchObject({ status: "closed", reason: "finished", currentConnections: [pharmacy] });
    expect(openedWith(host)).toEqual(["token-of-second"]);
  });

  it("a failure of before is told to nobody", async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const host = createHost();
    host.signIn("first", { client: { load: () => promise } });
    const over = open(host.connect);
    await turn();

    host.signIn("second", { client: host.fake.client });
    reject(new Error("blocked"));

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
    expect(host.told).toEqual(["close closed-by-host"]);
  });

  it("a token that was asked for on intent is dropped with its call", async () => {
    const signals: AbortSignal[] = [];
    const host = createHost({ prefetchToken: true });
    host.signIn("first", {
      getToken: ({ signal }) => {
        signals.push(signal);
        return new Promise(() => {});
      },
    });
    void host.connect.prepare();
    await vi.waitFor(() => expect(signals).toHaveLength(1));

    host.signIn("second", { getToken: () => "token-of-second" });
    host.connect.getState();

    expect(signals[0]!.aborted).toBe(true);
    await openLoaded(session(host));
    expect(openedWith(host)).toEqual(["token-of-second"]);
  });
});

describe("when somebody else signs in while Connect is open", () => {
  it("it goes by itself, and nothing that was connected in it is told", async () => {
    const host = createHost();
    const { over } = await openLoaded(session(host));
    host.fake.post(connecting);
    await vi.waitFor(() => expect(host.told).toHaveLength(2));

    host.signIn("second");

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host", currentConnections: [] });
    expect(stage()).toBeNull();
    expect(host.told.at(-1)).toBe("close closed-by-host");
  });

  it.each([
    ["connects a source", connecting],
    ["finishes", closing],
    ["says that the token has expired", { type: "hapi-connect-close", status: "SESSION_TOKEN_EXPIRED" }],
  ])("and the page %s in that moment, they hear nothing of it", async (_name, message) => {
    const host = createHost();
    const { over } = await openLoaded(session(host));

    host.signIn("second");
    host.fake.post(message);

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host", currentConnections: [] });
    expect(host.told).toEqual(["open", "close closed-by-host"]);
    expect([host.asked, openedWith(host)]).toEqual([["first"], ["token-of-first"]]);
  });

  it("and leaves again, the session of before does not come back", async () => {
    const host = createHost();
    const { over } = await openLoaded(session(host));

    host.signIn("second");
    host.connect.getState();
    host.signIn("first");
    await over;

    expect(host.connect.getState()).toMatchObject({ status: "closed", currentConnections: [] });
    expect(host.told).toEqual(["open", "close closed-by-host"]);
  });

  it("and the token is being renewed, the new one opens nothing", async () => {
    const renewed = Promise.withResolvers<string>();
    const host = createHost();
    host.signIn("first", {
      getToken: ({ reason }) => (reason === "expired" ? renewed.promise : "token-of-first"),
    });
    const { over } = await openLoaded(session(host));
    host.fake.post({ type: "hapi-connect-close", status: "SESSION_TOKEN_EXPIRED" });
    await turn();

    host.signIn("second");
    renewed.resolve("token-of-whoever");
    await over;

    expect(openedWith(host)).toEqual(["token-of-first"]);
  });
});

it("a listener that looks while everything is put away sees the state of whoever is there", async () => {
  const host = createHost({ initialConnections: [clinic] });
  const seen: unknown[] = [];
  host.signIn("first", {
    getToken: ({ signal }) => {
      signal.addEventListener("abort", () => seen.push(host.connect.getState()));
      return new Promise(() => {});
    },
  });
  const over = open(host.connect);
  await turn();

  host.signIn("second", { initialConnections: [pharmacy] });

  expect(await over).toMatchObject({ status: "closed", currentConnections: [pharmacy] });
  expect(seen).toEqual([{ status: "idle", currentConnections: [pharmacy] }]);
});

it.each([
  ["open", []],
  ["connect", [connecting]],
  ["close", [connecting, closing]],
] as const)(
  "a listener that signs somebody else in when it hears of %s is the last to hear of it",
  async (type, posts) => {
    const after: string[] = [];
    const note = (event: ConnectEvent): void => void after.push(describeEvent(event));
    const host = createHost({ initialConnections: [pharmacy], [callbackName(type)]: note });
    host.connect.on(type, () => host.signIn("second", { initialConnections: [] }));
    host.connect.on(type, note);

    const { over } = posts.length ? await openLoaded(session(host)) : { over: open(host.connect) };
    for (const message of posts) host.fake.post(message);

    expect(await over).toMatchObject({ currentConnections: [] });
    expect(after).toEqual([]);
  },
);

describe("a token without a user", () => {
  it("lives and dies with its attempt, also when that failed", async () => {
    let isBroken = true;
    const host = createHost();
    host.signIn(undefined, {
      client: { load: (signal) => (isBroken ? Promise.reject(new Error("503")) : host.fake.client.load(signal)) },
    });
    await open(host.connect);

    isBroken = false;
    await openLoaded(session(host));

    expect([host.asked.length, openedWith(host).length]).toEqual([2, 1]);
  });

  it("is not asked for on intent, and a developer is told why", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const host = createHost({ prefetchToken: true });
    host.signIn(undefined);

    await host.connect.prepare();

    expect(host.asked).toEqual([]);
    expect(warned.mock.calls.flat().join()).toContain("prefetchToken has no effect without `user`");
    await openLoaded(session(host));
    expect(host.asked).toHaveLength(1);
  });
});

describe("a user that cannot be compared", () => {
  it.each([{ id: "first" }, 5, Symbol("first")])("such as %s is refused", async (user) => {
    const host = createHost();
    host.signIn("first", { user: user as never });

    expect(await open(host.connect)).toMatchObject({ status: "error", error: { code: "invalid-option" } });
    expect(openedWith(host)).toEqual([]);
  });

  it.each([null, ""])("%j is nobody", async (user) => {
    const host = createHost();
    host.signIn(undefined, { user: user as never });

    await openLoaded(session(host));

    expect(host.connect.getState().status).toBe("open");
  });
});

function never(): never {
  throw new Error("a surface was used that nobody waits for");
}
