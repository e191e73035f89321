import { expect, it } from "vitest";
import { drawRooms } from "../../scripts/rooms.mjs";
import { readText } from "./repository-files.ts";

it("has the rooms in ARCHITECTURE as scripts/rooms.mjs has them", () => {
  const shown = readText("ARCHITECTURE.md").split("\n## Rooms\n")[1]!.split("```\n")[1];

  expect(shown).toBe(`${drawRooms()}\n`);
});
