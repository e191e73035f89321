import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createHumanConnect } from "../../src/human-connect.js";
import { createFakeClient } from "../../src/testing.js";
import { clinic, create, open, pharmacy } from "./testing-sessions.js";

describe("a fake client", () => {
  it("adds nothing to the page on intent", async () => {
    const before = document.documentElement.outerHTML;
    await create(undefined, { warmFrame: true }).connect.prepare();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it("plays each session by its script, with the events of a real one", async () => {
    const { connect, events } = create(({ connect: connectSource, close }) => {
      connectSource([clinic, pharmacy]);
      close();
    });

    const state = await connect.open();

    expect(state).toMatchObject({ status: "closed", reason: "finished", currentConnections: [clinic, pharmacy] });
    expect(events.map((event) => [event.type, "source" in event && event.source])).toEqual([
      ["open", false],
      ["connect", clinic],
      ["connect", pharmacy],
      ["close", false],
    ]);
    await connect.open();
    expect(events.filter(({ type }) => type === "close")).toHaveLength(2);
  });

  it("does what the test says, and each word of it is in the state at once", async () => {
    const session = create();
    const { fake, connect } = session;
    const { over } = await open(session);

    expect(connect.getState()).toMatchObject({ status: "open", currentConnections: [] });
    fake.connect(clinic);
    expect(connect.getState().currentConnections).toEqual([clinic]);
    fake.disconnect(clinic);
    expect(connect.getState().currentConnections).toEqual([]);
    fake.request({ physician: "Dr. Rowan" });
    fake.close();

    expect(await over).toMatchObject({
      status: "closed",
      session: {
        sessionResults: {
          connectedSources: [clinic],
          disconnectedSources: [clinic],
          requestedSources: [{ physician: "Dr. Rowan", address: "", healthSystem: "", website: "" }],
        },
        requestedProviders: [{ physician: "Dr. Rowan" }],
      },
    });
  });

  it.each<[what: string, user: string | undefined, isLetGo: boolean]>([
    ["lets a process of Node end that has left a session open", undefined, true],
    ["holds it where somebody's leaving would end the session", "jane", false],
  ])("%s", async (_what, user, isLetGo) => {
    // What Node's timers are.
    const timer = { unref: vi.fn() };
    vi.spyOn(globalThis, "setInterval").mockReturnValue(timer as never);
    onTestFinished(() => void vi.restoreAllMocks());
    const session = create(undefined, { user });

    await open(session);

    expect(timer.unref).toHaveBeenCalledTimes(isLetGo ? 1 : 0);
    await session.fake.reset();
  });

  it("keeps what the page knows to be connected", async () => {
    const session = create(undefined, { initialConnections: [clinic] });
    const { over } = await open(session);

    session.fake.connect(pharmacy);
    session.fake.disconnect(clinic);
    session.fake.close();

    expect((await over).currentConnections).toEqual([pharmacy]);
  });

  it("adds nothing to the page while a session is open", async () => {
    const before = document.documentElement.outerHTML;

    await open(create());

    expect(document.documentElement.outerHTML).toBe(before);
  });

  it("backs out as a person does", async () => {
    const session = create();
    const { over } = await open(session);
    session.fake.connect(clinic);

    session.fake.cancel();

    expect(await over).toMatchObject({ status: "closed", reason: "cancelled", currentConnections: [clinic] });
  });

  it("is closed by the host", async () => {
    const session = create();
    const { over } = await open(session);
    const [opening] = session.fake.sessions;

    session.connect.close();

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
    expect(opening!.isOpen).toBe(false);
  });

  it("ends when its container leaves the page", async () => {
    const container = document.body.appendChild(document.createElement("div"));
    const session = create(undefined, { container });
    const { over } = await open(session);

    container.remove();

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
  });

  it("tells what Connect was opened with, by the vendor's names", async () => {
    const session = create(undefined, { mode: "select", clientId: "mine", pinnedProviders: ["a", "b"] });

    await open(session);

    const [opening] = session.fake.sessions;
    expect(opening!.token).toBe("token-1");
    expect(opening!.options).toEqual({
      token: "token-1",
      baseURL: "https://hapi-connect.humanapi.co",
      mode: "select",
      clientId: "mine",
      pinnedProviders: "a,b",
      version: "V2",
    });
    expect(Object.isFrozen(opening!.options)).toBe(true);
  });

  it("takes the page like any other session", async () => {
    await open(create());

    expect(await create().connect.open()).toMatchObject({
      status: "error",
      error: { code: "widget-busy", message: expect.stringContaining("await fake.reset()") },
    });
  });
});

describe("expire()", () => {
  it("has the token renewed once, and opens Connect again with what was done before", async () => {
    const session = create();
    const { fake } = session;
    const { over } = await open(session);
    fake.connect(clinic);

    fake.expire();
    const renewed = await fake.opened();

    expect(session.reasons).toEqual(["open", "expired"]);
    expect(fake.sessions.map(({ token, isOpen }) => [token, isOpen])).toEqual([
      ["token-1", false],
      ["token-2", true],
    ]);
    renewed.connect(pharmacy);
    renewed.close();
    expect(await over).toMatchObject({
      status: "closed",
      session: { sessionResults: { connectedSources: [clinic, pharmacy] } },
      currentConnections: [clinic, pharmacy],
    });
    expect(session.events.filter(({ type }) => type === "open")).toHaveLength(1);
  });

  it("ends the session the second time", async () => {
    const session = create(({ expire }) => expire());

    expect(await session.connect.open()).toMatchObject({ status: "error", error: { code: "token-expired" } });
    expect(session.fake.sessions).toHaveLength(2);
  });
});

describe("opened()", () => {
  it("can be asked for before the click", async () => {
    const { fake, connect } = create();
    const opened = fake.opened();

    void connect.open();

    expect(await opened).toBe(fake.sessions[0]);
    expect(connect.getState().status).toBe("open");
  });

  it("says so when the session ends before that", async () => {
    const { fake, connect } = create(undefined, { getToken: () => Promise.reject(new Error("no backend")) });
    const opened = fake.opened();

    const over = connect.open();

    await expect(opened).rejects.toThrow(/^opened\(\): the session ended while it was loading\./);
    expect(await over).toMatchObject({ status: "error", error: { code: "token-failed" } });
  });
});

describe("a script", () => {
  it("that throws ends the session, with the cause, and is reported", async () => {
    const report = vi.spyOn(globalThis, "reportError").mockImplementation(() => {});
    const cause = new Error("the button is gone");
    const { connect } = create(() => Promise.reject(cause));

    const state = await connect.open();

    expect(state).toMatchObject({ status: "error", error: { code: "client-failed", cause } });
    expect(state).toHaveProperty("error.message", "The script of createFakeClient() failed: the button is gone");
    expect(report.mock.calls).toEqual([[cause]]);
    report.mockRestore();
  });

  it("that goes on after the host has closed its session is no news", async () => {
    const report = vi.spyOn(globalThis, "reportError").mockImplementation(() => {});
    let goOn!: () => void;
    const host = new Promise<void>((resolve) => (goOn = resolve));
    let played: Promise<void> | undefined;
    const session = create((opening) => (played = host.then(() => opening.connect(clinic))));
    const { over } = await open(session);

    session.connect.close();
    await over;
    goOn();

    await expect(played).rejects.toThrow("connect(): this session is over.");
    expect(report).not.toHaveBeenCalled();
    expect(session.connect.getState().currentConnections).toEqual([]);
    report.mockRestore();
  });

  it("plays nothing when the host closes in onOpen", async () => {
    const script = vi.fn();
    const { connect } = create(script, { onOpen: () => connect.close() });

    expect(await connect.open()).toMatchObject({ status: "closed", reason: "closed-by-host" });
    expect(script).not.toHaveBeenCalled();
  });
});

describe("reset()", () => {
  it("ends what is open, frees the page and forgets everything", async () => {
    const session = create();
    const { fake, connect } = session;
    const { over } = await open(session);
    fake.request({ physician: "Dr. Rowan" });

    await fake.reset();

    expect(fake.sessions).toEqual([]);
    expect(await over).toMatchObject({ status: "closed", reason: "cancelled" });
    const second = connect.open();
    (await fake.opened()).close();
    expect(await second).toMatchObject({ status: "closed", session: { requestedProviders: [] } });
  });

  it("forgets a failure that nobody has seen", async () => {
    const { fake, connect } = create(({ close }) => close());
    fake.fail("offline");

    await fake.reset();

    expect(await connect.open()).toMatchObject({ status: "closed" });
  });

  it("ends a session that still waits for its token", async () => {
    const fake = createFakeClient();
    const connect = createHumanConnect({ client: fake, warmFrame: false, getToken: () => new Promise(() => {}) });
    const over = connect.open();
    // The stage stands as soon as the lazy part has asked for it.
    await vi.waitFor(async () => {
      await fake.reset();
      expect(connect.getState().status).toBe("closed");
    });

    expect(await over).toMatchObject({ status: "closed", reason: "cancelled" });
  });
});
