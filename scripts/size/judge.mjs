// Compares sizes with their budgets. Pure.

/** A bundler's next version may arrange the same code a little differently. */
const tolerance = 1.01;

/**
 * @typedef {{ bytes: number, goal?: number }} Budget `bytes`: what it was when the budgets were written, and what it may be. `goal`: what
 * it shall come down to, and what it may use once it is there.
 * @typedef {{ name: string, part: string, bytes: number, budget: number | undefined, goal: number | undefined, isOver: boolean }} Judged
 *
 * @param {Record<string, Record<string, number>>} sizes Brotli bytes of each use and part.
 * @param {Record<string, Record<string, Budget>>} budgets In the same shape.
 * @returns {Judged[]} A use without a budget is over it: it has to be given one.
 */
export function judgeSizes(sizes, budgets) {
  return Object.entries(sizes).flatMap(([name, parts]) =>
    Object.entries(parts).map(([part, bytes]) => {
      const { bytes: written, goal } = budgets[name]?.[part] ?? {};
      const budget =
        written === undefined ? undefined : Math.max(Math.ceil(written * tolerance), written <= goal ? goal : 0);
      return { name, part, bytes, budget, goal, isOver: budget === undefined || bytes > budget };
    }),
  );
}

/**
 * @param {Record<string, number>} now Minified bytes of each module.
 * @param {Record<string, number>} before The same, when the budgets were written.
 * @returns {{ module: string, grown: number, bytes: number }[]} Modules that are larger than they were, those that grew most first.
 */
export function findGrown(now, before) {
  return Object.entries(now)
    .map(([module, bytes]) => ({ module, bytes, grown: bytes - (before[module] ?? 0) }))
    .filter(({ grown }) => grown > 0)
    .toSorted((one, other) => other.grown - one.grown);
}

/** The same budgets with other bytes; goals stay, also those of a use that this build does not have yet. */
export function rewriteBudgets(sizes, budgets) {
  const rewritten = structuredClone(budgets);
  for (const [name, parts] of Object.entries(sizes))
    for (const [part, bytes] of Object.entries(parts)) {
      const { goal } = budgets[name]?.[part] ?? {};
      (rewritten[name] ??= {})[part] = goal === undefined ? { bytes } : { bytes, goal };
    }
  return rewritten;
}
