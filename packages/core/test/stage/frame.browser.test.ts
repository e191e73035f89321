import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { create, createFrame, host, isShown, labels, loaded, part, stage } from "./setup.js";

/** Nobody presses anything for so long. */
const beSilent = (seconds = 10): void => void vi.advanceTimersByTime(seconds * 1000);

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

describe("a stage", () => {
  it("says that Connect does not seem to come, beside the frame, and offers to try again", async () => {
    create().open();
    const frame = document.createElement("iframe");
    // As the vendor has it, and as large as the window.
    frame.style.cssText = "position:fixed;z-index:9999";
    stage.place(frame);
    stage.showFrame(frame, () => {});
    expect(isShown(".doubt")).toBe(false);
    let retries = 0;

    stage.showUnreachable(() => retries++);

    expect(part("[role=alert]").textContent).toBe(labels.doubt);
    expect([isShown(".doubt"), isShown(".close"), getComputedStyle(frame).visibility]).toEqual([true, true, "visible"]);
    const { x, y } = part(".again").getBoundingClientRect();
    expect(host().shadowRoot!.elementFromPoint(x + 5, y + 5)).toBe(part(".again"));
    part(".again").click();
    expect([part(".again").textContent, retries]).toEqual([labels.retry, 1]);
  });

  it.each(["markAlive", "showLoading"] as const)("takes the doubt back by %s()", (name) => {
    create().open();
    stage.showUnreachable(() => {});

    stage[name]();

    expect([isShown(".doubt"), part("[role=alert]").textContent]).toEqual([false, ""]);
  });

  it("offers to load it anew once nobody has used the frame for ten seconds, until Connect has spoken, and again after that", () => {
    create().open();
    const frame = createFrame();
    let retries = 0;
    stage.place(frame);
    stage.showFrame(frame, () => retries++);
    beSilent(9);
    expect([isShown(".reload"), isShown(".title")]).toEqual([false, true]);

    beSilent(1);

    expect([isShown(".reload"), isShown(".title"), part(".reload").textContent]).toEqual([true, false, labels.reload]);
    part(".reload").click();
    expect(retries).toBe(1);
    stage.markAlive();
    expect([isShown(".reload"), isShown(".title")]).toEqual([false, true]);
    beSilent();
    expect(isShown(".reload")).toBe(false);
    stage.showLoading();
    stage.showFrame(frame, () => {});
    beSilent();
    expect(isShown(".reload")).toBe(true);
  });

  it.each(["never speaks", "has spoken before its page has loaded"])("offers nothing where Connect %s", (what) => {
    create().open();
    const frame = createFrame();
    stage.place(frame);
    if (what !== "never speaks") stage.markAlive();
    stage.showFrame(frame, what === "never speaks" ? undefined : () => {});

    beSilent();

    expect(isShown(".reload")).toBe(false);
  });

  it("offers one way to try again, not two", () => {
    create().open();
    const frame = createFrame();
    stage.place(frame);
    stage.showFrame(frame, () => {});
    beSilent();

    stage.showUnreachable(() => {});

    expect([isShown(".reload"), isShown(".again")]).toEqual([false, true]);
    beSilent();
    expect([isShown(".reload"), isShown(".again")]).toEqual([false, true]);
  });

  it.each([".reload", ".again"])("keeps the focus when %s goes from under it", (selector) => {
    create().open();
    const frame = createFrame();
    stage.place(frame);
    stage.showFrame(frame, () => {});
    beSilent();
    if (selector === ".again") stage.showUnreachable(() => {});
    part(selector).focus();
    expect(host().shadowRoot!.activeElement).toBe(part(selector));

    stage.markAlive();

    expect(host().shadowRoot!.activeElement).toBe(part(".close"));
  });

  it("hands the focus on when a doubt replaces the one offer by the other", () => {
    create().open();
    const frame = createFrame();
    stage.place(frame);
    stage.showFrame(frame, () => {});
    beSilent();
    part(".reload").focus();

    stage.showUnreachable(() => {});

    expect(host().shadowRoot!.activeElement).toBe(part(".again"));
  });

  it("offers no second way to a frame that comes after the doubt", () => {
    create().open();
    const frame = createFrame();
    stage.place(frame);
    stage.showUnreachable(() => {});
    stage.showFrame(frame, () => {});

    beSilent();

    expect([isShown(".reload"), isShown(".again")]).toEqual([false, true]);
  });

  it("moves the focus out of a frame that seems dead", () => {
    create().open();
    const frame = createFrame();
    stage.place(frame);
    stage.showFrame(frame, () => {});
    expect(host().shadowRoot!.activeElement).toBe(frame);

    stage.showUnreachable(() => {});

    expect(host().shadowRoot!.activeElement).toBe(part(".again"));
  });

  it("keeps the vendor's frame out of sight and its overlay away until there is something to see", () => {
    const frame = createFrame();
    const overlay = document.createElement("div");
    create().open();

    stage.place(frame);
    stage.place(overlay);

    expect([frame.getRootNode(), overlay.getRootNode()]).toEqual([host().shadowRoot, host().shadowRoot]);
    expect(getComputedStyle(frame).visibility).toBe("hidden");
    expect([frame.hidden, overlay.hidden]).toEqual([false, true]);
  });

  it("shows a container that holds the frame", () => {
    const box = document.createElement("div");
    box.append(createFrame());
    create().open();

    stage.place(box);

    expect(box.hidden).toBe(false);
  });

  it("swaps spinner and Cancel for the frame and Close, and moves the focus into the frame without scrolling", async () => {
    document.body.style.height = "4000px";
    scrollTo(0, 200);
    const frame = createFrame();
    create().open();
    stage.place(frame);
    await loaded(frame);

    stage.showFrame(frame, () => {});

    expect([isShown(".spinner"), isShown(".cancel"), isShown(".close")]).toEqual([false, false, true]);
    expect(getComputedStyle(frame).visibility).toBe("visible");
    expect(host().shadowRoot!.activeElement).toBe(frame);
    expect(scrollY).toBe(200);
  });

  it("swaps the frame for the spinner while it waits again, with the focus on the dialog and no word of a long wait", async () => {
    const frame = createFrame();
    create().open();
    stage.place(frame);
    await loaded(frame);
    stage.showSlow();
    stage.showFrame(frame, () => {});
    expect(getComputedStyle(frame).backgroundColor).not.toBe("rgba(0, 0, 0, 0)");

    stage.showLoading();

    expect([isShown(".spinner"), isShown(".cancel"), isShown(".close")]).toEqual([true, true, false]);
    expect(getComputedStyle(frame).visibility).toBe("hidden");
    expect(host().shadowRoot!.activeElement).toBe(part("dialog"));
    expect(part("[role=status]").textContent).toBe(labels.loading);
  });
});
