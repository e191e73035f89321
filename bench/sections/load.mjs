// A page with the kit's button beside the same page without it, before anyone clicks.
import { measureLoad } from "../load/measure-load.mjs";
import { interleave } from "../report/interleave.mjs";
import { summarize, summarizeRatio } from "../report/statistics.mjs";

/** @param {import("../stand.mjs").Stand} stand */
export async function runLoad(stand, { isQuick, rounds = isQuick ? 2 : 15 }) {
  const names = ["plain", ...stand.builds.map(({ label }) => `kit-${label}`)];
  const results = {};
  for (const [network, cpu] of isQuick
    ? [["slow 4G", 4]]
    : [
        ["cable", 1],
        ["slow 4G", 4],
      ]) {
    const measured = await interleave(Object.fromEntries(names.map((name) => [name, name])), rounds, (name) =>
      measureLoad(stand, { name, network, cpu }),
    );
    results[`${network}, ${cpu}×`] = summarizePages(measured);
  }
  stand.servers.setNetwork("none");
  return results;
}

function summarizePages({ plain, ...pages }) {
  const keys = Object.keys(plain[0]);
  const pick = (rows, key) => rows.map((row) => row[key]);
  const summarizeAll = (rows) => Object.fromEntries(keys.map((key) => [key, summarize(pick(rows, key))]));
  const compare = (rows) => ({
    ...summarizeAll(rows),
    ratio: Object.fromEntries(
      ["firstPaint", "lcp"].map((key) => [key, summarizeRatio(pick(rows, key), pick(plain, key))]),
    ),
    added: Object.fromEntries(
      ["bytes", "requests", "mainThread", "longTasks"].map((key) => [
        key,
        summarize(rows.map((row, at) => row[key] - plain[at][key])),
      ]),
    ),
  });
  const named = Object.entries(pages).map(([name, rows]) => [name === "kit-this" ? "kit" : name, compare(rows)]);
  return { plain: summarizeAll(plain), ...Object.fromEntries(named) };
}
