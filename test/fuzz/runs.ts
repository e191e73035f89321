import fc from "fast-check";
import { it } from "vitest";

/** Cases of each property, at least. */
const least = 10_000;

/** Cases of all properties in a file together, at least. */
const together = Number(process.env["FUZZ_CASES"] ?? 0);

/** The same cases each time, so that a change that fails has failed by itself; `pnpm bench fuzz` looks for new ones. */
const seed = Number(process.env["FUZZ_SEED"] ?? 1);

/** So many cases run in one go; between two goes the runner may breathe. */
const slice = 50_000;

/** How many properties this file has. */
let properties = 0;

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
    (go) => fc.assert(property, { ...go, ...replay }),
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
    (go) => fc.assert(property, { ...go, ...replay }),
    () => tried,
  );
}

function run(
  target: string,
  sentence: string,
  assert: (go: { numRuns: number; seed: number }) => Promise<void> | void,
  tried: () => number,
): void {
  properties += 1;
  // However long it takes: nobody waits for an answer that could fail to come.
  it(`${target}: ${sentence}`, { timeout: 0 }, async () => {
    const runs = Math.max(least, Math.ceil(together / properties));
    for (let done = 0; done < runs; done += slice) {
      await assert({ numRuns: Math.min(slice, runs - done), seed: seed + done });
      await new Promise(setImmediate);
    }
    console.log(`${target}: ${tried().toLocaleString("en")} cases, ${sentence}`);
  });
}
