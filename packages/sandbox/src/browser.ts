export { createBrowserSandbox } from "./create-browser-sandbox.js";
export type { BrowserSandbox, BrowserSandboxOptions } from "./create-browser-sandbox.js";
export { scenarios } from "./scenarios.js";
export type { Scenario, ScenarioName } from "./scenarios.js";
