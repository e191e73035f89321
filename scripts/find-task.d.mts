export class UnknownTask extends Error {}
export function findTask(
  words: readonly string[],
  names: { tools: readonly string[]; tests: readonly string[]; benches: readonly string[] },
): { task: string; rest: string[] };
