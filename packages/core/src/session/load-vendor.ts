import { checkDocument } from "../page/check-document.js";
import { isOffline } from "../base/is-offline.js";
import type { VendorLoad } from "./connect-core.js";
import { currentDialect } from "../vendor/current-dialect.js";
import { deadline, untilAborted } from "../base/deadline.js";
import type { Dialect } from "../vendor/dialect.js";
import { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";
import { mendRemove } from "../page/mend-remove.js";
import type { HumanConnectOptions } from "./options.js";
import { loadScriptClient } from "../client/script.js";
import { scriptUrl } from "../client/script-url.js";
import { readTimeouts } from "./timeouts.js";
import type { VendorClient } from "../vendor/vendor-client.js";

/** Starts to load the vendor's code, unless this page cannot show what it would open. */
export function loadVendor(options: HumanConnectOptions): VendorLoad {
  const controller = new AbortController();
  const { signal } = controller;
  // Not by cdnClient(), which would load this part once more: bundlers then leave nothing out where nothing is used.
  const client = (async () => {
    if (!options.client?.surface) checkDocument();
    return options.client ? options.client.load(signal) : loadScriptClient(scriptUrl(), {}, signal);
  })();
  client.catch(() => {});
  return { client, controller };
}

/**
 * The vendor's code, when it has come.
 *
 * @throws {HumanConnectError} `client-timeout`, `client-malformed`, or what the client has thrown.
 */
export async function awaitVendor({ client, controller }: VendorLoad, clientMs: number): Promise<VendorClient> {
  try {
    const vendor = await deadline(untilAborted(client, controller.signal), clientMs, () =>
      failure("client-timeout", String(clientMs)),
    );
    if (typeof vendor?.open === "function") return vendor;
  } catch (cause) {
    controller.abort();
    if (cause instanceof HumanConnectError) throw cause;
    throw failure(isOffline() ? "offline" : "client-failed", "your client's load()", cause);
  } finally {
    // Whatever came of it: the code may have run.
    mendRemove();
  }
  throw failure("client-malformed");
}

/** How this client is spoken to: only one of another generation brings words of its own. */
export async function loadDialect({ client, timeouts }: HumanConnectOptions): Promise<Dialect> {
  if (!client?.dialect) return currentDialect;
  const { clientMs } = readTimeouts({ timeouts });
  return deadline(client.dialect(), clientMs, () => failure("client-timeout", String(clientMs)));
}
