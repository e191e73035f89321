import { beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { create, end, onCancel, opener, other, part, stage } from "./setup.js";

const types = ["keydown", "pointerdown", "mousedown", "click", "focusin"];
let heard: string[];

beforeEach(() => {
  heard = [];
  const ending = new AbortController();
  for (const type of types)
    for (const target of [document, document.body, document.documentElement])
      target.addEventListener(type, () => heard.push(type), { capture: true, signal: ending.signal });
  return () => ending.abort();
});

describe("events on a modal stage", () => {
  it("Escape backs out once, and the host's own dialog hears nothing of it", async () => {
    create().open();
    heard.length = 0;

    await userEvent.keyboard("{Escape}");

    expect(onCancel).toHaveBeenCalledOnce();
    expect(heard).toEqual([]);
  });

  it("Escape where nothing has the focus is the stage's, which is on top", async () => {
    create().open();
    (document.activeElement as HTMLElement).blur();
    heard.length = 0;

    await userEvent.keyboard("{Escape}");

    expect([onCancel.mock.calls.length, heard]).toEqual([1, []]);
  });

  it("a press on its button does what the button is for, and is no press outside of the host's dialog", async () => {
    create().open();
    heard.length = 0;

    await userEvent.click(part(".cancel"));

    expect([onCancel.mock.calls.length, heard]).toEqual([1, []]);
  });

  it.each(["{Enter}", " "])("the key %j on its button presses it", async (key) => {
    create().open();
    part(".cancel").focus();

    await userEvent.keyboard(key);

    expect([onCancel.mock.calls.length, heard.filter((type) => type !== "focusin")]).toEqual([1, []]);
  });

  it("Tab moves the focus inside it", async () => {
    const frame = Object.assign(document.createElement("iframe"), { srcdoc: "<p>Connect" });
    create().open();
    stage.place(frame);
    stage.showFrame(frame, () => {});

    await userEvent.tab();
    await userEvent.tab();

    expect(document.activeElement?.closest("[data-human-connect-stage]") ?? document.activeElement).not.toBe(other);
    expect(heard).toEqual([]);
  });

  it("the focus that goes to it and comes back has, for a popover of the host, never left", () => {
    other.focus();
    const moves: string[] = [];
    const ending = new AbortController();
    for (const type of ["focusout", "focusin", "blur", "focus"])
      document.addEventListener(type, ({ target }) => moves.push(`${type} ${(target as Element).id}`), {
        capture: true,
        signal: ending.signal,
      });

    create().open();
    end();

    expect(document.activeElement).toBe(other);
    expect(moves).toEqual([]);
    opener.focus();
    expect(moves.length).toBe(4);
    ending.abort();
  });

  it("are the page's again when it has closed", async () => {
    create().open();
    end();
    heard.length = 0;

    await userEvent.click(other);
    await userEvent.keyboard("{Escape}");

    expect(heard).toEqual(expect.arrayContaining(["pointerdown", "click", "keydown"]));
    expect(onCancel).not.toHaveBeenCalled();
  });

  it("are the page's as soon as it has closed, also before the focus is back", () => {
    opener.focus();
    create().open();
    stage.close();
    heard.length = 0;

    opener.click();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));

    expect(new Set(heard)).toEqual(new Set(["click", "keydown"]));
    expect(onCancel).not.toHaveBeenCalled();
  });
});
