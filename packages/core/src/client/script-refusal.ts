import { bare } from "../base/bare.js";
import type { BlockReport } from "../page/block-reports.js";
import type { CdnClientOptions } from "./client.js";
import { deadline } from "../base/deadline.js";
import { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";

/** Why a script tag has failed. */
export interface Refusal {
  readonly error: HumanConnectError;
  /** Another try would end in the same way. */
  readonly isFinal: boolean;
}

/** Longest wait for the answer, in milliseconds. */
const askMs = 5000;

const remedies: Record<BlockReport["policy"], string> = {
  "integrity-violation":
    "Its Integrity-Policy wants a hash for every script: give integrity (attribute client-integrity), or use npmClient().",
  coep: 'Its Cross-Origin-Embedder-Policy wants consent of the script\'s server: give crossOrigin: "anonymous", or use npmClient().',
  dip: 'Its Document-Isolation-Policy wants consent of the script\'s server: give crossOrigin: "anonymous", or use npmClient().',
};

/** What the browser has said. */
export function refusedBy(policy: BlockReport["policy"], url: string): HumanConnectError {
  return failure("client-blocked", `${remedies[policy]} The script is ${url}`);
}

/**
 * Asks once, beside a tag that has failed without a reason, whether its server answers, and with what. That tells a wrong hash, a policy
 * that the browser keeps to itself, and an error of the server apart from a network that is gone.
 *
 * @returns What is to be said when no other try helps; nothing when the question brought nothing.
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
      return { error: failure("client-failed", `${url}, which answers ${response.status}`), isFinal: false };
    if (integrity && (await isOther(await response.arrayBuffer(), integrity)))
      return {
        error: tell(
          `The script at ${url} is not the one whose hash integrity is. Compute integrity for exactly this version.`,
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
    integrity ? "Check integrity" : "If this page has an Integrity-Policy, give integrity",
    'if it is isolated (Cross-Origin-Embedder-Policy), give crossOrigin: "anonymous"',
    "and check the type that the script is served with.",
  ].join(", ");
}

/** Whether the content has none of these hashes. Where the page is not secure, no browser can tell. */
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
