import { bare } from "../base/bare.js";
import { HumanConnectError } from "../model/errors.js";
import type { LegacySessionToken } from "./contract.js";
import type { TrustedMessage } from "../vendor/read-message.js";

/** Pure: reads a message of the legacy page, which is a JSON string. @see docs/vendor.md#legacy-messages */
export function readLegacyMessage(data: unknown, clientId: string): TrustedMessage | HumanConnectError | undefined {
  const message = readJsonMessage(data);
  switch (message?.["type"]) {
    case "hapi-connect-close":
      return { event: "close", data: bare({}) };
    case "hapi-connect-finish": {
      const token = readSessionToken(message["token"], clientId);
      return token && { event: "close", data: bare({ token }) };
    }
    case "hapi-connect-error":
      return readReport(message["error"]);
    default:
      return undefined;
  }
}

/** The object in a JSON string; undefined for anything else. */
export function readJsonMessage(data: unknown): Record<string, unknown> | undefined {
  if (typeof data !== "string") return undefined;
  try {
    return asRecord(JSON.parse(data));
  } catch {
    return undefined;
  }
}

function readSessionToken(value: unknown, expectedClient: string): LegacySessionToken | undefined {
  const { humanId, clientId, sessionToken } = asRecord(value) ?? {};
  if (!isText(humanId) || !isText(sessionToken) || clientId !== expectedClient) return undefined;
  return Object.freeze({ humanId, clientId: expectedClient, sessionToken });
}

function readReport(value: unknown): HumanConnectError {
  const { code, message, detailedMessage } = asRecord(value) ?? {};
  // Only an identifier is copied into the message: a free text of the page could contain anything.
  const name = typeof code === "string" && /^[\w.-]{1,60}$/.test(code) ? code : "no code";
  return new HumanConnectError("client-failed", `Connect reported an error (${name}). See the cause.`, {
    cause: Object.freeze({ code, message, detailedMessage }),
  });
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? bare(value as Record<string, unknown>)
    : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
