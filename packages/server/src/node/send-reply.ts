import { type Reply, type ReplyFields, toFields, toResponse } from "../reply/json-reply.js";
import type { NodeResponse } from "../reply/node-message.js";
import type { Mount } from "./mount.js";
import { fail, sendResponse } from "./response.js";

/**
 * Sends a reply of this package as a string: Node would write bytes separately from the headers. Never rejects; if sending fails,
 * the connection is closed.
 *
 * @returns A promise if the reply is sent asynchronously.
 */
export function sendReply(reply: Reply, { response: node, headers: others }: Mount): Promise<void> | undefined {
  // `sendResponse` merges headers of frameworks and middleware with those of the reply.
  const isAlone = node.getHeader !== undefined && node.getHeader("vary") === undefined && isEmpty(others);
  if (!isAlone) return sendResponse(toResponse(reply), node, others);
  const { status, headers, text } = toFields(reply);
  try {
    if (!node.headersSent) send(node, status, headers, text);
  } catch {
    fail(node, Object.keys(headers));
  }
  return undefined;
}

/** Prefers `writeHead`: Node checks and copies headers twice that are set one by one. */
function send(node: NodeResponse, status: number, headers: ReplyFields["headers"], text: string): void {
  if (node.writeHead && text !== "" && isAscii.test(text)) {
    node.writeHead(status, { ...headers, "content-length": String(text.length) });
  } else {
    node.statusCode = status;
    for (const name in headers) node.setHeader(name, headers[name]!);
  }
  node.end(text);
}

/** A string with as many characters as bytes. */
const isAscii = /^[\0-\x7f]*$/;

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}
