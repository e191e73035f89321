import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { PageError } from "./connect-api.js";

/** A request that is answered with an error; the message is sent, so it never repeats what the request held. */
export class HttpFailure extends Error {
  readonly status: ContentfulStatusCode;
  readonly errorCode: string;
  /** Names of the fields that were refused. */
  readonly invalidKeys: readonly string[];

  constructor(status: ContentfulStatusCode, errorCode: string, message: string, invalidKeys: readonly string[] = []) {
    super(message);
    this.name = "HttpFailure";
    this.status = status;
    this.errorCode = errorCode;
    this.invalidKeys = invalidKeys;
  }
}

/** Anything thrown becomes a failure that can be sent; what the sandbox did not expect is told in general terms only. */
export function toHttpFailure(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  return new HttpFailure(500, "INTERNAL_SERVER_ERROR", "The sandbox failed. Its output says why.");
}

/**
 * The error body of the token services. Human API documents the codes but no body, so this one holds every field that its
 * sibling services are known to send (VENDOR.md 4.1).
 */
export interface ServiceError {
  statusCode: number;
  errorCode: string;
  code: string;
  error: string;
  message: string;
  validation?: { source: "payload"; keys: readonly string[] };
  "x-humanapi-request-id": string;
}

export function toServiceError(failure: HttpFailure): ServiceError {
  return {
    statusCode: failure.status,
    errorCode: failure.errorCode,
    code: failure.errorCode,
    error: STATUS_CODES[failure.status] ?? "Error",
    message: failure.message,
    ...(failure.invalidKeys.length > 0 && { validation: { source: "payload", keys: failure.invalidKeys } }),
    "x-humanapi-request-id": randomUUID(),
  };
}

export function toPageError(failure: HttpFailure): PageError {
  return { errorCode: failure.errorCode, message: failure.message };
}
