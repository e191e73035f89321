import type { NodeResponse } from "./node.js";

/** Sends a response, or 500 in the place of one that cannot be sent. Never rejects: what is left then is a closed connection. */
export async function sendResponse(response: Response, node: NodeResponse): Promise<void> {
  const written: string[] = [];
  try {
    await write(response, node, written);
  } catch {
    fail(node, written);
  }
}

/** @param written Collects the names of the headers that are set, to be taken back. */
async function write(response: Response, node: NodeResponse, written: string[]): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer());
  if (node.headersSent) return;
  const set = (name: string, value: string | string[]): void => {
    written.push(name);
    node.setHeader(name, value);
  };
  node.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== "set-cookie") set(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) set("set-cookie", cookies);
  node.end(body);
}

/** A length or a type of the answer that failed must not stand on this one. */
function fail(node: NodeResponse, written: readonly string[]): void {
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
