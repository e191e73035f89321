import { bare } from "./bare.js";

/**
 * Merges one object over another, where `undefined` means "not given": an unset prop must not override a default, in particular the one
 * that selects the environment. Copies own properties only, into an object without a prototype.
 */
export function mergeDefined<T extends object>(base: T, over: Partial<T> | undefined): T {
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
 * Merges the options of a component over those of its provider. A token source replaces the other one: `tokenUrl` of a button takes
 * precedence over `getToken` of its provider. Labels are merged one by one.
 */
export function mergeOptions<T extends object>(base: T, over: Partial<T> | undefined): T {
  // Once: the props of some frameworks are slow to copy.
  const given = bare<Partial<T> & Mergeable>(over ?? {});
  const merged: T & Mergeable = mergeDefined(base, given);
  if (given.getToken || given.tokenUrl) Object.assign(merged, { getToken: given.getToken, tokenUrl: given.tokenUrl });
  if (given.labels) merged.labels = mergeDefined(bare<T & Mergeable>(base).labels ?? {}, given.labels);
  return merged;
}
