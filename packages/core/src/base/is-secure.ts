/** Whether a URL may carry code, a token or health data: https, or http on localhost. Never `javascript:` (docs/vendor.md#f12). */
export function isSecure({ protocol, hostname }: Pick<URL, "hostname" | "protocol">): boolean {
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

/** Whether a host name is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(hostname);
}
