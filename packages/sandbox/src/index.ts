export { createSandbox } from "./create-sandbox.js";
export type { Sandbox } from "./create-sandbox.js";
export type { LoggedRequest } from "./request-log.js";
export { SandboxError } from "./sandbox-error.js";
export type { SandboxErrorCode } from "./sandbox-error.js";
export type { SandboxOptions } from "./sandbox-options.js";
export { scenarios } from "./scenarios.js";
export type { Scenario, ScenarioName } from "./scenarios.js";
export type { Expiry } from "./tokens.js";
