import { expect, userEvent, waitFor } from "storybook/test";
import { connectProvider, finish, leave, openConnect } from "../gestures.ts";
import type { KitStory } from "../kit-story.ts";
import { findButton, findFocused, findStage, untilStageSays, untilStatus } from "../page.ts";

/** Connect in the page instead of over it. */
export const inline = {
  Idle: {},
  WaitingForConnect: {
    args: { scenario: "never-loads" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await untilStageSays(/^Opening Connect…$/);
      await expect(findStage()?.shadowRoot?.querySelector("dialog")).toBe(null);
    },
  },
  Open: {
    async play({ canvasElement }) {
      await openConnect(canvasElement);
    },
  },
  Failed: {
    args: { token: "refused" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await untilStatus(canvasElement, "error");
    },
  },
  ConnectsASource: {
    async play({ canvasElement }) {
      await openConnect(canvasElement);
      await connectProvider("Applefen Pharmacy");
      await finish(canvasElement);
      await waitFor(() => expect(findFocused()).toBe(findButton(canvasElement)));
    },
  },
  Closes: {
    async play({ canvasElement }) {
      await openConnect(canvasElement);
      await leave(canvasElement, "close");
      await waitFor(() => expect(findFocused()).toBe(findButton(canvasElement)));
    },
  },
  RightToLeft: {
    globals: { direction: "rtl" },
    async play({ canvasElement }) {
      await openConnect(canvasElement);
    },
  },
} satisfies Record<string, KitStory>;
