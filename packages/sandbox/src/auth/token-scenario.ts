import type { Context } from "hono";
import { HttpFailure } from "../base/http-failure.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { readUserScenario } from "../world/scenarios.js";
import type { ServiceEnv } from "./service-app.js";

const slowMs = 5000;

/** Plays the token scenario that the client user id names, if it names one. */
export async function playTokenScenario(
  clientUserId: string,
  context: Context<ServiceEnv>,
  sandbox: Pick<SandboxContext, "clock">,
): Promise<void> {
  const name = readUserScenario(clientUserId)?.name;
  const { signal } = context.req.raw;
  if (name === "token-slow") await sandbox.clock.wait(slowMs, signal);
  // The caller is gone, perhaps because the sandbox was closed, and a closed sandbox must not change its state.
  if (signal.aborted) throw new HttpFailure(503, "SERVICE_UNAVAILABLE", "The client disconnected.");
  if (name === "token-drop") context.env.incoming.socket.destroy();
  if (name === "token-500" || name === "token-drop") {
    throw new HttpFailure(500, "INTERNAL_SERVER_ERROR", `The scenario ${name} is playing.`);
  }
}
