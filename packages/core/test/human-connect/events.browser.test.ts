import { describe, expect, it, vi } from "vitest";
import { clinic, pharmacy, results, connecting, closing, createFake, openLoaded, stage } from "./sessions.js";

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
