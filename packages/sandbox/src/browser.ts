export { createBrowserSandbox } from "./sandbox/create-browser-sandbox.js";
export type { BrowserSandbox, BrowserSandboxOptions } from "./sandbox/create-browser-sandbox.js";
export { scenarios } from "./world/scenarios.js";
export type { Scenario, ScenarioName } from "./world/scenarios.js";
