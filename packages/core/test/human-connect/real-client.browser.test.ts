import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { type ConnectEvent } from "../../src/model/events.js";
import { watchPage } from "../watch-page.js";
import {
  tokens,
  clinic,
  pharmacy,
  results,
  connecting,
  closing,
  opener,
  createReal,
  createFake,
  open,
  openLoaded,
  stage,
  frame,
  inFrame,
} from "./sessions.js";

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

  it("whose token expires in the middle keeps what was done before", async () => {
    const session = createFake();
    const { over } = await openLoaded(session);
    session.fake.post(connecting);
    await vi.waitFor(() => expect(session.log).toContain("on connect"));
    const first = session.fake.frame;

    session.fake.post({ type: "hapi-connect-close", status: "SESSION_TOKEN_EXPIRED" });
    await vi.waitFor(() => expect(session.fake.frame).not.toBe(first));
    await vi.waitFor(() => expect(session.fake.frame.contentDocument?.body.textContent).toBe("In Connect"));
    // The reopened widget knows only of itself.
    session.fake.post({ ...closing, sessionResults: results([pharmacy]), currentConnections: [clinic, pharmacy] });

    expect(await over).toMatchObject({
      status: "closed",
      session: {
        sessionResults: { connectedSources: [clinic, pharmacy] },
        currentConnections: [clinic, pharmacy],
      },
    });
  });

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
    await vi.waitFor(() => expect(frame()?.isConnected).toBe(true));

    await userEvent.keyboard("{Escape}");

    expect(session.log).not.toContain("on open");

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
