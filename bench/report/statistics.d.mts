export interface Summary {
  median: number;
  q1: number;
  q3: number;
  n: number;
}

export function quantile(numbers: readonly number[], part: number): number;
export function summarize(numbers: readonly number[]): Summary;
export function summarizeRatio(numbers: readonly number[], floors: readonly number[]): Summary;
export function slopeOf(points: readonly (readonly [number, number])[]): number;
export function round(value: number): number;
