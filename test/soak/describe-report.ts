import type { SoakReport } from "./soak.ts";

const number = (value: number): string => value.toLocaleString("en");

/** The report as lines for people. */
export function describeReport(report: SoakReport): string {
  const { minutes, seed, sessions, events, forged, accepted, uncaught, left, surprises, heapBytesPerSession } = report;
  const ends = Object.entries(report.ends)
    .toSorted(([, one], [, other]) => other - one)
    .map(([end, times]) => `${number(times)} ${end}`);
  return [
    `soak: ${minutes.toFixed(1)} minutes, seed ${seed}`,
    `  sessions          ${number(sessions)}`,
    `  ends              ${ends.join(", ")}`,
    `  unexpected ends   ${listTree(surprises)}`,
    `  events            ${number(events)}`,
    `  forged messages   ${number(forged)} sent, ${number(accepted)} accepted`,
    `  uncaught errors   ${listTree(uncaught)}`,
    `  left behind       ${left.listeners} listeners, ${left.nodes} nodes, ${left.frames} frames`,
    `  heap              ${number(heapBytesPerSession)} bytes a session`,
  ].join("\n");
}

/** Whether everything that has to be 0 is, and forging was tried at all. */
export function isClean({ accepted, uncaught, left, surprises, forged }: SoakReport): boolean {
  return accepted + uncaught.length + surprises.length + left.listeners + left.nodes + left.frames === 0 && forged > 0;
}

function listTree(lines: readonly string[]): string {
  return lines.length === 0 ? "0" : `${lines.length}: ${[...new Set(lines)].slice(0, 10).join("; ")}`;
}
