import type { NodeHeader, NodeResponse } from "../answer/node-message.js";

/**
 * Sends a response, or 500 in the place of one that cannot be sent. Never rejects: what is left then is a closed connection.
 *
 * @param others Headers that stand on the answer beside its own, such as those of a framework's plugins.
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

/** Those of the others first, so that those of the response win. Names of `vary` and cookies add up. */
function toHeaders(
  response: Response,
  node: NodeResponse,
  others: Readonly<Record<string, NodeHeader>>,
): Map<string, string | string[]> {
  const headers = new Map<string, string | string[]>();
  const before = (name: string): string[] => [...toTexts(node.getHeader?.(name)), ...toTexts(others[name])];
  for (const [name, value] of Object.entries(others)) {
    const texts = toTexts(value);
    // Those say how the other answer's body would have come.
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

/** A list of names without those that stand there twice. */
function joinNames(lists: readonly string[]): string {
  const names = lists.flatMap((list) => list.split(",")).map((name) => name.trim().toLowerCase());
  return [...new Set(names)].filter((name) => name !== "").join(", ");
}

function toTexts(value: NodeHeader): string[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** A length or a type of the answer that failed must not stand on this one. */
export function fail(node: NodeResponse, written: readonly string[]): void {
  try {
    if (node.headersSent) return;
    for (const name of written) node.removeHeader?.(name);
    node.statusCode = 500;
    node.setHeader("cache-control", "no-store");
    node.end(new Uint8Array());
  } catch {
    // The connection is gone, and whoever could have read an answer with it.
  }
}
