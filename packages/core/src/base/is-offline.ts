/**
 * Whether the browser reports no network. It may be wrong both ways (VPNs, virtual adapters, web views), so it only explains a failure
 * and is never the failure itself. Some simulated pages do not implement it.
 */
export function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}
