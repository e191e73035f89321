import { createHmac } from "node:crypto";

/**
 * Headers that prove who sends a notification. Documented are the signature's name and that it is an HMAC-SHA1 with the client
 * secret over payload, timestamp and nonce; where those two stand, the timestamp's unit and the digest's letters are not, so
 * they are the sandbox's own choice.
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
