import { expect } from "storybook/test";
import { connectProvider, finish, openConnect } from "../gestures.ts";
import type { KitStory } from "../kit-story.ts";
import { findAll, readSources } from "../page.ts";

const counting = (count: number): KitStory["play"] =>
  async function play({ canvasElement }) {
    await expect(readSources(canvasElement)).toHaveLength(count);
  };

export const connectionList = {
  Empty: {
    async play({ canvasElement }) {
      await expect(findAll(canvasElement, ".human-connect-empty")[0]).toHaveTextContent("Nothing connected yet");
    },
  },
  One: { args: { sources: "one" }, play: counting(1) },
  Twelve: { args: { sources: "twelve" }, play: counting(12) },
  TwoHundred: { args: { sources: "two hundred" }, play: counting(200) },
  LongNames: { args: { sources: "long names" }, play: counting(4) },
  RightToLeft: { args: { sources: "long names" }, globals: { direction: "rtl" } },
  Spanish: {
    globals: { locale: "es" },
    async play({ canvasElement }) {
      await expect(findAll(canvasElement, ".human-connect-empty")[0]).toHaveTextContent(
        "Todavía no hay nada conectado",
      );
    },
  },
  OwnSources: {
    args: { sources: "twelve" },
    async play({ canvasElement }) {
      const sources = findAll(canvasElement, ".human-connect-source > a");
      await expect(sources.map(({ textContent }) => textContent)).toEqual(readSources(canvasElement));
      await expect(sources).toHaveLength(12);
    },
  },
  Detailed: {
    args: { sources: "one", detailed: true },
    async play({ canvasElement }) {
      await openConnect(canvasElement);
      await connectProvider("Applefen Pharmacy");
      await finish(canvasElement);
      await expect(readSources(canvasElement).at(-1)).toBe("Applefen PharmacyJust connected");
    },
  },
} satisfies Record<string, KitStory>;
