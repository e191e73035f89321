import type { Frame, Page } from "@playwright/test";
import axe from "axe-core";
import { rulesOfColour } from "../support/rules-of-colour.ts";

type Theme = "light" | "dark";

/** What axe finds on a page and in its frames: by every rule in the light, by those that a theme has a say in in the dark. */
export async function findViolations(page: Page): Promise<string[]> {
  return [...(await look(page, "light")), ...(await look(page, "dark", { runOnly: rulesOfColour }))];
}

async function look(page: Page, theme: Theme, options: axe.RunOptions = {}): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  const found = await Promise.all(page.frames().map((frame) => lookIn(frame, options)));
  return found.flat().map((violation) => `${theme}: ${violation}`);
}

async function lookIn(frame: Frame, options: axe.RunOptions): Promise<string[]> {
  try {
    // A page that has not come, or was prepared for later, is shown to nobody.
    if (frame.parentFrame() && !(await (await frame.frameElement()).isVisible())) return [];
    if (!(await frame.evaluate("Boolean(window.axe)"))) await frame.evaluate(axe.source);
    return await frame.evaluate(runAxe, options);
  } catch (error) {
    // What was prepared goes when the session begins.
    if (frame.isDetached()) return [];
    throw error;
  }
}

/** Runs in the page, when no colour is on its way. */
async function runAxe(options: axe.RunOptions): Promise<string[]> {
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
  const { violations } = await window.axe.run({ ...options, iframes: false, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
