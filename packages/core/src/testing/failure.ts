import type { HumanConnectError, HumanConnectErrorCode } from "../model/errors.js";
import { addDirective, failure } from "../words/failure.js";

/** When a failure can occur: before Connect is visible, only after that, or at any time. */
export type FailureMoment = "before" | "after" | "any";

/** Each code with its moment, and with the usual detail of its message. */
const failures: Record<HumanConnectErrorCode, readonly [moment: FailureMoment, detail: string]> = {
  "token-failed": ["any", ""],
  "token-timeout": ["any", "15000"],
  "token-malformed": ["any", "an empty string"],
  "token-exposed": ["any", "client_secret"],
  "token-missing": ["after", ""],
  "token-invalid": ["after", ""],
  "token-expired": ["after", ""],
  "client-failed": ["before", "the fake client"],
  "client-timeout": ["before", "15000"],
  "client-blocked": ["before", addDirective("script-src https://cdn.humanapi.co")],
  "client-malformed": ["before", ""],
  "widget-busy": ["before", "human-api"],
  "widget-blocked": ["after", "https://hapi-connect.humanapi.co"],
  "widget-failed": ["after", "https://hapi-connect.humanapi.co"],
  "widget-timeout": ["after", "20000"],
  "widget-removed": ["after", ""],
  offline: ["any", ""],
  "invalid-option": ["before", "requested by the test."],
  "no-dom": ["before", ""],
};

/** @throws {TypeError} When the code does not exist. */
export function readMoment(code: HumanConnectErrorCode): FailureMoment {
  if (!Object.hasOwn(failures, code))
    throw new TypeError(`fail() does not know "${code}". The codes are: ${Object.keys(failures).join(", ")}.`);
  return failures[code][0];
}

/** Creates the error that a session ends with, as in production. */
export function createFailure(code: HumanConnectErrorCode): HumanConnectError {
  return failure(code, failures[code][1]);
}
