// The order of measurements.

/**
 * Measures everything once in each round, there and back, so that what changes while the benchmark runs changes for all of them, and none is
 * always measured after the same neighbour.
 *
 * @template T, R
 * @param {Record<string, T>} samples
 * @param {number} rounds
 * @param {(sample: T, key: string) => Promise<R>} measure
 * @returns {Promise<Record<string, R[]>>} The results of each sample, round by round.
 */
export async function interleave(samples, rounds, measure) {
  const results = Object.fromEntries(Object.keys(samples).map((key) => [key, []]));
  const entries = Object.entries(samples);
  for (let round = 0; round < rounds; round++)
    for (const [key, sample] of round % 2 ? entries.toReversed() : entries)
      results[key].push(await measure(sample, key));
  return results;
}
