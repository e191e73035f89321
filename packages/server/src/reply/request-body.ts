import { receiveBody } from "./receive-body.js";

/** More than any way to write "nothing" in JSON. */
const maxBytes = 1024;

/**
 * Checks the body of a request that needs none. JSON is accepted, because many clients send `{}` with every POST; a content type
 * that a form on another site could send is refused.
 *
 * @returns The status to refuse the request with: 400 for a body that broke off, 413, or 415; undefined if the body is acceptable.
 */
export async function refuseBody(request: Request): Promise<400 | 413 | 415 | undefined> {
  if (!request.body || request.headers.get("content-length") === "0") return undefined;
  const isJson = /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(request.headers.get("content-type") ?? "");
  // A framework that has read the body has checked its type and length.
  if (!request.bodyUsed && Number(request.headers.get("content-length")) > maxBytes) return 413;
  const bytes = await receiveBody(request, maxBytes);
  if (bytes === "consumed") return undefined;
  if (bytes === "incomplete") return 400;
  if (bytes === "too-large") return 413;
  return isJson || bytes.byteLength === 0 ? undefined : 415;
}
