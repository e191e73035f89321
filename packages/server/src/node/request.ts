import { createDepartingRequest, type Departure } from "../reply/departure.js";
import type { NodeHeader, NodeRequest } from "../reply/node-message.js";
import { readBody } from "./body.js";

/** Frameworks that mount a handler under a path keep the full path in `originalUrl`. */
type Mounted = NodeRequest & { readonly originalUrl?: string };

/**
 * Whether Fetch forbids this method. Such methods echo headers, cookies included, or open tunnels; no handler accepts them.
 *
 * @see https://fetch.spec.whatwg.org/#forbidden-method
 */
export const isRefusedMethod = (method: string | undefined): boolean => /^(connect|trace|track)$/i.test(method ?? "");

/**
 * @param kept The body's bytes, if other code has already read them.
 * @returns Undefined if Fetch does not accept the method, the URL or a header.
 */
export function toRequest(node: NodeRequest, kept: Uint8Array | undefined, from: Departure): Request | undefined {
  try {
    const { method = "GET" } = node;
    const url = readUrl(node);
    if (url === undefined) return undefined;
    const body = readBody(node, method.toUpperCase(), kept);
    const sent = body ? { body, duplex: "half" } : undefined;
    const request = createDepartingRequest(url, { method, ...sent }, from);
    addHeaders(request.headers, node);
    return request;
  } catch {
    return undefined;
  }
}

/** A host name or IP address with an optional port: anything else could be parsed as a path or as credentials. */
const isHost = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

function readUrl(node: Mounted): string | undefined {
  const target = node.originalUrl ?? node.url ?? "/";
  // The absolute form that proxies send: its host takes precedence (RFC 9112, 3.2.2).
  const absolute = target.startsWith("/") ? null : /^(https?:\/\/([^/?#]*))/i.exec(target);
  const origin = absolute?.[1];
  const host = absolute?.[2] ?? readHeader(node, ":authority") ?? readHeader(node, "host");
  if (!host || !isHost.test(host)) return undefined;
  const scheme = node.socket && "encrypted" in node.socket ? "https" : "http";
  const base = origin ?? `${scheme}://${host}`;
  const path = target.slice(origin?.length ?? 0);
  // `OPTIONS *` is about the whole server; a target without a path is only a host.
  if (path === "*" || path === "") return `${base}/`;
  return /^[/?*]/.test(path) ? base + path : undefined;
}

function readHeader({ headers }: NodeRequest, name: string): string | undefined {
  const value = headers[name];
  return typeof value === "string" ? value : toTexts(value)[0];
}

/** Appends one by one: the constructor would check and copy the headers once more. */
function addHeaders(to: Headers, { headers }: NodeRequest): void {
  for (const name in headers) {
    // HTTP/2 puts method and path among the headers.
    if (name.startsWith(":")) continue;
    const value = headers[name];
    if (typeof value === "string") addHeader(to, name, value);
    else for (const text of toTexts(value)) addHeader(to, name, text);
  }
}

/**
 * Node provides each byte of a header as one character; adapters of serverless platforms provide decoded text, which `Headers`
 * rejects.
 */
function addHeader(to: Headers, name: string, text: string): void {
  try {
    to.append(name, text);
  } catch {
    to.append(name, toBytes(text));
  }
}

function toTexts(value: NodeHeader): readonly string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

const toBytes = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
