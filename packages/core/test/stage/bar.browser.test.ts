import { afterEach, describe, expect, it, vi } from "vitest";
import { cdp, page } from "vitest/browser";
import { create, createFrame, isShown, labels, loaded, part, stage } from "./setup.js";

/** The frame, the × and, where it is offered, the way to load again. */
async function show(
  width: number,
  height: number,
  isOffered = false,
): Promise<Record<"frame" | "close" | "reload", DOMRect>> {
  await page.viewport(width, height);
  if (isOffered) vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  create().open();
  const frame = createFrame();
  stage.place(frame);
  await loaded(frame);
  stage.showFrame(frame, () => {});
  if (isOffered) vi.advanceTimersByTime(10_000);
  const [close, reload] = [".close", ".reload"].map((selector) => part(selector).getBoundingClientRect());
  return { frame: frame.getBoundingClientRect(), close: close!, reload: reload! };
}

const isApart = (one: DOMRect, other: DOMRect): boolean =>
  one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;

const isInWindow = ({ left, right, top, bottom }: DOMRect): boolean =>
  left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;

afterEach(async () => {
  vi.useRealTimers();
  await page.viewport(414, 896);
});

describe("the way to close Connect", () => {
  it("is a round × at the frame's corner where there is room", async () => {
    const { frame, close } = await show(1280, 900);

    expect([frame.width, frame.height, isShown(".title")]).toEqual([830, 590, false]);
    expect([close.width, close.height, close.left - frame.right, close.top]).toEqual([44, 44, 12, frame.top]);
    expect(getComputedStyle(part(".close")).borderRadius).toBe("50%");
    // Connect has a × of its own next to it, which is the stronger one; this one only has to stand out from the dimmed page.
    const { backgroundColor, borderColor } = getComputedStyle(part(".close"));
    expect([backgroundColor, borderColor]).toEqual(["rgba(17, 27, 33, 0.4)", "rgba(0, 0, 0, 0)"]);
  });

  it("is in one bar with the title where the window is small, and all the rest is the frame's", async () => {
    const { frame, close } = await show(390, 844);

    expect(part(".title").textContent).toBe(labels.title);
    expect([isShown(".title"), close.right, close.top]).toEqual([true, 390, 0]);
    expect(frame.toJSON()).toMatchObject({ x: 0, y: 44, width: 390, height: 800 });
  });

  it("is beside the frame on a phone that is held across", async () => {
    const { frame, close } = await show(844, 390);

    expect(frame.toJSON()).toMatchObject({ x: 0, y: 0, width: 800, height: 390 });
    expect(close.toJSON()).toMatchObject({ x: 800, y: 0, width: 44 });
  });

  it("is at the other side in a script from right to left", async () => {
    document.documentElement.dir = "rtl";

    const { close } = await show(390, 844);

    expect(close.left).toBe(0);
    document.documentElement.removeAttribute("dir");
  });

  it("has a name", async () => {
    await show(390, 844);

    await expect.element(page.getByRole("button", { name: labels.close })).toBeInTheDocument();
  });
});

describe("the offer to load Connect again", () => {
  it.each([
    [1920, 1080],
    [1280, 900],
    [1280, 720],
    [1024, 768],
    [844, 390],
    [390, 844],
    [320, 568],
    [320, 225],
  ])("covers nothing and is not covered in a window of %i × %i", async (width, height) => {
    const { frame, close, reload } = await show(width, height, true);

    expect(isShown(".reload")).toBe(true);
    expect([isInWindow(reload), isInWindow(close)]).toEqual([true, true]);
    expect([isApart(reload, frame), isApart(reload, close), isApart(close, frame)]).toEqual([true, true, true]);
  });
});

it("keeps the edge of the waiting card in a small window, in forced colours", async () => {
  await cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  create().open();

  const { left, right } = part(".card").getBoundingClientRect();
  expect([left, right]).toEqual([0, innerWidth]);
  await cdp().send("Emulation.setEmulatedMedia", { features: [] });
});
