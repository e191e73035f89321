import { describe, expect, it } from "vitest";
import { create, createFrame, host, isShown, labels, loaded, part, stage } from "./setup.js";

describe("a stage", () => {
  it("says that Connect does not seem to come, beside the frame, and offers to try again", async () => {
    create().open();
    const frame = document.createElement("iframe");
    // As the vendor has it, and as large as the window.
    frame.style.cssText = "position:fixed;z-index:9999";
    stage.place(frame);
    stage.reveal(frame, () => {});
    expect(isShown(".doubt")).toBe(false);
    let retries = 0;

    stage.doubt(() => retries++);

    expect(part("[role=alert]").textContent).toBe(labels.errorFailed);
    expect([isShown(".doubt"), isShown(".close"), getComputedStyle(frame).visibility]).toEqual([true, true, "visible"]);
    const { x, y } = part(".again").getBoundingClientRect();
    expect(host().shadowRoot!.elementFromPoint(x + 5, y + 5)).toBe(part(".again"));
    part(".again").click();
    expect([part(".again").textContent, retries]).toEqual([labels.retry, 1]);
  });

  it.each(["trust", "wait"] as const)("takes the doubt back by %s()", (name) => {
    create().open();
    stage.doubt(() => {});

    stage[name]();

    expect([isShown(".doubt"), part("[role=alert]").textContent]).toEqual([false, ""]);
  });

  it("offers to load it anew until Connect has spoken, and again after that", () => {
    create().open();
    const frame = createFrame();
    let retries = 0;
    stage.place(frame);
    expect(isShown(".reload")).toBe(false);

    stage.reveal(frame, () => retries++);

    expect([isShown(".reload"), part(".reload").textContent]).toEqual([true, labels.reload]);
    part(".reload").click();
    expect(retries).toBe(1);
    stage.trust();
    expect(isShown(".reload")).toBe(false);
    stage.wait();
    stage.reveal(frame, () => {});
    expect(isShown(".reload")).toBe(true);
  });

  it("offers one way to try again, not two", () => {
    create().open();
    const frame = createFrame();
    stage.place(frame);
    stage.reveal(frame, () => {});

    stage.doubt(() => {});

    expect([isShown(".reload"), isShown(".again")]).toEqual([false, true]);
  });

  it.each([".reload", ".again"])("keeps the focus when %s goes from under it", (selector) => {
    create().open();
    const frame = createFrame();
    stage.place(frame);
    stage.reveal(frame, () => {});
    if (selector === ".again") stage.doubt(() => {});
    part(selector).focus();
    expect(host().shadowRoot!.activeElement).toBe(part(selector));

    stage.trust();

    expect(host().shadowRoot!.activeElement).toBe(part(".close"));
  });

  it("hands the focus on when a doubt replaces the one offer by the other", () => {
    create().open();
    const frame = createFrame();
    stage.place(frame);
    stage.reveal(frame, () => {});
    part(".reload").focus();

    stage.doubt(() => {});

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

    stage.reveal(frame, () => {});

    expect([isShown(".spinner"), isShown(".cancel"), isShown(".close")]).toEqual([false, false, true]);
    expect(getComputedStyle(frame).visibility).toBe("visible");
    expect(host().shadowRoot!.activeElement).toBe(frame);
    expect(scrollY).toBe(200);
  });

  it("swaps the frame for the spinner while it waits again, with the focus on Cancel", async () => {
    const frame = createFrame();
    create().open();
    stage.place(frame);
    await loaded(frame);
    stage.reveal(frame, () => {});

    stage.wait();

    expect([isShown(".spinner"), isShown(".cancel"), isShown(".close")]).toEqual([true, true, false]);
    expect(getComputedStyle(frame).visibility).toBe("hidden");
    expect(host().shadowRoot!.activeElement).toBe(part(".cancel"));
  });
});
