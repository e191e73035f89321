import { expect, userEvent, waitFor, within } from "storybook/test";
import { connectProvider, disconnectSource, finish, openConnect } from "../gestures.ts";
import type { KitStory } from "../kit-story.ts";
import { findAll, findButton, findFocused, readSources, untilStatus } from "../page.ts";

export const connectCard = {
  Empty: {
    async play({ canvasElement }) {
      await expect(findAll(canvasElement, ".human-connect-heading")[0]).toHaveTextContent("Your health data");
    },
  },
  One: { args: { sources: "one" } },
  Twelve: { args: { sources: "twelve" } },
  TwoHundred: { args: { sources: "two hundred" } },
  LongNames: { args: { sources: "long names" } },
  LargeText: { args: { sources: "long names" }, globals: { text: "large" } },
  RightToLeft: { args: { sources: "long names" }, globals: { direction: "rtl" } },
  Spanish: { args: { sources: "one" }, globals: { locale: "es" } },
  Arabic: { args: { sources: "long names" }, globals: { locale: "ar" } },
  OwnParts: {
    args: { sources: "one" },
    async play({ canvasElement }) {
      const page = within(canvasElement);
      const texts = [
        "Your records",
        "Only you decide.",
        "Choose your records",
        "Questions? Call us.",
        "How we use them",
      ];
      for (const text of texts) await expect(page.getByText(text)).toBeVisible();
      await expect(readSources(canvasElement)).toEqual([expect.stringMatching(/ is Connected$/)]);
      // Content without a name is below the button in every face.
      const [actions] = findAll(canvasElement, ".human-connect-actions");
      const more = page.getByText("How we use them").getBoundingClientRect();
      await expect(more.top).toBeGreaterThan(actions!.getBoundingClientRect().bottom);
    },
  },
  Loading: {
    args: { sources: "one", token: "never" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await untilStatus(canvasElement, "loading");
    },
  },
  Failed: {
    args: { sources: "one", token: "refused" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await untilStatus(canvasElement, "error");
    },
  },
  Disabled: { args: { sources: "one", disabled: true } },
  AfterASession: {
    args: { sources: "one" },
    async play({ canvasElement }) {
      const [before] = readSources(canvasElement);
      await openConnect(canvasElement);
      await disconnectSource();
      await connectProvider("Applefen Pharmacy");
      await finish(canvasElement);
      await expect(readSources(canvasElement)).toEqual([
        "Applefen PharmacyJust connected",
        before!.replace("Connected", "Disconnected"),
      ]);
      await waitFor(() => expect(findFocused()).toBe(findButton(canvasElement)));
    },
  },
} satisfies Record<string, KitStory>;
