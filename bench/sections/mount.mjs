// A thousand buttons of each face, beside plain ones and the peers'.
import { measureMessages } from "../messages/measure-messages.mjs";
import { listWays, measureMount } from "../mount/measure-mount.mjs";
import { interleave } from "../report/interleave.mjs";
import { summarize, summarizeRatio } from "../report/statistics.mjs";

const faces = ["react", "vue", "element"];

/** @param {import("../stand.mjs").Stand} stand */
export async function runMount({ browser, builds }, { isQuick, rounds = isQuick ? 1 : 9 }) {
  const results = {};
  for (const face of faces) {
    const samples = {};
    for (const way of await listWays(browser, `${face}-this`)) samples[way] = { way, name: `${face}-this` };
    // The peers and the floor are the same in both.
    if (builds.length > 1) samples["kit-base"] = { way: "kit", name: `${face}-base` };
    const measured = await interleave(samples, rounds, ({ name, way }) => measureMount(browser, name, way));
    results[face] = Object.fromEntries(
      Object.entries(measured).map(([key, rows]) => [key, summarizeWay(rows, measured.plain)]),
    );
  }
  return results;
}

function summarizeWay(rows, plain) {
  const pick = (from, key) => from.map((row) => row[key]);
  const keys = ["mount", "update", "unmount", "heap"];
  const times = Object.fromEntries(keys.map((key) => [key, summarize(pick(rows, key))]));
  return { ...times, ratio: summarizeRatio(pick(rows, "mount"), pick(plain, "mount")) };
}

/** @param {import("../stand.mjs").Stand} stand */
export async function runMessages({ browser, builds }, { isQuick, rounds = isQuick ? 1 : 5 }) {
  const samples = { finch: { way: "finch", name: "react-this" } };
  for (const face of faces) samples[face] = { way: "kit", name: `${face}-this` };
  if (builds.length > 1) samples["react-base"] = { way: "kit", name: "react-base" };
  const measured = await interleave(samples, rounds, ({ name, way }) => measureMessages(browser, name, way));
  return Object.fromEntries(
    Object.entries(measured).map(([key, rows]) => [
      key,
      { microseconds: summarize(rows.map((row) => row.microseconds)), listeners: rows[0].listeners },
    ]),
  );
}
