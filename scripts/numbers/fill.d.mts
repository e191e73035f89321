/** Fills the markers of a document with figures of the benchmark. */
export function fillNumbers(text: string, results: object): string;
