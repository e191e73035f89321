import { hostname } from "node:os";

/** Whether a request may be for this `Host` header. */
export type HostCheck = (header: string | undefined) => boolean;

/**
 * Takes a call for what it is meant for: this machine. A page of any website can have its name point to this machine once it has
 * loaded (DNS rebinding), and to a browser the sandbox is then that website. What the page cannot change is its name, which stands
 * in the header. An address instead of a name cannot be pointed elsewhere.
 *
 * @param host Where the sandbox listens.
 * @param allowedHosts Other names that lead here, such as that of a container.
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

/** As browsers write it: small letters, whole addresses, no dot at the end. Undefined for what is no name. */
export function readHostname(name: string): string | undefined {
  const bracketed = name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
  const url = `http://${bracketed}/`;
  const isPlain = /^[\w.-]+$|^\[[\da-f:.]+\]$/i.test(bracketed) && URL.canParse(url);
  return isPlain ? new URL(url).hostname.replace(/\.$/, "") : undefined;
}

const isOfThisMachine = (name: string): boolean =>
  /^(?:.+\.)?localhost$|^127(?:\.\d+){3}$|^\[::1\]$|^\[::ffff:7f[\da-f]{2}:[\da-f]{1,4}\]$/.test(name);

const isAddress = (name: string): boolean => name.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(name);
