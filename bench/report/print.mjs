// The results on a console.
import { formatBytes, formatColumns, formatMs, formatRatio, formatSummary } from "./format.mjs";
import { isReached } from "./rows.mjs";

/** @param {import("./rows.mjs").Row[]} rows */
export function printResults({ about, click, mount, load }, rows) {
  const base = about.base;
  const title = `${about.commit}, Chromium ${about.chromium}, ${about.cores} cores, load before ${about.loadBefore}`;
  console.log(`\n${title}${about.isQuick ? "; quick: too few rounds to judge by" : ""}\n`);
  console.log(formatColumns(toCells(rows, base)));
  if (click) console.log(`\nclick → …, ms\n\n${formatColumns(listClickCells(click))}`);
  if (mount) console.log(`\n1,000 buttons, ms of the main thread\n\n${formatColumns(listMountCells(mount))}`);
  if (load) console.log(`\nbefore the click, ms\n\n${formatColumns(listLoadCells(load))}`);
}

/** @returns {string[][]} The rows as text, under a head. */
export function toCells(rows, base) {
  const show = (value, format) => (value === undefined ? "–" : format(value));
  const marks = { true: "reached", false: "missed" };
  const head = ["what", ...(base ? [base] : []), "now", "goal", "", "beside"];
  return [
    head,
    ...rows.map((row) => [
      row.what,
      ...(base ? [show(row.base, row.format)] : []),
      show(row.now, row.format),
      row.goal === undefined ? "" : `${row.isAtLeast ? "≥" : "≤"} ${row.format(row.goal)}`,
      marks[isReached(row)] ?? "",
      row.beside,
    ]),
  ];
}

export function listClickCells(click) {
  const rows = Object.entries(click).flatMap(([condition, ways]) =>
    Object.entries(ways).map(([way, { frame, loaded, ratio }]) => [
      `${condition}: ${way}`,
      formatSummary(frame, formatMs),
      formatSummary(loaded, formatMs),
      formatSummary(ratio, formatRatio),
    ]),
  );
  return [["", "frame inserted", "Connect loaded", "× of its floor"], ...rows];
}

export function listMountCells(mount) {
  const rows = Object.entries(mount).flatMap(([face, ways]) =>
    Object.entries(ways).map(([way, { mount: mounted, update, unmount, ratio, heap }]) => [
      `${face}: ${way}`,
      formatSummary(mounted, formatMs),
      formatSummary(ratio, formatRatio),
      formatSummary(update, formatMs),
      formatSummary(unmount, formatMs),
      formatBytes(heap.median),
    ]),
  );
  return [["", "mount", "× of plain", "update", "unmount", "heap, bytes each"], ...rows];
}

export function listLoadCells(load) {
  const rows = Object.entries(load).flatMap(([condition, pages]) =>
    Object.entries(pages).map(([page, { firstPaint, lcp, ready, mainThread, bytes, requests }]) => [
      `${condition}: ${page}`,
      ...[firstPaint, lcp, ready, mainThread].map((summary) => formatSummary(summary, formatMs)),
      formatBytes(bytes.median),
      formatBytes(requests.median),
    ]),
  );
  return [["", "first paint", "largest paint", "loaded", "main thread", "bytes", "requests"], ...rows];
}
