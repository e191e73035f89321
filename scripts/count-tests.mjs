// A reporter of node:test: the numbers, as Jest and Vitest write them.

export default async function* countTests(events) {
  const numbers = { numPassedTests: 0, numFailedTests: 0 };
  for await (const { type, data } of events) {
    if (data.details?.type === "suite") continue;
    if (type === "test:pass") numbers.numPassedTests += 1;
    if (type === "test:fail") numbers.numFailedTests += 1;
  }
  yield JSON.stringify(numbers);
}
