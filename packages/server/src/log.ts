import type { HumanApiErrorCode } from "./error-codes.js";
import { type LoggedError, toLoggedError } from "./logged-error.js";

/**
 * What the server tells a log, one record for each thing that happens. No record holds a token, a secret, a body or a user's id:
 * people are named by the hash under which their tokens are kept.
 */
export type LogRecord =
  | UpstreamAnswered
  | UpstreamFailed
  | StoreFailed
  | TokenAnswered
  | NotificationAnswered
  | HandlerFailed;

export interface UpstreamAnswered {
  level: "info";
  event: "upstream-answered";
  /** Path of the service that was called. */
  path: string;
  /** From 1. */
  attempt: number;
  durationMs: number;
  status: number;
}

export interface UpstreamFailed {
  level: "warn";
  event: "upstream-failed";
  path: string;
  attempt: number;
  durationMs: number;
  /** HTTP status; undefined when there was no answer. */
  status: number | undefined;
  code: HumanApiErrorCode;
  /** The service's id of the request. */
  requestId: string | undefined;
}

export interface StoreFailed {
  level: "warn";
  event: "store-failed";
  operation: "get" | "set" | "delete";
  error: LoggedError;
}

/** The token endpoint answered a browser. */
export interface TokenAnswered {
  /** `error` when somebody has to mend something, `warn` for trouble that passes. */
  level: "info" | "warn" | "error";
  event: "token-answered";
  status: number;
  durationMs: number;
  /** What the answer says went wrong, if anything. */
  code?: string;
  /** The same in words, with the mend. */
  message?: string;
}

/** The notification endpoint answered Human API. */
export interface NotificationAnswered {
  level: "info" | "warn" | "error";
  event: "notification-answered";
  status: number;
  durationMs: number;
  /** Events of the notification, of which so many were known already. */
  events: number;
  duplicates: number;
  /** Whether work goes on after the answer. */
  isUnfinished: boolean;
  code?: string;
  message?: string;
}

/** Code of the host's own failed: `identify`, `rateLimit` or `onNotification`. */
export interface HandlerFailed {
  level: "error";
  event: "handler-failed";
  error: LoggedError;
}

export type Log = (record: LogRecord) => void;

/** A log that never throws: what is reported must not change what happens. Without a hook trouble reaches the console. */
export function createLog(onLog: Log | undefined): Log {
  const hook = onLog ?? logTrouble;
  return (record) => {
    try {
      hook(record);
    } catch (error) {
      console.error("[human-connect] onLog threw", toLoggedError(error));
    }
  };
}

function logTrouble(record: LogRecord): void {
  if (record.level !== "info") console[record.level](`[human-connect] ${record.event}`, record);
}
