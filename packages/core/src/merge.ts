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
