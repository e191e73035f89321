import { checkDocument } from "../page/check-document.js";
import { isOffline } from "../base/is-offline.js";
import type { VendorLoad } from "./connect-core.js";
import { currentDialect } from "../vendor/current-dialect.js";
import { deadline, untilAborted } from "../base/deadline.js";
import type { Dialect } from "../vendor/dialect.js";
import { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";
import { restoreRemove } from "../page/restore-remove.js";
import type { HumanConnectOptions } from "./options.js";
import { loadScriptClient } from "../client/script.js";
import { scriptUrl } from "../client/script-url.js";
import { readTimeouts } from "./timeouts.js";
import type { VendorClient } from "../vendor/vendor-client.js";

/** Starts to load the vendor's code, unless this page cannot show Connect. */
export function loadVendor(options: HumanConnectOptions): VendorLoad {
  const controller = new AbortController();
  const { signal } = controller;
  // Not by cdnClient(), which would import this part again: bundlers would then keep it in bundles that do not use it.
  const client = (async () => {
    if (!options.client?.surface) checkDocument();
    return options.client ? options.client.load(signal) : loadScriptClient(scriptUrl(), {}, signal);
  })();
  client.catch(() => {});
  return { client, controller };
}

/**
 * Waits for the vendor's code.
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
    if (isOffline()) throw failure("offline", "", cause);
    throw new HumanConnectError("client-failed", "The client's load() failed. See the cause.", { cause });
  } finally {
    // Also after a failure: the code may have run.
    restoreRemove();
  }
  throw failure("client-malformed");
}

/** Loads the protocol of this client: only a client of another generation has its own. */
export async function loadDialect({ client, timeouts }: HumanConnectOptions): Promise<Dialect> {
  if (!client?.dialect) return currentDialect;
  const { clientMs } = readTimeouts({ timeouts });
  return deadline(client.dialect(), clientMs, () => failure("client-timeout", String(clientMs)));
}
