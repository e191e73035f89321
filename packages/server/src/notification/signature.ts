import { isTimely, readTimestamp, type TimestampFormat } from "./time.js";
import { readRawNumber } from "../base/raw-number.js";

/**
 * How your notifications are signed. Human API documents the header `X-HumanAPI-Signature` and an HMAC-SHA1 with the client secret
 * over payload, timestamp and nonce. Where the timestamp and the nonce are, and how the digest is encoded, depends on your account:
 * inspect a notification to your application, or ask Human API's support.
 *
 * @see docs/vendor.md#notifications
 */
export interface NotificationSignature {
  /** Where the timestamp is: when the notification was sent. */
  timestamp: SignaturePart;
  /** Where the nonce is: a string that is unique to the notification. */
  nonce: SignaturePart;
  /** The encoding of the digest. */
  encoding: "hex" | "base64";
  /**
   * The format of the timestamp. Default: all unambiguous formats, which are digits of seconds or milliseconds since 1970, and ISO 8601
   * with a time zone. For ISO 8601 without a time zone, set `"iso-utc"`.
   */
  format?: TimestampFormat | undefined;
}

/** A header, a parameter of the URL, or a field at the top level of the body. */
export type SignaturePart = { header: string } | { query: string } | { field: string };

/** A notification as received. */
export interface SignedMessage {
  readonly request: Request;
  /** The body's bytes, exactly as sent: the same JSON, serialized differently, has another digest. */
  readonly bytes: Uint8Array;
  /** The body as JSON. */
  readonly body: unknown;
}

/** Why a signature is refused. */
export type SignatureFault = "signature-missing" | "signature-invalid" | "timestamp-unreadable" | "notification-late";

export interface SignatureCheck {
  /** @returns The fault, or the digest in hexadecimal, which is unique to the notification. */
  (message: SignedMessage): Promise<{ fault: SignatureFault } | { fault?: undefined; digest: string }>;
}

export interface SignatureCheckParts {
  readonly signature: NotificationSignature;
  readonly clientSecret: string;
  /** Largest difference between the timestamp and this server's clock, in either direction. */
  readonly toleranceMs: number;
  readonly now: () => number;
}

export function createSignatureCheck({
  signature,
  clientSecret,
  toleranceMs,
  now,
}: SignatureCheckParts): SignatureCheck {
  const encoder = new TextEncoder();
  let key: Promise<CryptoKey> | undefined;

  return async (message) => {
    const text = message.request.headers.get("x-humanapi-signature")?.trim();
    const timestamp = readPart(signature.timestamp, message);
    const nonce = readPart(signature.nonce, message);
    if (!text || !timestamp || !nonce) return { fault: "signature-missing" };
    const digest = decode(text, signature.encoding);
    key ??= crypto.subtle.importKey("raw", encoder.encode(clientSecret), { name: "HMAC", hash: "SHA-1" }, false, [
      "verify",
    ]);
    const signed = join(message.bytes, encoder.encode(timestamp + nonce));
    // Compares in constant time.
    const isGenuine = digest !== undefined && (await crypto.subtle.verify("HMAC", await key, digest, signed));
    if (!isGenuine) return { fault: "signature-invalid" };
    const sentAt = readTimestamp(timestamp, signature.format);
    if (sentAt === undefined) return { fault: "timestamp-unreadable" };
    return isTimely(sentAt, now(), toleranceMs) ? { digest: toHex(digest) } : { fault: "notification-late" };
  };
}

function readPart(part: SignaturePart, { request, bytes, body }: SignedMessage): string | undefined {
  if ("header" in part) return request.headers.get(part.header)?.trim() || undefined;
  if ("query" in part) return new URL(request.url).searchParams.get(part.query) || undefined;
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body) && Object.hasOwn(body, part.field);
  const value = isObject ? (body as Record<string, unknown>)[part.field] : undefined;
  if (typeof value === "number") return readRawNumber(new TextDecoder().decode(bytes), part.field);
  return typeof value === "string" ? value : undefined;
}

/** @returns Undefined unless the digest is 20 bytes in this encoding. */
function decode(digest: string, encoding: NotificationSignature["encoding"]): Uint8Array<ArrayBuffer> | undefined {
  if (encoding === "hex") {
    if (!/^[\da-f]{40}$/i.test(digest)) return undefined;
    return Uint8Array.from(digest.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  }
  const plain = digest.replaceAll("-", "+").replaceAll("_", "/");
  if (!/^[\w+/]{27}=?$/.test(plain)) return undefined;
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.byteLength + second.byteLength);
  joined.set(first);
  joined.set(second, first.byteLength);
  return joined;
}
