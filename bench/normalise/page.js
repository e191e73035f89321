// A payload with a thousand sources, normalised by the kit, by hand, and by two libraries.
import { normalizeSession } from "@human-connect/core";
import * as v from "valibot";
import {
  array,
  catch as fallback,
  minLength,
  nullable,
  object,
  pipe,
  string,
  transform,
  _default as otherwise,
} from "zod/mini";

const source = (index) => ({
  id: index.toString(16).padStart(24, "0"),
  name: `Clinic ${index}`,
  type: "clinic",
  logo: null,
});
const sources = Array.from({ length: 1000 }, (_, index) => source(index));
const payload = {
  sessionResults: { connectedSources: sources.slice(0, 3), disconnectedSources: [], requestedSources: [] },
  currentConnections: [...sources, { id: "unnamed" }, null, { id: "" }, 7],
};

const isSource = (item) => typeof item === "object" && item !== null && typeof item.id === "string" && item.id !== "";
const nameOf = ({ id, name }) => (typeof name === "string" && name) || id;

/** Copies, drops what is no source, and sets what is missing. */
function readByHand(raw) {
  const list = (value) => {
    const copies = [];
    if (Array.isArray(value))
      for (const item of value) if (isSource(item)) copies.push({ id: item.id, name: nameOf(item) });
    return copies;
  };
  const results = raw.sessionResults ?? {};
  return {
    sessionResults: {
      connectedSources: list(results.connectedSources),
      disconnectedSources: list(results.disconnectedSources),
      requestedSources: [],
    },
    currentConnections: list(raw.currentConnections),
    requestedProviders: [],
  };
}

const vSource = v.object({ id: v.pipe(v.string(), v.minLength(1)), name: v.optional(v.string(), "") });
const vList = v.pipe(
  v.array(v.fallback(v.nullable(vSource), null)),
  v.transform((items) => items.filter(Boolean)),
);
const vSession = v.object({
  sessionResults: v.object({ connectedSources: v.optional(vList, []), disconnectedSources: v.optional(vList, []) }),
  currentConnections: v.optional(vList, []),
});

const zSource = object({ id: string().check(minLength(1)), name: otherwise(string(), "") });
const zList = pipe(
  array(fallback(nullable(zSource), null)),
  transform((items) => items.filter(Boolean)),
);
const zSession = object({
  sessionResults: object({ connectedSources: otherwise(zList, []), disconnectedSources: otherwise(zList, []) }),
  currentConnections: otherwise(zList, []),
});

bench.normalisers = {
  hand: () => readByHand(payload),
  kit: () => normalizeSession(payload),
  valibot: () => v.parse(vSession, payload),
  zod: () => zSession.parse(payload),
};
for (const [name, normalise] of Object.entries(bench.normalisers))
  if (normalise().currentConnections.length !== sources.length + 1)
    throw new Error(`${name} has lost or kept too much`);
bench.isReady = true;
