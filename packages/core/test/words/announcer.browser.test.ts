import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addVoice } from "../../src/announcer.js";
import { clinic, create, open } from "../testing/testing-sessions.js";

type Told = (string | undefined)[];

/** A live region, and what it has been told. */
function listen(connect: Parameters<typeof addVoice>[0], locale = "en"): { told: Told; leave: () => void } {
  const told: Told = [];
  return { told, leave: addVoice(connect, { words: () => ({ locale }), say: (text) => told.push(text) }) };
}

const leavers: (() => void)[] = [];
beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => {
  for (const leave of leavers.splice(0)) leave();
  vi.useRealTimers();
});

it("says what a session has changed, once, by the voice that came first", async () => {
  const session = create();
  const [first, second] = [listen(session.connect), listen(session.connect)];
  leavers.push(first.leave, second.leave);

  const { over } = await open(session);
  session.fake.connect(clinic);
  session.fake.close();
  await over;

  expect(first.told.filter(Boolean)).toEqual([`${clinic.name} connected. 1 source connected.`]);
  expect(first.told.at(-1)).not.toBe("");
  expect(second.told).toEqual([undefined]);
});

it("says nothing when a session has changed nothing", async () => {
  const session = create(undefined, { initialConnections: [clinic] });
  const { told, leave } = listen(session.connect);
  leavers.push(leave);

  const { over } = await open(session);
  session.fake.cancel();
  await over;

  expect(told.filter(Boolean)).toEqual([]);
});

it("says what went wrong, in the words of the voice", async () => {
  const session = create();
  const { told, leave } = listen(session.connect);
  leavers.push(leave);

  const { over } = await open(session);
  session.fake.fail("widget-removed");
  const state = await over;

  expect(told.at(-1)).toBe(state.status === "error" && state.error.userMessage);
});

it("says that Connect opens only when that lasts", async () => {
  const session = create(undefined, { getToken: () => new Promise<never>(() => {}) });
  const { told, leave } = listen(session.connect, "es");
  leavers.push(leave);

  void session.connect.open();
  vi.advanceTimersByTime(999);
  expect(told.filter(Boolean)).toEqual([]);
  vi.advanceTimersByTime(1);

  expect(told.at(-1)).toBe("Abriendo Connect…");
  session.connect.close();
});

it("passes its part to the next voice, which begins with nothing old", async () => {
  const session = create();
  const [first, second] = [listen(session.connect), listen(session.connect)];
  leavers.push(second.leave);
  const { over } = await open(session);
  session.fake.connect(clinic);

  first.leave();
  first.leave();
  session.fake.close();
  await over;

  expect(first.told.filter(Boolean)).toEqual([]);
  expect(second.told).toEqual([undefined, "", `${clinic.name} connected. 1 source connected.`]);
});

it("leaves nothing behind when the last voice has left", async () => {
  const session = create();
  // A page that still follows the connection, without a region.
  leavers.push(session.connect.subscribe(() => {}));
  const { told, leave } = listen(session.connect);
  leave();

  const { over } = await open(session);
  session.fake.connect(clinic);
  session.fake.close();
  await over;

  expect(told).toEqual([""]);
});
