// What documents take from the results, by the name in their markers. Pure.
import { formatBytes, formatMs, formatRatio, formatTable } from "./format.mjs";
import { listClickCells, listLoadCells, listMountCells, toCells } from "./print.mjs";
import { listRows } from "./rows.mjs";

/**
 * @param {object} results As `bench/main.mjs` writes them.
 * @returns {Record<string, string | undefined>} Tables, and one sentence about the run.
 */
export function createBlocks(results) {
  const { about, click, mount, load } = results;
  const table = (cells) => `\n\n<!-- prettier-ignore -->\n${formatTable(cells)}\n\n`;
  const notes = [
    ...(about.isQuick ? ["This was a quick run: its times are too few to judge by."] : []),
    ...(about.loadBefore > about.cores ? ["The machine was busy with other work: times are rough."] : []),
  ];
  const build = `${about.commit}${about.base ? `, beside ${about.base}` : ""}`;
  const where = `in Chromium ${about.chromium} on ${about.cores} cores`;
  return {
    about: `\n\n${[`Measured on ${about.date} at ${build}, in one run, ${where}.`, ...notes].join(" ")}\n\n`,
    rows: table(withHead(toCells(listRows(results), about.base))),
    click: click && table(withHead(listClickCells(click))),
    mount: mount && table(withHead(listMountCells(mount))),
    load: load && table(withHead(listLoadCells(load))),
    ...Object.fromEntries(
      Object.entries(sizes).map(([name, rows]) => [`sizes.${name}`, table(listSizes(results, rows))]),
    ),
  };
}

const face = (name) => ({
  "before intent, beside the framework": [name, "eager"],
  "everything ever loaded, without the vendor's client": [name, "all"],
  "`styles.css`": ["styles.css", "all"],
});
/** What the README of each package shows: a use and a part of the measured bytes. */
const sizes = {
  core: {
    "before intent": ["core", "eager"],
    "everything ever loaded, without the vendor's client": ["core", "all"],
    "everything with `directClient()`, which replaces the vendor's client": ["direct", "all"],
    "`normalizeSession` alone": ["normalizeSession", "all"],
  },
  react: face("react"),
  vue: face("vue"),
  element: {
    "in a bundle, before intent": ["element", "eager"],
    "in a bundle, everything ever loaded, without the vendor's client": ["element", "all"],
    "`human-connect.js`": ["human-connect.js", "all"],
  },
};

function listSizes({ bytes }, rows) {
  const lines = Object.entries(rows).map(([what, [use, part]]) => [what, formats.kB(bytes.kit.this[use]?.[part])]);
  return [["what a page loads", "brotli"], ...lines];
}

/** Markdown has no empty heads. */
const withHead = ([head, ...rows]) => [head.map((cell, at) => cell || (at ? "goal reached" : "way")), ...rows];

const formats = {
  bytes: formatBytes,
  ratio: formatRatio,
  ms: formatMs,
  kB: (value) => `${(value / 1000).toFixed(1)} kB`,
};

/**
 * One figure.
 *
 * @param {object} results As `bench/main.mjs` writes them.
 * @param {string} path Names with dots between them, such as `bytes.kit.this.react.eager`.
 * @param {string} format `bytes`, `kB`, `ratio` or `ms`.
 * @throws {Error} When there is no such figure or format.
 */
export function readFigure(results, path, format) {
  const value = path.split(".").reduce((from, name) => from?.[name], results);
  if (typeof value !== "number" || !formats[format])
    throw new Error(`The results have no figure ${path}, or there is no format ${format}`);
  return formats[format](value);
}
