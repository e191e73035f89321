/**
 * Finds where the hosted page may send people back to; anything else would lend Connect's good name to a stranger's address.
 *
 * @param callback As it stands in the page's URL.
 * @param allowed Callbacks that the vendor has allowed: each stands for itself with any query. None is any page of this machine.
 */
export function findCallback(callback: string, allowed: readonly string[] | undefined): URL | undefined {
  const url = URL.canParse(callback) ? new URL(callback) : undefined;
  if (!url || url.username || url.password) return undefined;
  const isAllowed = allowed ? allowed.some((entry) => placeOf(new URL(entry)) === placeOf(url)) : isLoopback(url);
  return isAllowed ? url : undefined;
}

/** Everything before the query. */
const placeOf = ({ protocol, host, pathname }: URL): string => `${protocol}//${host}${pathname}`;

const isLoopback = ({ protocol, hostname }: URL): boolean =>
  /^https?:$/.test(protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
