// What sessions leave behind, and what a payload costs.
import { measureNormalise } from "../normalise/measure-normalise.mjs";
import { summarize, summarizeRatio } from "../report/statistics.mjs";
import { measureSessions } from "../sessions/measure-sessions.mjs";

/** @param {import("../stand.mjs").Stand} stand */
export async function runSessions({ browser, builds }, { isQuick }) {
  // The engine goes on compiling, and its tables grow, until some six hundred sessions are over.
  const [warmUp, cycles] = isQuick ? [25, 50] : [600, 500];
  const results = { warmUp, cycles };
  const pages = { floor: "floor", vendor: "vendor" };
  for (const { label } of builds) pages[label === "this" ? "kit" : `kit-${label}`] = label;
  for (const [key, name] of Object.entries(pages))
    results[key] = await measureSessions(browser, `sessions-${name}`, { warmUp, cycles });
  return results;
}

/** @param {import("../stand.mjs").Stand} stand */
export async function runNormalise({ browser, builds }, { isQuick }) {
  const results = {};
  for (const { label } of builds) {
    const rows = await measureNormalise(browser, `normalise-${label}`, isQuick ? 5 : 25);
    const pick = (name) => rows.map((row) => row[name]);
    const ways = label === "this" ? Object.keys(rows[0]) : ["kit"];
    for (const name of ways)
      results[label === "this" ? name : `${name}-${label}`] = {
        microseconds: summarize(pick(name)),
        ratio: summarizeRatio(pick(name), pick("hand")),
      };
  }
  return results;
}
