import { HttpFailure } from "../base/http-failure.js";
import { findPageScenario, type ScenarioName, scenarios } from "../world/scenarios.js";

/**
 * Reads the scenario that the page's URL names; undefined without one.
 *
 * @throws {HttpFailure} 400 for an unknown name, listing all known ones.
 */
export function parsePageScenario(name: string | undefined): ScenarioName | undefined {
  if (!name) return undefined;
  const scenario = findPageScenario(name);
  if (scenario) return scenario.name;
  const names = scenarios.filter(({ stage }) => stage === "page").map((known) => known.name);
  throw new HttpFailure(400, "UNKNOWN_SCENARIO", `The sandbox has no such scenario. It has ${names.join(", ")}.`);
}
