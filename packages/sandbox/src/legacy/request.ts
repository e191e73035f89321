import type { Context } from "hono";
import { HttpFailure } from "../base/http-failure.js";
import { readJsonObject } from "../base/read-json.js";

/**
 * Reads text fields from a request to the legacy user service, which accepts JSON and forms (docs/vendor.md#legacy-service).
 *
 * @throws {HttpFailure} 400 naming the fields that are missing or invalid, 415 for another content type.
 */
export async function readLegacyRequest<Name extends string>(
  context: Context,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const body = await readBody(context);
  const invalid = names.filter((name) => typeof body[name] !== "string" || body[name] === "");
  if (invalid.length > 0) {
    throw new HttpFailure(400, "BAD_REQUEST", `These fields are missing or invalid: ${invalid.join(", ")}.`, invalid);
  }
  return body as Record<Name, string>;
}

async function readBody(context: Context): Promise<Record<string, unknown>> {
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(context.req.header("content-type") ?? "");
  return isForm ? Object.fromEntries(new URLSearchParams(await context.req.text())) : readJsonObject(context);
}
