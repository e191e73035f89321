import { failure } from "../words/failure.js";

/** A hash of each kind that browsers know, in base64 of exactly its length, and what may follow it. */
const hash = /^(sha256-[A-Za-z\d+/]{43}=|sha384-[A-Za-z\d+/]{64}|sha512-[A-Za-z\d+/]{86}==)(\?[\x21-\x7e]*)?$/;

/**
 * Checks what is to hold a script to its hash. Browsers pass over what they do not know, and run any script then.
 *
 * @throws {HumanConnectError} `invalid-option`
 */
export function checkIntegrity(value: unknown): void {
  if (value === undefined) return;
  if (
    typeof value === "string" &&
    value
      .trim()
      .split(/\s+/)
      .every((one) => hash.test(one))
  )
    return;
  throw failure(
    "invalid-option",
    'integrity must be "sha384-" and what this prints: curl -s URL | openssl dgst -sha384 -binary | openssl base64 -A',
  );
}
