import { bare } from "./bare.js";

/**
 * One object over another, where `undefined` means "not given": a prop that is left open must not undo a default, least of all
 * the one that says which environment to open. Own properties alone, in an object that inherits nothing.
 */
export function merge<T extends object>(base: T, over: Partial<T> | undefined): T {
  const merged = bare(base);
  const given = bare<Partial<T>>(over ?? {});
  for (const name in given) if (given[name] !== undefined) merged[name] = given[name];
  return merged;
}

interface Mergeable {
  getToken?: unknown;
  tokenUrl?: unknown;
  labels?: object;
}

/**
 * Options of a component over those of what is around it. A token source replaces the other one: `tokenUrl` of a button counts before
 * `getToken` of its provider. Labels are replaced one by one.
 */
export function mergeOptions<T extends object>(base: T, over: Partial<T> | undefined): T {
  const merged: T & Mergeable = merge(base, over);
  const given = bare<Partial<T> & Mergeable>(over ?? {});
  if (given.getToken || given.tokenUrl) Object.assign(merged, { getToken: given.getToken, tokenUrl: given.tokenUrl });
  if (given.labels) merged.labels = merge(bare<T & Mergeable>(base).labels ?? {}, given.labels);
  return merged;
}
