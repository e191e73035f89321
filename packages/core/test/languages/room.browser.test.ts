import "../../src/styles.css";
import { afterEach, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { create, createFrame, loaded, part, stage } from "../stage/setup.js";
import { isRightToLeft } from "../../src/words/is-right-to-left.js";
import { languages } from "./all-languages.js";

/** A phone, a phone that is held across, and a window where Connect is over the page. */
const windows = [
  [320, 640],
  [844, 390],
  [1280, 900],
] as const;

afterEach(async () => {
  vi.useRealTimers();
  await page.viewport(414, 896);
});

/** What of the stage leaves the window or its box, or is cut. */
function findFaults(step: string): string[] {
  const surface = part("[part=surface]");
  const seen = [...surface.querySelectorAll<HTMLElement>("p, button, span, .card, .doubt, .bar")].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  return seen.flatMap((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const isOut = left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
    const range = new Range();
    range.selectNodeContents(element);
    const text = range.getBoundingClientRect();
    const over = Math.max(left - text.left, text.right - right, top - text.top, text.bottom - bottom);
    const isCut = element.matches("p, button") && element.textContent && over > 1;
    return isOut || isCut ? [`${step}: ${element.className} "${element.textContent}" ${isOut ? "is out" : over}`] : [];
  });
}

it.each(windows)("fits every text of the stage in a window of %i by %i, in every language", async (width, height) => {
  await page.viewport(width, height);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const faults: string[] = [];
  for (const [name, { locale, labels }] of languages) {
    create({ labels, language: locale }).open();
    faults.push(...findFaults(`${name}, loading`));
    stage.showSlow();
    faults.push(...findFaults(`${name}, slow`));
    const frame = createFrame();
    stage.place(frame);
    await loaded(frame);
    stage.showFrame(frame, () => {});
    faults.push(...findFaults(`${name}, open`));
    vi.advanceTimersByTime(10_000);
    expect(part(".reload").checkVisibility()).toBe(true);
    faults.push(...findFaults(`${name}, to load again`));
    stage.showUnreachable(() => {});
    faults.push(...findFaults(`${name}, unreachable`));
    stage.close();
    stage.returnFocus?.();
  }

  expect(faults).toEqual([]);
});

it.each([...languages.keys()])("has the × at the end of a line of %s", async (name) => {
  await page.viewport(390, 844);
  const { locale, labels } = languages.get(name)!;
  create({ labels, language: locale }).open();
  const frame = createFrame();
  stage.place(frame);
  await loaded(frame);
  stage.showFrame(frame);

  const { left, right } = part(".close").getBoundingClientRect();
  expect(isRightToLeft(locale) ? left : innerWidth - right).toBe(0);
});
