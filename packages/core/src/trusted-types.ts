import { bare } from "./bare.js";
import { failure } from "./failure.js";
import { readDocument } from "./read-document.js";

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/**
 * The URL in the form that `script.src` accepts here. The policy `human-connect` is private to this module: nobody else
 * can have a URL blessed by it.
 *
 * @throws {HumanConnectError} `client-blocked` when the page requires Trusted Types and does not allow the policy.
 */
export function trustScriptUrl(url: string): string {
  // An own property: where browsers have none, an element of the page may be called so.
  const page = globalThis as { trustedTypes?: TrustedTypes };
  const trustedTypes = Object.hasOwn(page, "trustedTypes") ? page.trustedTypes : undefined;
  try {
    policy ??= trustedTypes?.createPolicy("human-connect", bare({ createScriptURL: (trusted: string) => trusted }));
    if (policy) return policy.createScriptURL(url);
    // Without a policy the assignment decides: it throws where Trusted Types are required.
    readDocument("createElement")("script").src = url;
    return url;
  } catch (cause) {
    throw failure("client-blocked", "trusted-types human-connect 'allow-duplicates'", cause);
  }
}
