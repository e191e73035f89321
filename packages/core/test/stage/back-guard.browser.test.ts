import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { guardBack } from "../../src/stage/back-guard.js";
import { createReal, frame, opener, openLoaded, stage, turn } from "../human-connect/sessions.js";

/** What a host's router hears. */
let heard: string[];
let before: string;
const hear = (): void => void heard.push(`${location.hash} ${JSON.stringify(history.state)}`);
const untilSettled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 150));
const frames = (): number => document.querySelectorAll("iframe").length;

beforeEach(() => {
  heard = [];
  before = location.href;
  history.pushState({ position: 1 }, "", "#one");
  history.pushState({ position: 2 }, "", "#two");
  addEventListener("popstate", hear);
});
afterEach(() => {
  removeEventListener("popstate", hear);
  history.replaceState(null, "", before);
});

async function raise(onBack: () => void = () => {}): Promise<() => Promise<void>> {
  const { length } = history;
  const takeBack = guardBack(onBack);
  await vi.waitFor(() => expect(history.length).toBe(length + 1));
  return takeBack;
}

/** Goes back, and waits until the page or the kit's frame has been told. */
async function goBack(): Promise<void> {
  const guard = document.querySelector<HTMLIFrameElement>("html > iframe")?.contentWindow;
  await new Promise((resolve) => {
    for (const one of [window, guard]) one?.addEventListener("popstate", resolve, { once: true });
    history.back();
  });
  await turn();
}

describe("an entry of ours in the history", () => {
  it("is what Back leaves, once, and the page and its state are what they were", async () => {
    const onBack = vi.fn();
    const takeBack = await raise(onBack);

    await goBack();
    await takeBack();

    expect(onBack).toHaveBeenCalledTimes(1);
    expect([location.hash, history.state, heard]).toEqual(["#two", { position: 2 }, []]);
    await goBack();
    expect(heard).toEqual(['#one {"position":1}']);
    expect(onBack).toHaveBeenCalledTimes(1);
  });

  it("is taken back, and Back goes where it has always gone", async () => {
    const onBack = vi.fn();
    const takeBack = await raise(onBack);

    await takeBack();

    expect([location.hash, history.state, heard, frames()]).toEqual(["#two", { position: 2 }, [], 0]);
    await goBack();
    expect(heard).toEqual(['#one {"position":1}']);
    expect(onBack).not.toHaveBeenCalled();
  });

  it("is taken back from below what a frame of Connect has added, which has gone", async () => {
    const takeBack = await raise();
    const inner = document.body.appendChild(document.createElement("iframe"));
    inner.src = `${inject("sandboxUrl")}/connect?step=1`;
    await new Promise((resolve) => (inner.onload = resolve));
    await untilSettled();
    const { length } = history;
    inner.src = `${inject("sandboxUrl")}/connect?step=2`;
    await new Promise((resolve) => (inner.onload = resolve));
    expect(history.length).toBe(length + 1);
    inner.remove();

    await takeBack();

    await goBack();
    expect(heard).toEqual(['#one {"position":1}']);
  });

  it("stays where it is when the host has gone on", async () => {
    const onBack = vi.fn();
    const takeBack = await raise(onBack);
    history.pushState({ position: 3 }, "", "#three");

    await takeBack();

    expect([location.hash, heard]).toEqual(["#three", []]);
    await goBack();
    expect(heard).toEqual(['#two {"position":2}']);
    expect(onBack).not.toHaveBeenCalled();
  });

  it("goes unnoticed by a link to a place in the page", async () => {
    const onBack = vi.fn();
    const takeBack = await raise(onBack);

    location.hash = "#place";
    await untilSettled();
    await takeBack();

    expect([location.hash, heard]).toEqual(["#place", ["#place null"]]);
    expect(onBack).not.toHaveBeenCalled();
  });

  it("is taken back before it is there", async () => {
    const { length } = history;

    await guardBack(() => {})();
    await untilSettled();

    expect([history.length, location.hash, frames()]).toEqual([length, "#two", 0]);
  });

  it("is given up where the host takes the frame away", async () => {
    const takeBack = await raise();
    document.querySelector("iframe")!.remove();

    await expect(takeBack()).resolves.toBeUndefined();

    expect([location.hash, heard]).toEqual(["#two", []]);
  });

  it.each(["pushState", "replaceState"] as const)(
    "does without the page's own %s, which tells others",
    async (name) => {
      const told = vi.spyOn(history, name);
      const takeBack = await raise();

      await takeBack();

      expect(told).not.toHaveBeenCalled();
    },
  );

  it("is left out where the browser lets nobody add one", async () => {
    const refuse = vi.spyOn(History.prototype, "pushState").mockImplementation(() => {
      throw new DOMException("too many", "SecurityError");
    });
    const takeBack = guardBack(() => {});
    // The frame has loaded by then.
    await vi.waitFor(() => expect(refuse).toHaveBeenCalled());
    refuse.mockRestore();

    await takeBack();

    await goBack();
    expect(heard).toEqual(['#one {"position":1}']);
  });
});

describe("closeOnBack", () => {
  const closeOnBack = true;

  it("closes Connect as cancelled, with the focus back on the button", async () => {
    const session = createReal("plain", { closeOnBack });
    const { over } = await openLoaded(session);

    history.back();

    expect(await over).toMatchObject({ status: "closed", reason: "cancelled" });
    expect(session.log.filter((entry) => entry === "on close")).toHaveLength(1);
    expect([stage(), frames(), location.hash, heard]).toEqual([null, 0, "#two", []]);
    await turn();
    expect(document.activeElement).toBe(opener);
  });

  it("tells of the end when the history is as it was", async () => {
    const session = createReal("plain", {
      closeOnBack,
      onClose: () => history.pushState({ position: 3 }, "", "#three"),
    });
    const { over } = await openLoaded(session);

    stage()!.shadowRoot!.querySelector<HTMLElement>(".close")!.click();
    await over;

    await goBack();
    await goBack();
    expect(heard).toEqual(['#two {"position":2}', '#one {"position":1}']);
  });

  it.each([
    ["without the option", {}],
    ["for Connect in a container", { closeOnBack, container: "main" }],
  ])("leaves the history alone %s", async (_, options) => {
    const main = document.body.appendChild(document.createElement("main"));
    const { length } = history;
    await openLoaded(createReal("plain", options));

    expect([history.length, frames() - (frame().getRootNode() === document ? 1 : 0)]).toEqual([length, 0]);
    main.remove();
  });

  it("keeps nothing of the session in the history", async () => {
    await openLoaded(createReal("plain", { closeOnBack, user: "ada@example.org" }));

    expect(history.state).toEqual({ position: 2 });
  });
});
