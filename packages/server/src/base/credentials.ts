import { HumanApiError } from "./human-api-error.js";

/** The environment variable of an option, as the documentation and the sandbox name it: `HUMAN_API_CLIENT_ID` for `clientId`. */
const variableOf = (option: string): string =>
  `HUMAN_API_${option.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** Whether an option is empty, as with an environment variable that is not set. */
export const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/**
 * Checks credentials when they are needed, and not before: frameworks load a server's modules at build time, where secrets do not
 * belong.
 *
 * @throws {HumanApiError} `credentials-missing`; the message names the options and their environment variables.
 */
export function requireCredentials(credentials: Readonly<Record<string, unknown>>): void {
  const missing = Object.keys(credentials).filter((name) => isMissing(credentials[name]));
  if (missing.length > 0) throw new HumanApiError("credentials-missing", { summary: missing.map(describe).join(" ") });
}

function describe(name: string): string {
  const variable = /^client(?:Id|Secret)$/.test(name) ? variableOf(name) : undefined;
  return variable === undefined
    ? `The option ${name} is missing.`
    : `The option ${name} is missing; it usually comes from the environment variable ${variable}.`;
}
