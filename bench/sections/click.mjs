// From a click to Connect, under each network and on a slower processor.
import { measureClick } from "../click/measure-click.mjs";
import { ways } from "../click/ways.mjs";
import { interleave } from "../report/interleave.mjs";
import { summarize, summarizeRatio } from "../report/statistics.mjs";

/** @param {import("../stand.mjs").Stand} stand */
export async function runClick(stand, { isQuick, rounds = isQuick ? 1 : 7 }) {
  const results = {};
  for (const network of isQuick ? ["cable", "slow 4G"] : ["none", "cable", "slow 4G"])
    for (const cpu of isQuick ? [1] : [1, 4]) {
      const measured = await interleave(listSamples(stand.builds), rounds, (sample) =>
        measureClick(stand, { ...sample, network, cpu }),
      );
      results[`${network}, ${cpu}×`] = summarizeWays(measured);
    }
  stand.servers.setNetwork("none");
  return results;
}

/** A way of an older build has its name behind it: `cold-base`. */
function listSamples(builds) {
  const samples = {};
  for (const [key, way] of Object.entries(ways)) {
    const isOfKit = way.page === "kit" || way.page === "direct";
    if (!isOfKit) samples[key] = { way, name: way.page };
    for (const { label, hasDirect } of isOfKit ? builds : [])
      if (way.page === "kit" || hasDirect)
        samples[label === "this" ? key : `${key}-${label}`] = { way, name: `${way.page}-${label}` };
  }
  return samples;
}

function summarizeWays(measured) {
  return Object.fromEntries(
    Object.entries(measured).map(([key, rows]) => {
      const floor = measured[ways[key.replace(/-base$/, "")].floor].map(({ loaded }) => loaded);
      const loaded = rows.map((row) => row.loaded);
      const frame = summarize(rows.map((row) => row.frame));
      return [key, { frame, loaded: summarize(loaded), ratio: summarizeRatio(loaded, floor) }];
    }),
  );
}
