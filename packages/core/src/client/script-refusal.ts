import { bare } from "../base/bare.js";
import type { BlockReport } from "../page/block-reports.js";
import type { CdnClientOptions } from "./client.js";
import { deadline } from "../base/deadline.js";
import { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";

/** Why a script tag failed. */
export interface Refusal {
  readonly error: HumanConnectError;
  /** A retry would fail in the same way. */
  readonly isFinal: boolean;
}

/** Longest wait for the answer, in milliseconds. */
const askMs = 5000;

const remedies: Record<BlockReport["policy"], string> = {
  "integrity-violation":
    "Its Integrity-Policy requires a hash for every script: set integrity (attribute client-integrity), or use npmClient().",
  coep: 'Its Cross-Origin-Embedder-Policy requires the script\'s server to opt in: set crossOrigin: "anonymous", or use npmClient().',
  dip: 'Its Document-Isolation-Policy requires the script\'s server to opt in: set crossOrigin: "anonymous", or use npmClient().',
};

/** The error for a policy that the browser reported. */
export function refusedBy(policy: BlockReport["policy"], url: string): HumanConnectError {
  return failure("client-blocked", `${remedies[policy]} The script is ${url}`);
}

/**
 * After a script tag failed without a reason, requests the same URL once to see whether its server answers, and with what. This
 * distinguishes a wrong hash, a policy that the browser does not report, and a server error from a network failure.
 *
 * @returns The error to report if no retry succeeds; `undefined` if the request gave no reason.
 */
export async function findRefusal(
  url: string,
  { integrity }: CdnClientOptions,
  signal: AbortSignal,
): Promise<Refusal | undefined> {
  const ask = async (): Promise<Refusal | undefined> => {
    const response = await fetch(
      url,
      bare<RequestInit>({ credentials: "omit", referrerPolicy: "no-referrer", signal }),
    );
    if (!response.ok)
      return { error: failure("client-failed", `${url}, which answered ${response.status}`), isFinal: false };
    if (integrity && (await isOther(await response.arrayBuffer(), integrity)))
      return {
        error: tell(
          `The hash of the script at ${url} does not match integrity. Compute integrity for exactly this version.`,
        ),
        isFinal: true,
      };
    return { error: tell(`${url} answers, but the browser does not run it. ${causes(integrity)}`), isFinal: false };
  };
  return deadline(ask(), askMs, Error).catch(() => undefined);
}

function tell(message: string): HumanConnectError {
  return new HumanConnectError("client-failed", message);
}

function causes(integrity: string | undefined): string {
  return [
    integrity ? "Check integrity" : "If this page has an Integrity-Policy, set integrity",
    'if it is isolated (Cross-Origin-Embedder-Policy), set crossOrigin: "anonymous"',
    "and check the content-type of the script.",
  ].join(", ");
}

/** Whether the content matches none of these hashes. False where the page is not a secure context, which has no `crypto.subtle`. */
async function isOther(content: ArrayBuffer, integrity: string): Promise<boolean> {
  const { subtle } = crypto;
  if (!subtle) return false;
  for (const one of integrity.trim().split(/\s+/)) {
    const [, bits, hash] = /^sha(\d+)-([^?]+)/.exec(one)!;
    const digest = new Uint8Array(await subtle.digest(`SHA-${bits}`, content));
    if (btoa(String.fromCharCode(...digest)) === hash) return false;
  }
  return true;
}
