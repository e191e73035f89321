import type { LegacySession } from "../../src/legacy/session.js";
import { readError } from "./api.js";
import type { LegacyLaunch } from "./legacy-launch.js";

/**
 * Starts the session of the page's launch.
 *
 * @returns The session token object. Rejects with the sandbox's error.
 */
export async function openSession({ clientId, clientUserId, publicToken }: LegacyLaunch): Promise<LegacySession> {
  const response = await fetch("/legacy/api/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ clientId, clientUserId, publicToken }),
  });
  if (!response.ok) throw await readError(response);
  return (await response.json()) as LegacySession;
}
