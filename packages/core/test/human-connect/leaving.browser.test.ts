import { describe, expect, it, vi } from "vitest";
import { createHumanConnect } from "../../src/human-connect.js";
import { type HumanConnectOptions } from "../../src/session/options.js";
import { createFakeVendor } from "../fake-vendor.js";
import { closing, connects, create, createFake, open, openLoaded, never, stage, turn } from "./sessions.js";

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

  it("as the last subscriber drops the session without an event, and tells a developer why", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
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
    expect(warned.mock.calls.flat().join()).toContain("unmounted while Connect was loading");
  });

  it("as the last subscriber closes a session whose stage covers the page, with its event", async () => {
    const heard: string[] = [];
    const { options } = hang({ onClose: ({ reason }) => heard.push(reason) });
    const connect = createHumanConnect(options);
    connects.push(connect);
    const leave = connect.subscribe(() => {});
    const over = open(connect);
    await vi.waitFor(() => expect(stage()).not.toBeNull(), { timeout: 5000 });

    leave();

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
    expect([heard, stage()]).toEqual([["closed-by-host"], null]);
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
      user: "ada",
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
