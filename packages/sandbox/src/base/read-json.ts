import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HttpFailure } from "./http-failure.js";

const maxBytes = 64 * 1024;

/** Rejects bodies larger than any valid request to a token service or the page's API. */
export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: maxBytes,
  onError: () => {
    throw new HttpFailure(413, "PAYLOAD_TOO_LARGE", `The body is larger than ${maxBytes} bytes.`);
  },
});

/**
 * Reads a body that must be a JSON object in UTF-8 with a JSON content type.
 *
 * @throws {HttpFailure} 415 for another content type, 400 for anything but an object.
 */
export async function readJsonObject(context: Context): Promise<Record<string, unknown>> {
  if (!isJson(context.req.header("content-type"))) {
    throw new HttpFailure(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json.");
  }
  const value = parse(await context.req.arrayBuffer());
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new HttpFailure(400, "BAD_REQUEST", "The body must be a JSON object.");
  }
  return value as Record<string, unknown>;
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? "");
}

function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // No `cause`: the parse error quotes the body, which contains the client secret.
    throw new HttpFailure(400, "BAD_REQUEST", "The body is not well-formed JSON in UTF-8.");
  }
}
