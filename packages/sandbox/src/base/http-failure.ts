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

export function toPageError(failure: HttpFailure): PageError {
  return { errorCode: failure.errorCode, message: failure.message };
}
