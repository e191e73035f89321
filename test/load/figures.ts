import type { CrowdResult } from "./crowd.ts";

/** What a wave took. */
export interface Measured extends CrowdResult {
  readonly name: string;
  /** Of the server's process, for each request. */
  readonly cpuMicroseconds: number;
}

/** Takes the time of a wave, and what the server's process, which is this one, has worked for it. */
export async function measure(name: string, wave: () => Promise<CrowdResult>): Promise<Measured> {
  const before = process.cpuUsage();
  const result = await wave();
  const { user, system } = process.cpuUsage(before);
  return { name, ...result, cpuMicroseconds: (user + system) / result.answers.length };
}

/** A table of waves, the first of which is what the others are compared with. */
export function toTable(title: string, waves: readonly Measured[]): string {
  const rows = waves.map((wave) => toRow(wave, waves[0]!));
  return [title, toLine("", ["p50 ms", "p99 ms", "requests/s", "× of bare", "CPU µs each"]), ...rows].join("\n");
}

function toRow(wave: Measured, bare: Measured): string {
  const sorted = wave.answers.map(({ ms }) => ms).toSorted((one, other) => one - other);
  const perSecond = ({ answers, elapsedMs }: CrowdResult): number => answers.length / (elapsedMs / 1000);
  return toLine(wave.name, [
    percentile(sorted, 0.5).toFixed(0),
    percentile(sorted, 0.99).toFixed(0),
    perSecond(wave).toFixed(0),
    (perSecond(wave) / perSecond(bare)).toFixed(2),
    wave.cpuMicroseconds.toFixed(0),
  ]);
}

const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

const toLine = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(40)}${cells.map((cell) => cell.padStart(13)).join("")}`;
