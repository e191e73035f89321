import { bare } from "../base/bare.js";
import { HumanConnectError } from "../model/errors.js";
import { addDirective, failure } from "../words/failure.js";
import { readDocument } from "../page/read-document.js";
import { isKnownScript } from "./script-origins.js";

type MakeUrl = (url: string, isNamed: boolean) => string;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: MakeUrl }): { createScriptURL: MakeUrl };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/**
 * Returns the URL in the form that `script.src` accepts here. The policy `human-connect` is private to this module, so no other code can
 * use it, and it checks the URL itself: it accepts what {@link isKnownScript} accepts, and what a script of the page has passed.
 *
 * @param isNamed Whether a script of the page has passed the URL, as with `cdnClient({ url })`. Default false.
 * @throws {HumanConnectError} `client-blocked` when the page requires Trusted Types and does not allow the policy, `invalid-option` for a
 * URL that is not accepted.
 */
export function trustScriptUrl(url: string, isNamed = false): string {
  const trustedTypes = readTrustedTypes();
  try {
    policy ??= trustedTypes?.createPolicy("human-connect", bare({ createScriptURL: checkScriptUrl }));
    if (policy) return policy.createScriptURL(url, isNamed);
    checkScriptUrl(url, isNamed);
    // Without a policy, the assignment decides: it throws where Trusted Types are required.
    readDocument("createElement")("script").src = url;
    return url;
  } catch (cause) {
    if (cause instanceof HumanConnectError) throw cause;
    throw failure("client-blocked", addDirective("trusted-types human-connect 'allow-duplicates'"), cause);
  }
}

function checkScriptUrl(url: string, isNamed: boolean): string {
  if (isNamed || isKnownScript(url)) return url;
  throw failure("invalid-option", "url comes from markup, and no script of the page has allowed its origin.");
}

// Own property only: where a browser has no Trusted Types, an element with this name is found instead.
function readTrustedTypes(): TrustedTypes | undefined {
  return Object.hasOwn(globalThis, "trustedTypes")
    ? (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
    : undefined;
}
