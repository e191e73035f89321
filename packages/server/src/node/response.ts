import type { NodeHeader, NodeResponse } from "../reply/node-message.js";

/**
 * Sends a response, or 500 in place of one that cannot be sent. Never rejects; if that fails too, the connection is closed.
 *
 * @param others Headers to send in addition to those of the response, such as those of a framework's plugins.
 */
export async function sendResponse(
  response: Response,
  node: NodeResponse,
  others: Readonly<Record<string, NodeHeader>> = {},
): Promise<void> {
  const written: string[] = [];
  try {
    const body = new Uint8Array(await response.arrayBuffer());
    if (node.headersSent) return;
    node.statusCode = response.status;
    for (const [name, value] of toHeaders(response, node, others)) {
      written.push(name);
      node.setHeader(name, value);
    }
    node.end(body);
  } catch {
    fail(node, written);
  }
}

/** Headers of the response override the others; the names in `vary` and the cookies are combined. */
function toHeaders(
  response: Response,
  node: NodeResponse,
  others: Readonly<Record<string, NodeHeader>>,
): Map<string, string | string[]> {
  const headers = new Map<string, string | string[]>();
  const before = (name: string): string[] => [...toTexts(node.getHeader?.(name)), ...toTexts(others[name])];
  for (const [name, value] of Object.entries(others)) {
    const texts = toTexts(value);
    // These describe a body that is not sent.
    if (/^(content-|transfer-encoding$)/i.test(name) || texts.length === 0) continue;
    headers.set(name.toLowerCase(), texts.length === 1 ? texts[0]! : texts);
  }
  for (const [name, value] of response.headers) if (name !== "set-cookie") headers.set(name, value);
  const vary = [...before("vary"), ...toTexts(response.headers.get("vary"))];
  if (vary.length > 0) headers.set("vary", joinNames(vary));
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers.set("set-cookie", [...before("set-cookie"), ...cookies]);
  return headers;
}

/** Joins lists of names without duplicates. */
function joinNames(lists: readonly string[]): string {
  const names = lists.flatMap((list) => list.split(",")).map((name) => name.trim().toLowerCase());
  return [...new Set(names)].filter((name) => name !== "").join(", ");
}

function toTexts(value: NodeHeader): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** Responds 500. Removes the headers of the failed response, such as its length and type. */
export function fail(node: NodeResponse, written: readonly string[]): void {
  try {
    if (node.headersSent) return;
    for (const name of written) node.removeHeader?.(name);
    node.statusCode = 500;
    node.setHeader("cache-control", "no-store");
    node.end(new Uint8Array());
  } catch {
    // The connection is closed, so no response can be sent.
  }
}
