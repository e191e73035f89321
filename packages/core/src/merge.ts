/**
 * One object over another, where `undefined` means "not given": a prop that is left open must not undo a default, least of all
 * the one that says which environment to open.
 */
export function merge<T extends object>(base: T, over: Partial<T> | undefined): T {
  const merged = { ...base };
  for (const name in over) if (over[name] !== undefined) merged[name] = over[name];
  return merged;
}
