import { userEvent } from "storybook/test";
import { findFocused, findFrame, findStage } from "./page.ts";

/** Real keys of a real keyboard, where a test runner lends them. */
export const keyboard: { press?: (keys: string) => Promise<void> } = {};

/** Moves the focus with Tab until an element has it. */
export async function tabTo(element: HTMLElement): Promise<void> {
  if (!keyboard.press) return element.focus();
  for (let presses = 0; findFocused() !== element; presses += 1) {
    if (presses === 10) throw new Error("Tab does not reach the element.");
    await keyboard.press("{Tab}");
  }
}

/** Presses a key where the focus is. Without a real keyboard a page can only come close to what the browser would do. */
export async function press(key: "Enter" | "Escape"): Promise<void> {
  if (keyboard.press) return keyboard.press(`{${key}}`);
  const inFrame = findFocused() === findFrame() ? findFrame()?.contentDocument : undefined;
  const dialog = findStage()?.shadowRoot?.querySelector("dialog");
  if (inFrame) await userEvent.setup({ document: inFrame }).keyboard(`{${key}}`);
  else if (key === "Escape" && dialog) dialog.requestClose();
  else await userEvent.keyboard(`{${key}}`);
}
