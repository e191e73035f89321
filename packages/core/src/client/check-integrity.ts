import { failure } from "../words/failure.js";

/** A base64 hash of the exact length for each algorithm that browsers support, followed by optional options. */
const hash = /^(sha256-[A-Za-z\d+/]{43}=|sha384-[A-Za-z\d+/]{64}|sha512-[A-Za-z\d+/]{86}==)(\?[\x21-\x7e]*)?$/;

/**
 * Validates the `integrity` of a script. Browsers ignore a value that they cannot parse, and then run any script.
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
    'integrity must be "sha384-" followed by the output of: curl -s URL | openssl dgst -sha384 -binary | openssl base64 -A',
  );
}
