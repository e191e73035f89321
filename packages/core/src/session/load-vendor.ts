import { checkDocument } from "../page/check-document.js";
import { isOffline } from "../base/is-offline.js";
import { deadline, untilAborted } from "../base/deadline.js";
import { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";
import { restoreRemove } from "../page/restore-remove.js";
import type { HumanConnectOptions } from "./options.js";
import { loadScriptClient } from "../client/script.js";
import { scriptUrl } from "../client/script-url.js";
import type { VendorClient } from "../vendor/vendor-client.js";

/** A load of the vendor's code. */
export interface VendorLoad {
  /** Rejects with `client-timeout`, `client-malformed`, or what the client has thrown. */
  readonly client: Promise<VendorClient>;
  /** Stops waiting; other callers of the same client are not affected. */
  readonly cancel: () => void;
}

/**
 * Starts to load the vendor's code, unless this page cannot show Connect.
 *
 * @param clientMs Longest wait, in milliseconds.
 */
export function loadVendor({ client }: HumanConnectOptions, clientMs: number): VendorLoad {
  const controller = new AbortController();
  const { signal } = controller;
  // Not by cdnClient(), which would import this part again: bundlers would then keep it in bundles that do not use it.
  const load = async (): Promise<VendorClient> => {
    if (!client?.surface) checkDocument();
    return client ? client.load(signal) : loadScriptClient(scriptUrl(), {}, signal);
  };
  const checked = check(load(), controller, clientMs);
  checked.catch(() => {});
  return { client: checked, cancel: () => controller.abort() };
}

async function check(
  loading: Promise<VendorClient>,
  controller: AbortController,
  clientMs: number,
): Promise<VendorClient> {
  try {
    const vendor = await deadline(untilAborted(loading, controller.signal), clientMs, () =>
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
