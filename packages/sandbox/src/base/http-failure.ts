import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { PageError } from "./connect-api.js";

/** An error response. The message is sent, so it never contains values from the request. */
export class HttpFailure extends Error {
  readonly status: ContentfulStatusCode;
  readonly errorCode: string;
  /** Names of the invalid fields. */
  readonly invalidKeys: readonly string[];

  constructor(status: ContentfulStatusCode, errorCode: string, message: string, invalidKeys: readonly string[] = []) {
    super(message);
    this.name = "HttpFailure";
    this.status = status;
    this.errorCode = errorCode;
    this.invalidKeys = invalidKeys;
  }
}

/** Turns anything thrown into an error response; an unexpected error gets a generic message. */
export function toHttpFailure(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  return new HttpFailure(500, "INTERNAL_SERVER_ERROR", "The sandbox failed. Its output says why.");
}

export function toPageError(failure: HttpFailure): PageError {
  return { errorCode: failure.errorCode, message: failure.message };
}
