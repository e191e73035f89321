import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addVoice } from "../../src/face/announcer.js";
import { clinic, create, open } from "../testing/testing-sessions.js";

type Told = (string | undefined)[];

/** A live region, and what it has been told. */
function listen(
  connect: Parameters<typeof addVoice>[0],
  locale = "en",
  place?: Node,
): { told: Told; leave: () => void } {
  const told: Told = [];
  const voice = { words: () => ({ locale }), say: (text: string | undefined) => told.push(text), place: () => place };
  return { told, leave: addVoice(connect, voice) };
}

/** Puts markup on the page. @returns What is marked as the place of the region, and everything. */
function put(html: string): { place: Node; all: HTMLElement } {
  const all = document.body.appendChild(document.createElement("div"));
  all.innerHTML = html;
  leavers.push(() => all.remove());
  return { place: all.querySelector("i")!, all };
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
  expect(second.told).toEqual(["", undefined]);
});

it.each([
  ["is hidden", "<div hidden><i></i></div>"],
  ["is inert", "<div inert><i></i></div>"],
  ["is hidden from screen readers", "<div aria-hidden=true><i></i></div>"],
  ["is behind a modal dialog", "<i></i>"],
])("speaks by the voice that can be heard, when the first one %s", async (_, markup) => {
  const session = create();
  const { all, place } = put("<dialog><i></i></dialog>");
  if (markup === "<i></i>") all.querySelector("dialog")!.showModal();
  else all.querySelector("dialog")!.show();
  const first = listen(session.connect, "en", put(markup).place);
  const second = listen(session.connect, "en", place);
  leavers.push(first.leave, second.leave);

  const { over } = await open(session);
  session.fake.connect(clinic);
  session.fake.close();
  await over;

  expect(first.told.filter(Boolean)).toEqual([]);
  expect(first.told.at(-1)).toBe(undefined);
  expect(second.told.at(-1)).toBe(`${clinic.name} connected. 1 source connected.`);
});

it("speaks by the first voice when none can be heard, and finds its way back to it", async () => {
  const session = create();
  const dialog = put("<dialog><i></i></dialog>").all.querySelector("dialog")!;
  const first = listen(session.connect, "en", put("<i></i>").place);
  const second = listen(session.connect, "en", dialog.firstChild!);
  leavers.push(first.leave, second.leave);

  dialog.showModal();
  const one = await open(session);
  session.fake.cancel();
  await one.over;
  dialog.close();
  const { over } = await open(session);
  session.fake.connect(clinic);
  session.fake.close();
  await over;

  expect(second.told.at(-1)).toBe(undefined);
  expect(first.told.at(-1)).toBe(`${clinic.name} connected. 1 source connected.`);
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

it.each([
  ["a modal dialog", "<dialog></dialog>", "<i></i>"],
  ["the stage", `<b data-human-connect-stage></b>`, "<i></i>"],
  ["the stage over a modal dialog", `<b data-human-connect-stage></b>`, "<dialog open><i></i></dialog>"],
])("does not say behind %s that Connect opens: it would be read afterwards", (_, cover, markup) => {
  const session = create(undefined, { getToken: () => new Promise<never>(() => {}) });
  const { place, all } = put(markup);
  const own = all.querySelector("dialog");
  own?.close();
  own?.showModal();
  const { told, leave } = listen(session.connect, "en", place);
  leavers.push(leave);

  void session.connect.open();
  put(cover).all.querySelector("dialog")?.showModal();
  vi.advanceTimersByTime(1000);

  expect(told.filter(Boolean)).toEqual([]);
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
  expect(second.told).toEqual(["", undefined, "", `${clinic.name} connected. 1 source connected.`]);
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
