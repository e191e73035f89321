import { createHmac } from "node:crypto";

/**
 * Headers that prove the sender of a notification. The vendor documents the name of the signature and that it is an HMAC-SHA1 with the
 * client secret over payload, timestamp and nonce. Not documented, and so the sandbox's own choice, are the headers of timestamp and
 * nonce, the unit of the timestamp and the encoding of the digest.
 *
 * @see docs/vendor.md#notifications
 */
export function signNotification(
  payload: string,
  { secret, timestamp, nonce }: { secret: string; timestamp: string; nonce: string },
): Record<string, string> {
  const signature = createHmac("sha1", secret)
    .update(payload + timestamp + nonce)
    .digest("hex");
  return { "x-humanapi-signature": signature, "x-humanapi-timestamp": timestamp, "x-humanapi-nonce": nonce };
}
