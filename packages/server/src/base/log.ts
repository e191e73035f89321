import type { HumanApiErrorCode } from "./error-codes.js";
import { type LoggedError, toLoggedError } from "./logged-error.js";
import type { StoreOperation } from "./wrong-answer.js";

/**
 * A record that `onLog` receives, one for each event. No record holds a token, a secret, a body or a user id.
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
  /** Path of the URL that was called. */
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
  /** HTTP status; undefined without a response. */
  status: number | undefined;
  code: HumanApiErrorCode;
  /** The service's id of the request. */
  requestId: string | undefined;
}

/**
 * The service refused a token as documented, because the user needs the other type: this is how it distinguishes users with a
 * connected source from new ones.
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

/** The store gave a wrong answer. Each kind of wrong answer is logged once, until the store has recovered. */
export interface StoreWrongAnswer {
  level: "error";
  event: "store-wrong-answer";
  operation: StoreOperation;
  /** What the store did, such as `get returned an object instead of the string that was passed to set`. */
  did: string;
  /** What to do about it. */
  remedy: string;
}

/** A store that had failed, or had given a wrong answer, is used again. */
export interface StoreRecovered {
  level: "info";
  event: "store-recovered";
}

/** The token endpoint answered a browser. */
export interface TokenAnswered {
  /** `error` if the developer has to fix something, `warn` for a temporary failure. */
  level: "info" | "warn" | "error";
  event: "token-answered";
  status: number;
  durationMs: number;
  /** The error code in the answer, if any. */
  code?: string;
  /** What happened and what to do. */
  message?: string;
}

/** The notification endpoint answered Human API. */
export interface NotificationAnswered {
  level: "info" | "warn" | "error";
  event: "notification-answered";
  status: number;
  durationMs: number;
  /** Number of events in the notification. */
  events: number;
  /** How many of these had already been handled. */
  duplicates: number;
  /** Whether work continues after the answer. */
  isUnfinished: boolean;
  code?: string;
  message?: string;
}

/** A callback of the host threw: `identify`, `rateLimit` or `onNotification`. */
export interface HandlerFailed {
  level: "error";
  event: "handler-failed";
  error: LoggedError;
}

export type Log = (record: LogRecord) => void;

/** Creates a log that never throws, so that logging cannot change behaviour. Without `onLog`, warnings and errors go to the console. */
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
