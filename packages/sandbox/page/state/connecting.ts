import type { Connection, Provider } from "../../src/base/connect-api.js";
import { ApiError, type ConnectApi } from "../host/api.js";
import { describeError, isRefusal, type PageCore } from "./page-core.js";
import type { ProgressStep } from "./state.js";

// Each step is real; a minimum time keeps it readable, because the sandbox answers within milliseconds.
const LEAST_STEP_MS = 320;

/**
 * Connects providers one after the other, step by step, and reports each to the host.
 *
 * @param isSignedIn Without a token the server stores nothing, so there is nothing to confirm.
 */
export async function connectAll(
  core: PageCore,
  api: ConnectApi,
  providers: readonly Provider[],
  isSignedIn: boolean,
): Promise<void> {
  core.dispatch({ type: "connecting", providers });
  try {
    const connections = await step(core, "contact", () => connectEach(api, providers));
    await step(core, "confirm", async () => {
      if (isSignedIn) requireAll((await api.session()).connections, connections);
    });
    await step(core, "report", async () => {
      for (const connection of connections) {
        core.dispatch({ type: "connected", connection });
        core.post({ name: "connect-source" });
      }
    });
    const names = connections.map(({ name }) => name);
    core.dispatch({ type: "screen-opened", screen: { name: "success", names } });
  } catch (error) {
    if (isRefusal(error)) core.fail(error);
    else core.dispatch({ type: "connecting-failed", message: describeError(error).message });
  }
}

async function connectEach(api: ConnectApi, providers: readonly Provider[]): Promise<Connection[]> {
  const connections: Connection[] = [];
  for (const provider of providers) connections.push(await api.connect(provider.id));
  return connections;
}

async function step<T>(core: PageCore, name: ProgressStep, work: () => Promise<T>): Promise<T> {
  core.dispatch({ type: "step-reached", step: name });
  const leastMs = LEAST_STEP_MS * (core.getState().session?.pace ?? 1);
  const [result] = await Promise.all([work(), new Promise((resolve) => setTimeout(resolve, leastMs))]);
  return result;
}

function requireAll(listed: readonly Connection[], expected: readonly Connection[]): void {
  if (expected.every(({ id }) => listed.some((connection) => connection.id === id))) return;
  throw new ApiError("NOT_CONFIRMED", "The connection was not confirmed.");
}
