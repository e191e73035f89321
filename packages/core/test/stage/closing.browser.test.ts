import { describe, expect, it } from "vitest";
import { container, create, createFrame, loaded, onCancel, opener, other, part, root, stage, watch } from "./setup.js";

describe("closing a stage", () => {
  it("leaves nothing in the document and nobody cancelled", async () => {
    const frame = createFrame();
    create().open();
    stage.place(frame);
    await loaded(frame);
    stage.reveal(frame, () => {});

    stage.close();
    await new Promise((resolve) => requestAnimationFrame(resolve));

    expect(watch.leftovers()).toEqual([]);
    expect(onCancel).not.toHaveBeenCalled();
  });

  it("gives the focus back to the opener without scrolling", () => {
    document.body.style.height = "4000px";
    scrollTo(0, 1500);
    create().open();

    stage.close();

    expect(document.activeElement).toBe(opener);
    expect(scrollY).toBe(1500);
  });

  it("gives the focus back, without scrolling, to an opener that had not taken it, as some browsers leave a clicked button", () => {
    opener.blur();
    document.body.style.height = "4000px";
    scrollTo(0, 1500);
    create().open();

    stage.close();

    expect(document.activeElement).toBe(opener);
    expect(scrollY).toBe(1500);
  });

  it("leaves the focus where somebody else has put it", () => {
    create({ container }).open();
    other.focus();

    stage.close();

    expect(document.activeElement).toBe(other);
  });

  it("does not look for an opener that has left the page", () => {
    create().open();
    opener.remove();

    expect(() => stage.close()).not.toThrow();
    expect(document.activeElement).toBe(document.body);
  });

  it.each([undefined, "color: red; overflow: clip"])("puts the page's own style %s back", (style) => {
    if (style) root.setAttribute("style", style);
    create().open();

    stage.close();

    expect(root.getAttribute("style")?.replace(/;$/, "")).toBe(style);
  });

  it("does nothing the second time, whatever the page has done since", () => {
    create().open();
    stage.close();
    other.focus();
    root.style.setProperty("overflow", "scroll");

    stage.close();

    expect(root.style.overflow).toBe("scroll");
    expect(document.activeElement).toBe(other);
  });

  it("does nothing before it has opened", () => {
    root.style.setProperty("overflow", "scroll");
    create();
    other.focus();

    stage.close();

    expect(root.style.overflow).toBe("scroll");
    expect(document.activeElement).toBe(other);
  });

  it("lets it open again", () => {
    create().open();
    stage.close();

    stage.open();

    expect(part("dialog").matches(":modal")).toBe(true);
  });
});
