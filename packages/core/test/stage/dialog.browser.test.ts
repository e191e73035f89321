import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { loadWidgetLabels } from "../../src/words/widget-labels.js";
import { create, end, host, isShown, labels, onCancel, other, part, root, stage, watch } from "./setup.js";

describe("a stage", () => {
  it("adds nothing to the page before it opens", () => {
    create();

    expect(watch.leftovers()).toEqual([]);
  });

  it("is a modal dialog beside the body, named, with the focus, a word and a way out", () => {
    create().open();

    expect(host().parentElement).toBe(root);
    expect(part("dialog").matches(":modal")).toBe(true);
    expect(part("dialog").getAttribute("aria-label")).toBe(labels.title);
    expect(part("[role=status]").textContent).toBe(labels.loading);
    expect(part(".cancel").textContent).toBe(labels.cancel);
    expect(host().shadowRoot!.activeElement).toBe(part("dialog"));
    expect([isShown(".spinner"), isShown(".cancel"), isShown(".close")]).toEqual([true, true, false]);
  });

  it("is not cancelled by the key that has opened it and is still down, or comes twice", async () => {
    create().open();

    await userEvent.keyboard("{Enter>5/}{Enter} ");

    expect(onCancel).not.toHaveBeenCalled();
    expect(part("dialog").matches(":modal")).toBe(true);
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
    end();

    expect(document.activeElement).toBe(inner);
    own.remove();
  });

  it("speaks the language that it is given", async () => {
    const spanish = await loadWidgetLabels({ locale: "es", labels: { cancel: "Atrás" } });

    create({ labels: spanish }).open();

    expect(part("dialog").getAttribute("aria-label")).toBe("Conectar tus datos de salud");
    expect([".status", ".cancel"].map((selector) => part(selector).textContent)).toEqual([
      "Abriendo Connect…",
      "Atrás",
    ]);
    expect(part(".close").ariaLabel).toBe("Cerrar Connect");
  });

  it("says when it takes long, where a screen reader hears it", () => {
    create().open();

    stage.showSlow();

    expect(part("[role=status]").textContent).toBe(labels.slow);
  });

  it.each([
    [undefined, ""],
    [0, "0"],
    [0.35, "0.35"],
  ])("darkens the page by %s", (overlayOpacity, property) => {
    create({ overlayOpacity }).open();

    expect(part("dialog").style.getPropertyValue("--hc-opacity")).toBe(property);
  });

  it("keeps the page from scrolling while it is open", () => {
    create().open();

    expect(getComputedStyle(root).overflow).toBe("hidden");
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
