import { type Answer, type AnswerFields, toFields, toResponse } from "../answer/json-answer.js";
import type { NodeResponse } from "../answer/node-message.js";
import type { Mount } from "./mount.js";
import { fail, sendResponse } from "./response.js";

/**
 * Sends an answer of ours as text: a body of bytes goes out in a piece of its own, behind the headers. Never rejects: what is left of a
 * failure is a closed connection.
 *
 * @returns A promise where something has to be waited for.
 */
export function sendAnswer(answer: Answer, { response: node, headers: others }: Mount): Promise<void> | undefined {
  // What frameworks and middlewares have set is put together with ours elsewhere.
  const isAlone = node.getHeader !== undefined && node.getHeader("vary") === undefined && isEmpty(others);
  if (!isAlone) return sendResponse(toResponse(answer), node, others);
  const { status, headers, text } = toFields(answer);
  try {
    if (!node.headersSent) send(node, status, headers, text);
  } catch {
    fail(node, Object.keys(headers));
  }
  return undefined;
}

/** Node checks and copies headers that are set one by one twice. */
function send(node: NodeResponse, status: number, headers: AnswerFields["headers"], text: string): void {
  if (node.writeHead && text !== "" && isAscii.test(text)) {
    node.writeHead(status, { ...headers, "content-length": String(text.length) });
  } else {
    node.statusCode = status;
    for (const name in headers) node.setHeader(name, headers[name]!);
  }
  node.end(text);
}

/** As many letters as bytes. */
const isAscii = /^[\0-\x7f]*$/;

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}
