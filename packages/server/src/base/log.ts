import type { HumanApiErrorCode } from "./error-codes.js";
import { type LoggedError, toLoggedError } from "./logged-error.js";
import type { StoreOperation } from "./wrong-answer.js";

/**
 * What the server tells a log, one record for each thing that happens. No record holds a token, a secret, a body or a user's id:
 * people are named by the hash under which their tokens are kept.
 */
export type LogRecord =
  | UpstreamAnswered
  | UpstreamDeclined
  | UpstreamFailed
  | StoreFailed
  | StoreWrongAnswer
  | StoreRecovered
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

/**
 * The service refused a token as documented, because the user needs one of the other type: how it tells somebody with a connected
 * source from somebody new.
 */
export interface UpstreamDeclined extends Omit<UpstreamFailed, "level" | "event"> {
  level: "info";
  event: "upstream-declined";
}

export interface StoreFailed {
  level: "warn";
  event: "store-failed";
  operation: StoreOperation;
  error: LoggedError;
}

/** The store did something else than it was asked. Each wrong answer is told once, until the store does what it is asked again. */
export interface StoreWrongAnswer {
  level: "error";
  event: "store-wrong-answer";
  operation: StoreOperation;
  /** What the store did, such as `get gave back an object instead of the text that set was given`. */
  did: string;
  /** What to do about it. */
  remedy: string;
}

/** A store that had failed, or given a wrong answer, is used again. */
export interface StoreRecovered {
  level: "info";
  event: "store-recovered";
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
