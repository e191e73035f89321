import { hostname } from "node:os";

/** Whether the sandbox answers a request with this `Host` header. */
export type HostCheck = (header: string | undefined) => boolean;

/**
 * Accepts only requests that name this machine. After a page has loaded, the owner of its host name can let that name resolve to this
 * machine (DNS rebinding); to the browser, the sandbox is then that website. The page cannot change its host name, which the `Host`
 * header contains. An IP address cannot be rebound.
 *
 * @param host Where the sandbox listens.
 * @param allowedHosts Other names of the sandbox, such as that of a container.
 */
export function createHostCheck(host: string, allowedHosts: readonly string[]): HostCheck {
  const isForOthers = host === "0.0.0.0" || host === "::";
  const told = [host, ...allowedHosts, ...(isForOthers ? [hostname()] : [])].map(readHostname);
  return (header) => {
    const name =
      header !== undefined && isHostHeader.test(header) ? readHostname(header.replace(/:\d+$/, "")) : undefined;
    if (name === undefined) return false;
    return isOfThisMachine(name) || told.includes(name) || (isForOthers && isAddress(name));
  };
}

const isHostHeader = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** Normalized as in browsers: lower case, full IP addresses, no trailing dot. Undefined for an invalid name. */
export function readHostname(name: string): string | undefined {
  const bracketed = name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
  const url = `http://${bracketed}/`;
  const isPlain = /^[\w.-]+$|^\[[\da-f:.]+\]$/i.test(bracketed) && URL.canParse(url);
  return isPlain ? new URL(url).hostname.replace(/\.$/, "") : undefined;
}

const isOfThisMachine = (name: string): boolean =>
  /^(?:.+\.)?localhost$|^127(?:\.\d+){3}$|^\[::1\]$|^\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]$/.test(name);

const isAddress = (name: string): boolean => name.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(name);
