import { HttpFailure } from "../base/http-failure.js";

/** A well-formed `POST /v1/admin/token`. */
export type AdminRequest = { clientId: string; clientSecret: string | undefined } & (
  | { type: "access"; clientUserId: string }
  | { type: "client" }
);

/**
 * Reads the fields of a request for an admin token.
 *
 * @throws {HttpFailure} 400 naming the fields that are missing or invalid.
 */
export function parseAdminRequest(body: Record<string, unknown>): AdminRequest {
  const { client_id: clientId, client_secret: clientSecret, client_user_id: clientUserId, type } = body;
  if (!isText(clientId)) throw refused("client_id");
  if (!isText(type)) throw refused("type");
  if (clientSecret !== undefined && typeof clientSecret !== "string") throw refused("client_secret");
  if (type === "client") return { clientId, clientSecret, type };
  if (type !== "access") {
    throw new HttpFailure(400, "INVALID_TOKEN_TYPE", "The type must be one of access, client.", ["type"]);
  }
  if (!isText(clientUserId)) throw refused("client_user_id");
  return { clientId, clientSecret, type, clientUserId };
}

const isText = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && !/\p{Surrogate}/u.test(value);

const refused = (name: string): HttpFailure =>
  new HttpFailure(400, "BAD_REQUEST", `The field ${name} is missing or invalid.`, [name]);
