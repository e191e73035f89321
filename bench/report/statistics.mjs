// Medians, quartiles, ratios. Pure.

/** @typedef {{ median: number, q1: number, q3: number, n: number }} Summary */

/** @returns {number} The value below which this part of the numbers lies, between two of them by their distance. */
export function quantile(numbers, part) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at % 1);
}

/** @returns {Summary} */
export function summarize(numbers) {
  if (!numbers.length) throw new RangeError("There is nothing to summarize");
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((part) => round(quantile(numbers, part)));
  return { median, q1, q3, n: numbers.length };
}

/** Of each round the one by the other: what else the machine did met both. @returns {Summary} */
export const summarizeRatio = (numbers, floors) => summarize(numbers.map((value, at) => value / floors[at]));

/** @returns {number} The median slope between all pairs of points (Theil and Sen): an outlier does not bend it. */
export function slopeOf(points) {
  const slopes = points.flatMap(([x, y], at) => points.slice(at + 1).map(([u, w]) => (w - y) / (u - x)));
  return round(quantile(slopes, 0.5));
}

/** Four digits say all that a measurement knows. */
export const round = (value) => Number(value.toPrecision(4));
