import fc from "fast-check";
import { it } from "vitest";

/** Cases of each property: the environment's `FUZZ_RUNS`, or 100,000. */
const runs = Number(process.env["FUZZ_RUNS"] ?? 100_000);

/** So many cases run in one go; between two goes the runner may breathe. */
const slice = 50_000;

/**
 * A test that tries a property on very many cases and prints how many they were. A failure prints the smallest case that was
 * found, with the seed and the path that bring it back: `{ seed, path }` as the last argument replays it alone.
 *
 * @param target What is tried, for the printed line.
 * @param sentence What holds for each case.
 * @param check Throws for a case for which it does not.
 */
export function fuzz<T>(
  target: string,
  sentence: string,
  cases: fc.Arbitrary<T>,
  check: (value: T) => void,
  replay: fc.Parameters<[T]> = {},
): void {
  let tried = 0;
  const property = fc.property(cases, (value) => {
    tried += 1;
    check(value);
  });
  run(
    target,
    sentence,
    (numRuns) => fc.assert(property, { ...replay, numRuns }),
    () => tried,
  );
}

/** Like {@link fuzz}, for what answers with a promise. */
export function fuzzAsync<T>(
  target: string,
  sentence: string,
  cases: fc.Arbitrary<T>,
  check: (value: T) => Promise<void>,
  replay: fc.Parameters<[T]> = {},
): void {
  let tried = 0;
  const property = fc.asyncProperty(cases, async (value) => {
    tried += 1;
    await check(value);
  });
  run(
    target,
    sentence,
    (numRuns) => fc.assert(property, { ...replay, numRuns }),
    () => tried,
  );
}

function run(
  target: string,
  sentence: string,
  assert: (numRuns: number) => Promise<void> | void,
  tried: () => number,
): void {
  // However long it takes: nobody waits for an answer that could fail to come.
  it(`${target}: ${sentence}`, { timeout: 0 }, async () => {
    for (let left = runs; left > 0; left -= slice) {
      await assert(Math.min(slice, left));
      await new Promise(setImmediate);
    }
    console.log(`${target}: ${tried().toLocaleString("en")} cases, ${sentence}`);
  });
}
