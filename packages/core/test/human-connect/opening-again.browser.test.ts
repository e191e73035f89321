import { describe, expect, it, vi } from "vitest";
import { clinic, closing, createFake, open, openLoaded } from "./sessions.js";

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
