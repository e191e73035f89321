import { receiveBody } from "./receive-body.js";

/** More than any form of "nothing" in JSON. */
const maxBytes = 1024;

/**
 * Passes over the body of a call that needs none. JSON is let through, because many clients send `{}` with every POST; what a
 * form of another site could send is not.
 *
 * @returns The status to refuse it with: 400 for one that broke off, 413 or 415; undefined when all is well.
 */
export async function refuseBody(request: Request): Promise<400 | 413 | 415 | undefined> {
  if (!request.body || request.headers.get("content-length") === "0") return undefined;
  const isJson = /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
  // A framework that has read it has looked at its type and its length.
  if (!request.bodyUsed && Number(request.headers.get("content-length")) > maxBytes) return 413;
  const bytes = await receiveBody(request, maxBytes);
  if (bytes === "consumed") return undefined;
  if (bytes === "incomplete") return 400;
  if (bytes === "too-large") return 413;
  return isJson || bytes.byteLength === 0 ? undefined : 415;
}
