import { describe, expect, it } from "vitest";
import type { HumanConnectErrorCode } from "../../src/model/errors.js";
import { readMoment, type FailureMoment } from "../../src/testing/failure.js";
import { clinic, create, open } from "./testing-sessions.js";

/** Where each code comes from in production: src/failure.ts and those who throw. */
const moments: Record<HumanConnectErrorCode, FailureMoment> = {
  "token-failed": "any",
  "token-timeout": "any",
  "token-malformed": "any",
  "token-exposed": "any",
  "token-missing": "after",
  "token-invalid": "after",
  "token-expired": "after",
  "client-failed": "before",
  "client-timeout": "before",
  "client-blocked": "before",
  "client-malformed": "before",
  "widget-busy": "before",
  "widget-failed": "after",
  "widget-blocked": "after",
  "widget-timeout": "after",
  "widget-removed": "after",
  offline: "any",
  "invalid-option": "before",
  "no-dom": "before",
};
const codes = Object.keys(moments) as HumanConnectErrorCode[];
const during = codes.filter((code) => moments[code] !== "before");
const before = codes.filter((code) => moments[code] === "before");

describe("fail()", () => {
  it.each(codes)("before the click lets one session fail with %s, where it comes from, and no other", async (code) => {
    const session = create(({ close }) => close());

    session.fake.fail(code);
    const state = await session.connect.open();

    expect(readMoment(code)).toBe(moments[code]);
    expect(state).toMatchObject({ status: "error", error: { name: "HumanConnectError", code } });
    const opens = moments[code] === "after" ? ["open"] : [];
    expect(session.events.map(({ type }) => type)).toEqual([...opens, "error"]);
    expect(await session.connect.open()).toMatchObject({ status: "closed", reason: "finished" });
  });

  it.each(during)("ends an open session with %s, and what was connected stays connected", async (code) => {
    const session = create();
    const { over } = await open(session);
    session.fake.connect(clinic);

    session.fake.fail(code);

    expect(await over).toMatchObject({
      status: "error",
      error: { code },
      session: { sessionResults: { connectedSources: [clinic] } },
      currentConnections: [clinic],
    });
  });

  it.each(before)("refuses %s once Connect is open", async (code) => {
    const session = create();
    await open(session);

    expect(() => session.fake.fail(code)).toThrow(
      `fail("${code}"): this error occurs before Connect is open. Call fail() before the click.`,
    );
    expect(session.connect.getState().status).toBe("open");
  });

  it.each(codes)("writes a whole sentence for %s, in the words of the kit, and for the person", async (code) => {
    const session = create();
    session.fake.fail(code);

    const state = await session.connect.open();

    const { message, userMessage } = state.status === "error" ? state.error : { message: "", userMessage: "" };
    expect(message).not.toMatch(/^$|\{\}| {2}| \.|token-1/);
    expect(userMessage).toMatch(/^(You are offline|Connect )/);
  });

  it("is not used up by the intent before a click", async () => {
    const { fake, connect } = create();
    fake.fail("client-blocked");

    await connect.prepare();

    expect(await connect.open()).toMatchObject({ status: "error", error: { code: "client-blocked" } });
  });

  it("tells those who wait for the session", async () => {
    const { fake, connect } = create();
    const opened = fake.opened();
    fake.fail("client-failed");

    void connect.open();

    await expect(opened).rejects.toThrow("opened(): the session ended while it was loading.");
  });
});
