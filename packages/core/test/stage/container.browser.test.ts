import { describe, expect, it } from "vitest";
import {
  container,
  create,
  end,
  createFrame,
  host,
  isShown,
  labels,
  loaded,
  onCancel,
  opener,
  other,
  part,
  root,
  stage,
  watch,
} from "./setup.js";

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

    stage.showFrame(frame, () => {});
    expect(document.activeElement).toBe(other);
    stage.showLoading();
    expect(document.activeElement).toBe(other);
    end();
    expect(document.activeElement).toBe(other);
  });

  it("gives the focus back to an opener that was out of sight", () => {
    const hide = document.body.appendChild(document.createElement("style"));
    hide.textContent = "section:not(:empty) ~ button { visibility: hidden }";
    document.body.append(container, opener);
    opener.focus();
    create({ container }).open();

    end();

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

  it("gives the frame the container's size, but for the bar", async () => {
    Object.assign(container.style, { width: "400px", height: "500px" });
    const frame = createFrame();
    create({ container }).open();
    stage.place(frame);
    await loaded(frame);

    stage.showFrame(frame, () => {});

    const { width, height } = frame.getBoundingClientRect();
    expect([width, height]).toEqual([398, 454]);
    expect([isShown(".cancel"), isShown(".close")]).toEqual([false, true]);
  });

  it("offers Cancel until there is something to see", () => {
    create({ container }).open();

    part(".cancel").click();

    expect(onCancel).toHaveBeenCalledTimes(1);
  });

  it("leaves the container empty when it closes", () => {
    create({ container }).open();

    end();

    expect(container.children).toHaveLength(0);
    expect(watch.leftovers()).toEqual([]);
  });

  it.each([true, false])(
    "brings the frame into view for whoever has opened it (%s), and for nobody else",
    async (isTheirs) => {
      document.body.style.height = "4000px";
      container.style.cssText = `height: 300px; margin-top: ${innerHeight - 100}px`;
      create({ container, opener: isTheirs ? opener : null }).open();
      const frame = createFrame();
      stage.place(frame);
      await loaded(frame);

      stage.showFrame(frame, () => {});

      expect(scrollY > 0).toBe(isTheirs);
      if (isTheirs) expect(Math.round(host().getBoundingClientRect().bottom)).toBe(innerHeight);
    },
  );

  it("gives the focus back with the box, before a focus trap of the host finds it lost", async () => {
    create({ container }).open();
    part("[part=surface]").focus();

    stage.close();

    expect(document.activeElement).toBe(opener);
  });
});
