import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockScroll } from "../../src/stage/scroll-lock.js";

const root = document.documentElement;
let tall: HTMLElement;

beforeEach(() => {
  root.removeAttribute("style");
  tall = document.body.appendChild(document.createElement("div"));
  tall.style.height = "5000px";
});
afterEach(() => {
  tall.remove();
  root.removeAttribute("style");
  scrollTo(0, 0);
});

/** Every inline declaration of the page's root. */
function declarations(): string[] {
  const { style } = root;
  return [...style]
    .map((name) => `${name}: ${style.getPropertyValue(name)} ${style.getPropertyPriority(name)}`.trim())
    .toSorted();
}

describe("lockScroll", () => {
  it("keeps the page from scrolling and leaves it where it is", () => {
    scrollTo(0, 300);

    const unlock = lockScroll();

    expect(getComputedStyle(root).overflow).toBe("hidden");
    expect(scrollY).toBe(300);
    unlock();
    expect(scrollY).toBe(300);
  });

  it("wins over a stylesheet that insists", () => {
    const sheet = document.head.appendChild(document.createElement("style"));
    sheet.textContent = "html { overflow: scroll !important }";

    const unlock = lockScroll();

    expect(getComputedStyle(root).overflow).toBe("hidden");
    unlock();
    sheet.remove();
  });

  it("leaves no style attribute where there was none", () => {
    lockScroll()();

    expect(root.hasAttribute("style")).toBe(false);
  });

  it("keeps an empty style attribute", () => {
    root.setAttribute("style", "");

    lockScroll()();

    expect(root.getAttribute("style")).toBe("");
  });

  it.each([
    "color: red",
    "overflow: scroll",
    "overflow: auto !important",
    "overflow: clip visible; color: red",
    "overflow-x: scroll",
    "overflow-y: scroll",
    "overflow-y: scroll !important; overflow-x: clip",
    "scrollbar-gutter: stable both-edges",
    "scrollbar-gutter: auto !important; overflow: hidden",
    "--own: 1; overflow: visible",
  ])("puts back exactly { %s }", (style) => {
    root.setAttribute("style", style);
    const before = declarations();

    lockScroll()();

    expect(declarations()).toEqual(before);
  });

  it("is not undone by a dialog of the host that ends its own lock meanwhile", () => {
    root.style.overflow = "hidden";
    const unlock = lockScroll();

    root.style.overflow = "";

    expect(getComputedStyle(root).overflow).toBe("hidden");
    unlock();
    expect(getComputedStyle(root).overflow).toBe("visible");
  });

  it("is nothing that a dialog of the host keeps and puts back later", () => {
    const unlock = lockScroll();
    const { overflow } = root.style;
    root.style.overflow = "hidden";
    unlock();

    root.style.overflow = overflow;

    expect(getComputedStyle(root).overflow).toBe("visible");
  });

  it("keeps what the page adds meanwhile", () => {
    const unlock = lockScroll();
    root.style.setProperty("color", "red");

    unlock();

    expect(declarations()).toEqual(["color: red"]);
  });

  it("keeps the room of a scrollbar that takes some", () => {
    const width = root.clientWidth;

    const unlock = lockScroll();

    expect(document.body.getBoundingClientRect().right).toBeLessThanOrEqual(width);
    unlock();
  });
});
