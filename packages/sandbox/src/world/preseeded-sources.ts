import type { Connection, Provider } from "../base/connect-api.js";
import { HttpFailure } from "../base/http-failure.js";
import { toConnection } from "./sources.js";

/**
 * Reads the `preseededSources` parameter, an array that the vendor's client sends as base64 of JSON (docs/vendor.md#options).
 * Sources that the sandbox does not know keep their own names.
 *
 * @throws {HttpFailure} 400 if it is not such an array.
 */
export function parsePreseededSources(encoded: string, providers: readonly Provider[], instant: number): Connection[] {
  const items = decode(encoded);
  if (!Array.isArray(items) || !items.every(isSource)) {
    throw new HttpFailure(
      400,
      "INVALID_PRESEEDED_SOURCES",
      "preseededSources must be an array of sources with an id and a name, as base64 of JSON.",
    );
  }
  const byId = new Map(items.map((source) => [source.id, source]));
  return [...byId.values()].map((source) => {
    const known = providers.find((provider) => provider.id === source.id);
    return toConnection(known ?? { id: source.id, name: source.name, kind: "clinic" }, instant);
  });
}

const isSource = (item: unknown): item is { id: string; name: string } =>
  typeof item === "object" &&
  item !== null &&
  "id" in item &&
  "name" in item &&
  typeof item.id === "string" &&
  typeof item.name === "string";

function decode(encoded: string): unknown {
  try {
    // An older client does not encode base64 in the URL, so every plus sign arrives as a space.
    const letters = atob(encoded.replaceAll(" ", "+"));
    return JSON.parse(toText(letters));
  } catch {
    return undefined;
  }
}

/** The vendor's client encodes letters beyond ASCII as Latin-1; a careful caller sends UTF-8. */
function toText(letters: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
  } catch {
    return letters;
  }
}
