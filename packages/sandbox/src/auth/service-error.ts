import { STATUS_CODES } from "node:http";
import type { HttpFailure } from "../base/http-failure.js";

/**
 * The error body of the token services. Human API documents the codes but no body, so this one has every field that the vendor's
 * other services are known to send (docs/vendor.md#token-service).
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
    "x-humanapi-request-id": crypto.randomUUID(),
  };
}
