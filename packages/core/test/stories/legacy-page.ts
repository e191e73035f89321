/** The id of the legacy client, which its page repeats. */
export const clientId = "client";

/** A message of the legacy page, which is JSON text. */
export function tellLegacy(type: "close" | "error" | "finish", fields: object = {}): string {
  return JSON.stringify({ type: `hapi-connect-${type}`, ...fields });
}

/** The user has connected something. @param sessionToken Of the object that only the backend can exchange. */
export function tellFinish(sessionToken: string, client = clientId): string {
  return tellLegacy("finish", { token: { humanId: "human", clientId: client, sessionToken } });
}
