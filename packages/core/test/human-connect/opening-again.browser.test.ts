import { describe, expect, it, vi } from "vitest";
import type { HumanConnectError } from "../../src/model/errors.js";
import type { HumanConnect } from "../../src/human-connect.js";
import { clinic, closing, createFake, never, open, openLoaded, stage } from "./sessions.js";
import { findAllDeep } from "../../../../test/support/find-deep.ts";

describe("opening again", () => {
  it("joins the session that runs", async () => {
    const session = createFake();

    const first = open(session.connect);

    expect(session.connect.open()).toBe(first);
    await vi.waitFor(() => expect(session.connect.getState().status).toBe("open"));
    expect(session.connect.open()).toBe(first);
    expect(session.reasons).toEqual(["open"]);
    expect(findAllDeep("#human-api")).toHaveLength(1);
  });

  it("joins it with the same options, however they are written", async () => {
    const session = createFake({ segment: "adults" });
    const container = document.body.appendChild(document.createElement("section"));
    const { over } = await openLoaded(session, { container, preseededSources: ["alder"] });

    const second = session.connect.open({ container, preseededSources: ["alder"], segment: "adults", mode: undefined });

    session.fake.post(closing);
    expect(await second).toBe(await over);
    container.remove();
  });

  it("joins it from a click handler that passes its event on, as React's and the browser's do", async () => {
    const session = createFake();
    const { over } = await openLoaded(session);
    const event: Record<string, unknown> = { isTrusted: true, nativeEvent: new MouseEvent("click") };
    event["target"] = event;

    const second = session.connect.open(event);

    session.fake.post(closing);
    expect(await second).toBe(await over);
  });

  it("never rejects, even for options that cannot be written down", async () => {
    const session = createFake();
    const { over } = await openLoaded(session);
    const source: Record<string, unknown> = { id: "c1" };
    source["itself"] = source;

    expect(await session.connect.open({ preseededSources: [source] })).toMatchObject({
      error: { code: "widget-busy" },
    });

    session.fake.post(closing);
    expect(await over).toMatchObject({ status: "closed" });
  });

  it.each<[string, Parameters<HumanConnect["open"]>[0]]>([
    ["segment", { segment: "children" }],
    ["container", { container: document.body }],
    ["mode", { mode: "select" }],
  ])("with another %s ends in an error of its own, and the session goes on", async (name, overrides) => {
    const session = createFake({ segment: "adults", locale: "es" });
    const { over } = await openLoaded(session);
    const before = session.connect.getState();

    const second = await session.connect.open(overrides);

    expect(second).toMatchObject({ status: "error", error: { code: "widget-busy", userMessage: expect.any(String) } });
    expect((second as { error: Error }).error.message).toContain(name);
    expect((second as { error: HumanConnectError }).error.userMessage).toBe(
      "Connect ya está abierto en esta página. Termina ahí o ciérralo primero.",
    );
    expect([session.connect.getState(), session.log.includes("on error")]).toEqual([before, false]);
    session.fake.post(closing);
    expect(await over).toMatchObject({ status: "closed" });
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

  it.each([
    ["loading", false],
    ["open", true],
  ])("on another instance works in the moment in which the first is closed while %s", async (_status, isLoaded) => {
    const first = createFake(isLoaded ? {} : { getToken: () => never });
    const second = createFake();
    if (isLoaded) await openLoaded(first);
    else void open(first.connect);

    first.connect.close();
    void open(second.connect);

    await vi.waitFor(() => expect(second.connect.getState().status).not.toBe("loading"));
    expect(second.log).toEqual(["loading", "open", "on open"]);
    expect(first.connect.getState().status).toBe("closed");
  });

  it("on another instance takes no token", async () => {
    const second = createFake();
    await openLoaded(createFake());

    await open(second.connect);

    expect(second.reasons).toEqual([]);
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

  it.each([
    ["MISSING_SESSION_TOKEN", 1],
    ["SESSION_TOKEN_EXPIRED", 2],
  ])("after %s takes no token that Connect has refused", async (status, openings) => {
    let count = 0;
    const session = createFake({ user: "first", getToken: () => ({ token: `token-${++count}`, expiresIn: 3600 }) });
    const isLive = (): boolean => Boolean(stage()?.shadowRoot!.querySelector("[data-live]"));
    const over = open(session.connect);
    for (let opening = 1; opening <= openings; opening++) {
      await vi.waitFor(() => expect([session.fake.opened.length, isLive()]).toEqual([opening, true]));
      session.fake.post({ type: "hapi-connect-close", status });
    }
    expect(await over).toMatchObject({ status: "error" });

    await openLoaded(session);

    expect(session.fake.opened.at(-1)!["token"]).toBe(`token-${openings + 1}`);
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
