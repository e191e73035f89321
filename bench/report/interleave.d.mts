/** Measures everything once in each round, there and back. */
export function interleave<T, R>(
  samples: Record<string, T>,
  rounds: number,
  measure: (sample: T, key: string) => Promise<R>,
): Promise<Record<string, R[]>>;
