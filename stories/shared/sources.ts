import type { Source } from "@human-connect/core";
import { sandbox } from "./sandbox.ts";

/** What somebody has connected before the story begins, by the name that the control shows. */
export type SourcesName = "none" | "one" | "twelve" | "two hundred" | "long names";

const known: readonly Source[] = sandbox.providers.map(({ id, name }) => ({ id, name }));

/** More than the sandbox has: the same providers again, each time with another number. */
const many = Array.from({ length: 200 }, (_, index): Source => {
  const { name } = known[index % known.length]!;
  const round = Math.floor(index / known.length);
  return { id: index.toString(16).padStart(24, "0"), name: round ? `${name} ${round + 1}` : name };
});

const longNames: readonly Source[] = [
  "The Combined Orthopedic, Rheumatological and Sports Medicine Associates of Greater Thornmere and Surrounding Counties",
  "Universitätsklinikumsverwaltungsgesellschaftsbetriebskrankenversicherung",
  "مستشفى الوادي الأخضر للأطفال والنساء",
  "Q",
].map((name, index) => ({ id: `f${index}`.padStart(24, "f"), name }));

const lists: Readonly<Record<SourcesName, readonly Source[]>> = {
  none: [],
  one: known.slice(0, 1),
  twelve: known.slice(0, 12),
  "two hundred": many,
  "long names": longNames,
};

export const sourcesNames = Object.keys(lists) as SourcesName[];

export const sourcesOf = (name: SourcesName): readonly Source[] => lists[name];
