/**
 * Checks the callback of the hosted page; an unchecked callback would be an open redirect.
 *
 * @param callback The value in the page's URL.
 * @param allowed Callbacks that the vendor has allowed, each with any query. Undefined allows any page of this machine.
 */
export function findCallback(callback: string, allowed: readonly string[] | undefined): URL | undefined {
  const url = URL.canParse(callback) ? new URL(callback) : undefined;
  if (!url || url.username || url.password) return undefined;
  const isAllowed = allowed ? allowed.some((entry) => placeOf(new URL(entry)) === placeOf(url)) : isLoopback(url);
  return isAllowed ? url : undefined;
}

/** The URL without its query. */
const placeOf = ({ protocol, host, pathname }: URL): string => `${protocol}//${host}${pathname}`;

const isLoopback = ({ protocol, hostname }: URL): boolean =>
  /^https?:$/.test(protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
