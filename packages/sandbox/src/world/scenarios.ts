/** A failure, or an automatic action, that a developer selects by name. */
export interface Scenario {
  name: ScenarioName;
  /** `page` scenarios are selected by query or by user id, those of the services only by user id. */
  stage: "page" | "token" | "data";
  /** One sentence that says what happens. */
  summary: string;
}

export type ScenarioName =
  | "expired-token"
  | "expired-once"
  | "invalid-token"
  | "missing-token"
  | "slow-page"
  | "never-loads"
  | "server-error"
  | "junk-messages"
  | "forged-messages"
  | "v1-names"
  | "abnormal-close"
  | "autopilot"
  | "popup"
  | "token-500"
  | "token-slow"
  | "token-drop"
  | "data-401"
  | "data-403"
  | "data-429"
  | "data-500";

/**
 * Every scenario of the sandbox. A page scenario is selected by `?scenario=NAME` on the Connect page's URL, any scenario by a
 * client user id such as `jane+NAME` or `jane+NAME@example.org`.
 */
export const scenarios: readonly Scenario[] = [
  { name: "expired-token", stage: "page", summary: "Every launch token of the user counts as expired on the page." },
  { name: "expired-once", stage: "page", summary: "The user's first launch token counts as expired, later ones work." },
  { name: "invalid-token", stage: "page", summary: "The page treats the launch token as one it has never seen." },
  { name: "missing-token", stage: "page", summary: "The page behaves as if it had been opened without a token." },
  { name: "slow-page", stage: "page", summary: "The page's HTML is held back for four seconds." },
  { name: "never-loads", stage: "page", summary: "The request for the page's HTML is never answered." },
  { name: "server-error", stage: "page", summary: "The page's HTML is a plain HTTP 500." },
  { name: "junk-messages", stage: "page", summary: "The page also posts malformed and unknown messages." },
  { name: "forged-messages", stage: "page", summary: "A frame inside the page posts close and connect messages." },
  { name: "v1-names", stage: "page", summary: "The page's messages use the field names of client 1.x." },
  { name: "abnormal-close", stage: "page", summary: "The page ends the session with a bad status and no results." },
  { name: "autopilot", stage: "page", summary: "The page connects a provider and finishes without user input." },
  { name: "popup", stage: "page", summary: "The legacy page lets people sign in through a second frame." },
  { name: "token-500", stage: "token", summary: "The token service answers HTTP 500." },
  { name: "token-slow", stage: "token", summary: "The token service takes five seconds to answer." },
  { name: "token-drop", stage: "token", summary: "The token service hangs up without an answer." },
  { name: "data-401", stage: "data", summary: "The Data API refuses every access token of the user." },
  { name: "data-403", stage: "data", summary: "The Data API answers HTTP 403." },
  { name: "data-429", stage: "data", summary: "The Data API answers HTTP 429 with a retry-after of 60 seconds." },
  { name: "data-500", stage: "data", summary: "The Data API answers HTTP 500." },
];

/** Finds a scenario that the page's URL may name. */
export function findPageScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.stage === "page" && scenario.name === name);
}

/** Reads the scenario in a client user id; a plus sign before an unknown word has no effect. */
export function readUserScenario(clientUserId: string): Scenario | undefined {
  const name = /\+([a-z0-9-]+)(?:@[^@+]*)?$/.exec(clientUserId)?.[1];
  return scenarios.find((scenario) => scenario.name === name);
}
