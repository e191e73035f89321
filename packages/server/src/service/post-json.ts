import { callService, type CallSettings } from "./call-service.js";
import type { ServiceAnswer } from "./read-failure.js";

/** {@link callService} with POST and a JSON body. */
export function postJson(
  url: string,
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal | undefined,
  settings: CallSettings,
): Promise<ServiceAnswer> {
  const headers = { "content-type": "application/json" };
  return callService(url, { method: "POST", headers, body: JSON.stringify(body) }, signal, settings);
}
