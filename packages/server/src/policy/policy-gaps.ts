import type { PolicyDirectives } from "./content-security-policy.js";

/** The directives that browsers fall back to, in order. */
const fallbacks: Readonly<Record<string, readonly string[]>> = {
  "script-src": ["script-src-elem", "script-src", "default-src"],
  "connect-src": ["connect-src", "default-src"],
  "frame-src": ["frame-src", "child-src", "default-src"],
};

/**
 * Compares a content security policy with the needed one.
 *
 * @param policy The value of the header; it may contain several policies, separated by commas, each of which has to allow a source.
 * @param self The page's own origin.
 * @returns The directives that lack sources, each with the sources that it does not allow.
 */
export function findPolicyGaps(policy: string, needed: PolicyDirectives, self: string): PolicyDirectives {
  const gaps: Record<string, Set<string>> = {};
  for (const one of policy.split(",").map(parsePolicy))
    for (const [name, sources] of Object.entries(needed)) {
      const found = (fallbacks[name] ?? [name]).find((place) => one.has(place));
      if (found === undefined) continue;
      const allowed = one.get(found)!;
      // The kit adds the vendor's script, so it runs if the kit does.
      if (name === "script-src" && allowed.some((source) => source.toLowerCase() === "'strict-dynamic'")) continue;
      for (const source of sources)
        if (!allowed.some((candidate) => allows(candidate, source === "'self'" ? self : source, self)))
          (gaps[name] ??= new Set()).add(source);
    }
  return Object.fromEntries(Object.entries(gaps).map(([name, sources]) => [name, [...sources]]));
}

/** If a directive occurs twice, the first one counts. */
export function parsePolicy(text: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const part of text.split(";")) {
    const [name = "", ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/**
 * Whether a source of a policy allows an origin.
 *
 * @see https://www.w3.org/TR/CSP3/#match-url-to-source-expression
 */
export function allows(source: string, origin: string, self: string): boolean {
  const { protocol, hostname, port } = new URL(origin);
  if (source === "*") return /^https?:$/.test(protocol);
  if (source.toLowerCase() === "'self'") return origin === self;
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return matchesScheme(source.toLowerCase(), protocol);
  const [, scheme, host = "", givenPort] =
    /^(?:([a-z][a-z\d+.-]*):\/\/)?([^:/]+)(?::(\d+|\*))?(?:\/.*)?$/i.exec(source) ?? [];
  if (host === "" || host.startsWith("'")) return false;
  if (!matchesScheme(scheme ? `${scheme.toLowerCase()}:` : new URL(self).protocol, protocol)) return false;
  const isHost = host.startsWith("*.")
    ? hostname.endsWith(host.slice(1).toLowerCase())
    : hostname === host.toLowerCase();
  return isHost && (givenPort === "*" || (givenPort ?? "") === port || (givenPort === "443" && port === ""));
}

/** In a policy, http includes https. */
const matchesScheme = (allowed: string, protocol: string): boolean =>
  allowed === protocol || (allowed === "http:" && protocol === "https:");
