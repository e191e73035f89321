/** Whether an address may carry code, a token or health data: https, or http on this machine. Never `javascript:` (VENDOR.md F12). */
export function isSecure({ protocol, hostname }: URL): boolean {
  return (
    protocol === "https:" ||
    (protocol === "http:" && /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(hostname))
  );
}
