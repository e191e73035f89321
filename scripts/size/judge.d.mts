interface Budget {
  bytes?: number;
  goal?: number;
}

interface Judged {
  name: string;
  part: string;
  bytes: number;
  budget: number | undefined;
  goal: number | undefined;
  isOver: boolean;
}

type Parts<T> = Record<string, Record<string, T>>;

/** Compares sizes with their budgets. */
export function judgeSizes(sizes: Parts<number>, budgets: Parts<Budget>): Judged[];

/** Modules that are larger than they were, those that grew most first. */
export function findGrown(
  now: Record<string, number>,
  before: Record<string, number>,
): { module: string; grown: number; bytes: number }[];

/** The same budgets with other bytes. */
export function rewriteBudgets(sizes: Parts<number>, budgets: Parts<Budget>): Parts<Budget>;
