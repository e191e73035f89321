import { expect, userEvent, waitFor, within } from "storybook/test";
import { openConnect } from "../gestures.ts";
import type { KitStory } from "../kit-story.ts";
import { findAll, findButton } from "../page.ts";

const says = (canvas: HTMLElement, text: string): Promise<void> =>
  waitFor(() => expect(findAll(canvas, ".human-connect-status")[0]?.textContent).toBe(text));

const saying = (text: string): KitStory["play"] =>
  async function play({ canvasElement }) {
    await says(canvasElement, text);
  };

export const connectStatus = {
  NothingConnected: { play: saying("Nothing connected yet") },
  OneSource: { args: { sources: "one" }, play: saying("1 source connected") },
  TwelveSources: { args: { sources: "twelve" }, play: saying("12 sources connected") },
  OwnContent: {
    args: { sources: "one" },
    async play({ canvasElement }) {
      await expect(within(canvasElement).getByText("Questions? Call us.")).toBeVisible();
    },
  },
  Loading: {
    args: { token: "never" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await says(canvasElement, "Opening Connect…");
    },
  },
  Open: {
    async play({ canvasElement }) {
      await openConnect(canvasElement);
      await says(canvasElement, "Continue in the Connect window");
    },
  },
  Failed: {
    args: { token: "refused" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await says(canvasElement, "Connect could not be opened. Try again.");
    },
  },
  RightToLeft: { args: { sources: "twelve" }, globals: { direction: "rtl" } },
  Spanish: { globals: { locale: "es" }, args: { sources: "twelve" }, play: saying("12 fuentes conectadas") },
} satisfies Record<string, KitStory>;
