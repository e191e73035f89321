import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createStage } from "../src/stage.js";
import type { Stage, StageOptions } from "../src/surface.js";
import { englishWidgetLabels, loadWidgetLabels } from "../src/widget-labels.js";
import { watchPage, type PageWatch } from "./watch-page.js";

const root = document.documentElement;
const labels = englishWidgetLabels({});

let watch: PageWatch;
let opener: HTMLButtonElement;
let other: HTMLButtonElement;
let container: HTMLElement;
let stage: Stage;
let onCancel: ReturnType<typeof vi.fn<() => void>>;

function create(options: Partial<StageOptions> = {}): Stage {
  return (stage = createStage({ labels, opener, overlayOpacity: undefined, onCancel, ...options }));
}

const host = (): HTMLElement => document.querySelector<HTMLElement>("[data-human-connect-stage]")!;
const part = <T extends HTMLElement>(selector: string): T => host().shadowRoot!.querySelector<T>(selector)!;
const isShown = (selector: string): boolean => part(selector).checkVisibility();
const createFrame = (): HTMLIFrameElement =>
  Object.assign(document.createElement("iframe"), { id: "human-api", srcdoc: "<button>In Connect</button>" });
const loaded = (frame: HTMLIFrameElement): Promise<unknown> =>
  new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));

beforeEach(() => {
  root.removeAttribute("style");
  opener = Object.assign(document.createElement("button"), { textContent: "Connect" });
  other = Object.assign(document.createElement("button"), { textContent: "Other" });
  container = document.createElement("section");
  document.body.append(opener, other, container);
  opener.focus();
  onCancel = vi.fn<() => void>();
  watch = watchPage();
});
afterEach(() => {
  stage.close();
  watch.stop();
  for (const node of [opener, other, container]) node.remove();
  root.removeAttribute("style");
  document.body.removeAttribute("style");
  scrollTo(0, 0);
});

describe("a stage", () => {
  it("adds nothing to the page before it opens", () => {
    create();

    expect(watch.leftovers()).toEqual([]);
  });

  it("is a modal dialog beside the body, named, with a word and a way out that has the focus", () => {
    create().open();

    expect(host().parentElement).toBe(root);
    expect(part("dialog").matches(":modal")).toBe(true);
    expect(part("dialog").getAttribute("aria-label")).toBe(labels.title);
    expect(part("[role=status]").textContent).toBe(labels.loading);
    expect(part(".cancel").textContent).toBe(labels.cancel);
    expect(host().shadowRoot!.activeElement).toBe(part(".cancel"));
    expect([isShown(".spinner"), isShown(".cancel"), isShown(".close")]).toEqual([true, true, false]);
  });

  it("makes the rest of the page inert", () => {
    create().open();

    other.focus();

    expect(document.activeElement).toBe(host());
    expect(document.elementFromPoint(1, 1)).toBe(host());
  });

  it("opens once", () => {
    create().open();
    stage.open();

    expect(document.querySelectorAll("[data-human-connect-stage]")).toHaveLength(1);
  });

  it("stands above a modal dialog of the host and gives the focus back into it", () => {
    const own = document.body.appendChild(document.createElement("dialog"));
    const inner = own.appendChild(document.createElement("button"));
    own.showModal();
    inner.focus();

    create({ opener: inner }).open();
    expect(document.elementFromPoint(1, 1)).toBe(host());
    stage.close();

    expect(document.activeElement).toBe(inner);
    own.remove();
  });

  it("speaks the language that it is given", async () => {
    const spanish = await loadWidgetLabels({ locale: "es", labels: { cancel: "Atrás" } });

    create({ labels: spanish }).open();

    expect(part("dialog").getAttribute("aria-label")).toBe("Conecta tus datos de salud");
    expect([".status", ".cancel", ".close"].map((selector) => part(selector).textContent)).toEqual([
      "Abriendo Connect…",
      "Atrás",
      "Cerrar",
    ]);
  });

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

  it("says when it takes long, where a screen reader hears it", () => {
    create().open();

    stage.slow();

    expect(part("[role=status]").textContent).toBe(labels.slow);
  });

  it.each([
    [undefined, ""],
    [0, "0"],
    [0.35, "0.35"],
  ])("darkens the page by %s", (overlayOpacity, property) => {
    create({ overlayOpacity }).open();

    expect(part("dialog").style.getPropertyValue("--opacity")).toBe(property);
  });

  it("keeps the page from scrolling while it is open", () => {
    create().open();

    expect(getComputedStyle(root).overflow).toBe("hidden");
  });

  it("keeps the vendor's frame out of sight and its overlay away until there is something to see", () => {
    const frame = createFrame();
    const overlay = document.createElement("div");
    create().open();

    stage.place(frame);
    stage.place(overlay);

    expect([frame.parentElement, overlay.parentElement]).toEqual([host(), host()]);
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
    expect(document.activeElement).toBe(frame);
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

  it("is cancelled by Escape, each time it is pressed, and leaves the rest to its owner", async () => {
    create().open();

    await userEvent.keyboard("{Escape}");
    expect(onCancel).toHaveBeenCalledTimes(1);
    expect(part<HTMLDialogElement>("dialog").open).toBe(true);
    await userEvent.keyboard("{Escape}");
    // Browsers then close the dialog as well, so it is told twice.
    await vi.waitFor(() => expect(onCancel.mock.calls.length).toBeGreaterThan(1));
  });

  it.each([".cancel", ".close"])("is cancelled by its button %s", (selector) => {
    create().open();

    part(selector).click();

    expect(onCancel).toHaveBeenCalledTimes(1);
  });
});

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

describe("a stage in a container", () => {
  it("is a named group inside it, not a dialog, and leaves the page alone", () => {
    create({ container }).open();

    expect(host().parentElement).toBe(container);
    expect(part(".inline").tagName).toBe("DIV");
    expect(part("[role=group]").getAttribute("aria-label")).toBe(labels.title);
    expect(document.activeElement).toBe(host());
    expect(root.hasAttribute("style")).toBe(false);
    other.focus();
    expect(document.activeElement).toBe(other);
  });

  it("takes the focus from nobody when a script has opened it", () => {
    other.blur();

    create({ container, opener: document.body }).open();

    expect(document.activeElement).not.toBe(host());
  });

  it("leaves the focus where the person has moved it meanwhile", async () => {
    const frame = createFrame();
    create({ container }).open();
    stage.place(frame);
    await loaded(frame);
    other.focus();

    stage.reveal(frame, () => {});
    expect(document.activeElement).toBe(other);
    stage.wait();
    expect(document.activeElement).toBe(other);
    stage.close();
    expect(document.activeElement).toBe(other);
  });

  it("gives the focus back to an opener that was out of sight", () => {
    const hide = document.body.appendChild(document.createElement("style"));
    hide.textContent = "section:not(:empty) ~ button { visibility: hidden }";
    document.body.append(container, opener);
    opener.focus();
    create({ container }).open();

    stage.close();

    expect(document.activeElement).toBe(opener);
    hide.remove();
  });

  it("has a height in a container that has none", () => {
    create({ container }).open();

    expect(part(".inline").offsetHeight).toBe(36 * 16);
  });

  it("knows when its container has left the document", () => {
    create({ container });
    expect(stage.isGone()).toBe(false);
    stage.open();
    expect(stage.isGone()).toBe(false);

    container.remove();

    expect(stage.isGone()).toBe(true);
  });

  it("gives the frame the container's size, but for the bar with Close", async () => {
    Object.assign(container.style, { width: "400px", height: "500px" });
    const frame = createFrame();
    create({ container }).open();
    stage.place(frame);
    await loaded(frame);

    stage.reveal(frame, () => {});

    const { width, height } = frame.getBoundingClientRect();
    expect([width, height]).toEqual([398, 446]);
    expect([isShown(".cancel"), isShown(".close")]).toEqual([false, true]);
  });

  it("offers Cancel until there is something to see", () => {
    create({ container }).open();

    part(".cancel").click();

    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it("leaves the container empty when it closes", () => {
    create({ container }).open();

    stage.close();

    expect(container.children).toHaveLength(0);
    expect(watch.leftovers()).toEqual([]);
  });
});
