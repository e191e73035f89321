/**
 * Whether the system says that there is no network. It may be wrong both ways (VPNs, virtual adapters, web views), so it explains
 * what has failed, and never is a failure by itself. Some simulated pages do not know it at all.
 */
export function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}
