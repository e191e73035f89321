import { bare } from "../base/bare.js";
import { isResponse } from "../model/endpoint-answer.js";
import { HumanConnectError, type HumanConnectErrorCode } from "../model/errors.js";
import type { LegacyOutcome } from "./contract.js";
import type { TrustedMessage } from "../vendor/read-message.js";
import { newSources, normalizeSession, type Source } from "../model/session.js";
import { findSecret } from "../token.js";

/**
 * Reads the answer of the customer's backend to `finalize`; missing fields stay unset.
 *
 * @throws {HumanConnectError} `token-exposed` when the answer of Human API was passed on verbatim, `token-malformed`.
 */
export function readOutcome(answer: unknown): LegacyOutcome {
  if (typeof answer !== "object" || answer === null) return {};
  if (isResponse(answer)) throw refusal("token-malformed", "a Response. Check its status and return its JSON");
  const body = bare(answer as Record<string, unknown>);
  const secret = findSecret(body);
  if (secret) throw refusal("token-exposed", `${secret}, which must stay on your server. Rotate what leaked`);
  const { publicToken, currentConnections } = body;
  return {
    ...(publicToken ? { publicToken: readToken(publicToken) } : {}),
    ...(Array.isArray(currentConnections)
      ? { currentConnections: normalizeSession({ currentConnections })!.currentConnections }
      : {}),
  };
}

function readToken(value: unknown): string {
  if (typeof value === "string" && /^[^\s<>"]+$/.test(value)) return value;
  throw refusal("token-malformed", "an invalid publicToken");
}

function refusal(code: HumanConnectErrorCode, what: string): HumanConnectError {
  return new HumanConnectError(code, `finalize returned ${what}.`);
}

/** Converts the outcome into messages of the current client: one for each source that was connected or disconnected. */
export function describeOutcome({ currentConnections }: LegacyOutcome, known: readonly Source[]): TrustedMessage[] {
  // The legacy page finishes only when a source was connected, but does not name the source (docs/vendor.md#legacy-messages).
  if (!currentConnections) return [{ event: "connect", data: bare({}) }];
  const messages: TrustedMessage[] = [];
  const connectedSources: Source[] = [];
  const disconnectedSources: Source[] = [];
  const tell = (event: "connect" | "disconnect", now: readonly Source[]): void => {
    const sessionResults = { connectedSources: [...connectedSources], disconnectedSources: [...disconnectedSources] };
    messages.push({ event, data: bare({ sessionResults, currentConnections: now }) });
  };
  let now = [...known];
  for (const source of newSources(currentConnections, known)) {
    connectedSources.push(source);
    tell("connect", (now = [...now, source]));
  }
  for (const source of newSources(known, currentConnections)) {
    disconnectedSources.push(source);
    tell("disconnect", (now = now.filter(({ id }) => id !== source.id)));
  }
  return messages;
}
