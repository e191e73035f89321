/** Directives of a content security policy, each with its sources. */
export type PolicyDirectives = Record<string, string[]>;

export interface ContentSecurityPolicyOptions {
  /**
   * Where the vendor's code comes from, as in the page: `cdnClient()`, `npmClient()`, `globalClient()`, or `cdnClient({ url })`.
   * Default `"cdn"`.
   */
  client?: "cdn" | "npm" | "global" | { url: string };
  /** The Connect page, as in the page's options. Default `https://hapi-connect.humanapi.co`. */
  baseUrl?: string;
  /** The nonce that the page's scripts have, and `cdnClient({ nonce })`. Default none. */
  nonce?: string;
  /**
   * Requires Trusted Types and allows the kit's policy: true, or the names of other policies that the page needs, such as Vue's
   * `"vue"`. Default false.
   */
  trustedTypes?: boolean | readonly string[];
}

/**
 * What the kit needs of a content security policy, and nothing that it does not. Put it together with what your page needs
 * itself by {@link toPolicyHeader}. An `Integrity-Policy` is a header of its own and asks for nothing here: every script needs a hash
 * then, the vendor's by `integrity` of the client, the kit's modules in the import map (docs/content-security-policy.md).
 *
 * @returns New arrays each time. Each text in them is one source, so they can be joined, or handed to what writes headers.
 * @throws {TypeError} for a URL that no page could use, and for what would be more than one source, or more than one place.
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
    // The page's own token endpoint, and the question whether the Connect page can be reached.
    "connect-src": ["'self'", connect],
    "frame-src": [connect],
    ...(trustedTypes !== false && {
      "require-trusted-types-for": ["'script'"],
      "trusted-types": ["human-connect", ...(trustedTypes === true ? [] : trustedTypes.map(toPolicyName))],
    }),
  };
}

/**
 * Writes directives as a header. What is named in several is put together; `'none'` gives way to anything else.
 *
 * @throws {TypeError} for a name or a source that would end its directive or its header.
 */
export function toPolicyHeader(...policies: readonly Readonly<Record<string, readonly string[]>>[]): string {
  const merged = new Map<string, Set<string>>();
  for (const [name, sources] of policies.flatMap((policy) => Object.entries(policy))) {
    if (!/^[a-z-]+$/.test(name))
      throw new TypeError(`${JSON.stringify(name)} is no directive of a content security policy.`);
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
    case "npm":
    case "global":
      // Part of your bundle, or of a script that your page allows already.
      return [];
    default:
      return [toOrigin("client.url", client.url)];
  }
}

function toOrigin(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.protocol === "http:" && /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(url.hostname);
  // A host that a URL may have, and a policy would take for something else, such as `*`, or for several things.
  const isHost = /^(?:[\w-]+(?:\.[\w-]+){0,126}|\[[\da-f:]+\])$/.test(url?.hostname ?? "");
  const isPlain = isHost && !url?.username && !url?.password;
  if (isPlain && (url?.protocol === "https:" || isLocal)) return url!.origin;
  throw new TypeError(
    `The option ${name} has to be an https URL of one host, or http on localhost, without credentials.`,
  );
}

/** @see https://www.w3.org/TR/trusted-types/#trusted-types-csp-directive */
function toPolicyName(name: string): string {
  if (name === "'allow-duplicates'" || /^[\w#=/@.%-]+$/.test(name)) return name;
  throw new TypeError(
    "The option trustedTypes has to be true, false, or names of policies: letters, digits and -#=_/@.% each, and no wildcard.",
  );
}

function toNonceSource(nonce: string): string {
  if (typeof nonce === "string" && /^[\w+/-]+={0,2}$/.test(nonce)) return `'nonce-${nonce}'`;
  throw new TypeError("The option nonce has to be base64, and a new one for each response.");
}

/** The error does not repeat it: it may be a nonce. */
function readSource(name: string, source: string): string {
  if (typeof source === "string" && /^[!-+\--:<-~]+$/.test(source)) return source;
  throw new TypeError(
    `What is given for ${name} is not one source of a content security policy. Give an array, with each source by itself.`,
  );
}

function withoutNone(sources: ReadonlySet<string>): string[] {
  return sources.size > 1 ? [...sources].filter((source) => source !== "'none'") : [...sources];
}
