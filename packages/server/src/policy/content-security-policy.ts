/** Directives of a content security policy, each with its sources. */
export type PolicyDirectives = Record<string, string[]>;

export interface ContentSecurityPolicyOptions {
  /**
   * The source of the vendor's code, as in the page: `cdnClient()`, `npmClient()`, `globalClient()`, `directClient()`, which has none, or
   * `cdnClient({ url })`. Default `"cdn"`.
   */
  client?: "cdn" | "direct" | "npm" | "global" | { url: string } | undefined;
  /** URL of the Connect page, as in the page's options. Default `https://hapi-connect.humanapi.co`. */
  baseUrl?: string | undefined;
  /** The nonce of the page's scripts, also passed to `cdnClient({ nonce })`. Default none. */
  nonce?: string | undefined;
  /**
   * Requires Trusted Types and allows the kit's policy: true, or the names of further policies that the page needs, such as Vue's
   * `"vue"`. Default false.
   */
  trustedTypes?: boolean | readonly string[] | undefined;
}

/**
 * Returns the content security policy that the kit needs, and no more. Merge it with your page's own policy by
 * {@link toPolicyHeader}. An `Integrity-Policy` is a separate header and changes nothing here: it requires a hash for every script, for
 * the vendor's by `integrity` of the client, for the kit's modules in the import map (docs/content-security-policy.md).
 *
 * @returns New arrays on each call. Each string in them is one source, so they can be joined, or passed to a library that writes headers.
 * @throws {TypeError} for a URL that a page cannot use, and for a value that would be more than one source, or match more than one host.
 * @example
 * const own = { "default-src": ["'none'"], "script-src": ["'self'"], "style-src": ["'self'"] };
 * headers.set("content-security-policy", toPolicyHeader(own, contentSecurityPolicy({ client: "npm" })));
 */
export function contentSecurityPolicy(options: ContentSecurityPolicyOptions = {}): PolicyDirectives {
  const { client = "cdn", baseUrl = "https://hapi-connect.humanapi.co", nonce, trustedTypes = false } = options;
  const scripts = [...(nonce === undefined ? [] : [toNonceSource(nonce)]), ...toScriptSources(client)];
  const connect = toOrigin("baseUrl", baseUrl);
  return {
    ...(scripts.length > 0 && { "script-src": scripts }),
    // For the page's own token endpoint, and for the check whether the Connect page can be reached.
    "connect-src": ["'self'", connect],
    "frame-src": [connect],
    ...(trustedTypes !== false && {
      "require-trusted-types-for": ["'script'"],
      "trusted-types": ["human-connect", ...(trustedTypes === true ? [] : toPolicyNames(trustedTypes))],
    }),
  };
}

/**
 * Serializes directives as a header. A directive in several policies is merged; other sources replace `'none'`.
 *
 * @throws {TypeError} for a name or a source that would end its directive or the header.
 */
export function toPolicyHeader(...policies: readonly Readonly<Record<string, readonly string[]>>[]): string {
  const merged = new Map<string, Set<string>>();
  for (const [name, sources] of policies.flatMap((policy) => Object.entries(policy))) {
    if (!/^[a-z-]+$/.test(name))
      throw new TypeError(`${JSON.stringify(name)} is not a directive of a content security policy.`);
    if (!Array.isArray(sources)) throw new TypeError(`The sources of ${name} have to be an array, one string each.`);
    const known = merged.get(name) ?? new Set();
    for (const source of sources) known.add(readSource(name, source));
    merged.set(name, known);
  }
  return [...merged].map(([name, sources]) => [name, ...withoutNone(sources)].join(" ")).join("; ");
}

function toScriptSources(client: NonNullable<ContentSecurityPolicyOptions["client"]>): string[] {
  switch (client) {
    case "cdn":
      return ["https://cdn.humanapi.co"];
    case "direct":
    case "npm":
    case "global":
      // No code, part of your bundle, or of a script that your page already allows.
      return [];
    default:
      return [toOrigin("client.url", client.url)];
  }
}

function toOrigin(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.protocol === "http:" && /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(url.hostname);
  // Excludes hosts that are valid in a URL but have another meaning in a policy, such as `*`, or would be several sources.
  const isHost = /^(?:[\w-]+(?:\.[\w-]+){0,126}|\[[\da-f:]+\])$/.test(url?.hostname ?? "");
  const isPlain = isHost && !url?.username && !url?.password;
  if (isPlain && (url?.protocol === "https:" || isLocal)) return url!.origin;
  throw new TypeError(
    `The option ${name} has to be an https URL of one host, or http on localhost, without credentials.`,
  );
}

/** @see https://www.w3.org/TR/trusted-types/#trusted-types-csp-directive */
function toPolicyNames(names: readonly string[]): readonly string[] {
  const isName = (name: string): boolean => name === "'allow-duplicates'" || /^[\w#=/@.%-]+$/.test(name);
  if (Array.isArray(names) && names.every(isName)) return names;
  throw new TypeError(
    "The option trustedTypes has to be true, false, or an array of policy names: letters, digits and -#=_/@.% only, and no wildcard.",
  );
}

function toNonceSource(nonce: string): string {
  if (typeof nonce === "string" && /^[\w+/-]+={0,2}$/.test(nonce)) return `'nonce-${nonce}'`;
  throw new TypeError("The option nonce has to be base64. Create a new one for each response.");
}

/** The error does not quote the source, because it may be a nonce. */
function readSource(name: string, source: string): string {
  if (typeof source === "string" && /^[!-+\--:<-~]+$/.test(source)) return source;
  throw new TypeError(
    `A value for ${name} is not a single source of a content security policy. Pass an array with one source per string.`,
  );
}

function withoutNone(sources: ReadonlySet<string>): string[] {
  return sources.size > 1 ? [...sources].filter((source) => source !== "'none'") : [...sources];
}
