import { HumanApiError } from "../base/human-api-error.js";
import type { Log } from "../base/log.js";
import { isRetryable, readFailure, type ServiceAnswer } from "./read-failure.js";
import { readLimited } from "../base/read-limited.js";
import { readRetryAfter, toRetryPause } from "./retry-pause.js";
import { DeadlineError, wait, withDeadline } from "../base/with-deadline.js";

/** The part of `fetch` that this package uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How a service is called. */
export interface CallSettings {
  readonly fetch: Fetch;
  /** Longest wait for one call, including retries, in milliseconds. */
  readonly timeoutMs: number;
  /** Number of retries. */
  readonly retries: number;
  readonly now: () => number;
  /** Random number from 0 to 1, for the pauses between attempts. */
  readonly random: () => number;
  readonly log: Log;
  /** Whether a refusal is an expected response, not a failure. Default: never. */
  readonly isExpected?: ((failure: HumanApiError) => boolean) | undefined;
}

/** A request to a service. */
export interface ServiceRequest {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** Longest accepted response body, in bytes. Default 256 KiB. */
  readonly maxAnswerBytes?: number | undefined;
}

const defaultMaxAnswerBytes = 256 * 1024;

/**
 * Calls a service of Human API. Retries after network errors, 429 and 5xx, but never after a refusal, which would only be repeated.
 *
 * @param signal The caller's signal.
 * @returns A response with a success status.
 * @throws {HumanApiError} for any other response; the abort reason of the signal.
 */
export async function callService(
  url: string,
  request: ServiceRequest,
  signal: AbortSignal | undefined,
  settings: CallSettings,
): Promise<ServiceAnswer> {
  try {
    return await withDeadline(settings.timeoutMs, signal, (inner) => tryAgain(url, request, inner, settings));
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    throw new HumanApiError("upstream-timeout", {
      summary: `Human API did not answer within ${settings.timeoutMs} ms.`,
    });
  }
}

/** {@link callService} with POST and a JSON body. */
export function postJson(
  url: string,
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal | undefined,
  settings: CallSettings,
): Promise<ServiceAnswer> {
  const headers = { "content-type": "application/json" };
  return callService(url, { method: "POST", headers, body: JSON.stringify(body) }, signal, settings);
}

async function tryAgain(url: string, request: ServiceRequest, signal: AbortSignal, settings: CallSettings) {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(url, request, signal, settings);
    logAttempt(url, attempt, outcome, settings);
    if (!("failure" in outcome)) return outcome.answer;
    const { failure } = outcome;
    const pauseMs = toRetryPause(attempt, failure.retryAfterSeconds, settings.random());
    if (!failure.retryable || attempt > settings.retries || pauseMs === undefined) throw failure;
    await wait(pauseMs, signal);
  }
}

type Outcome = { durationMs: number } & ({ answer: ServiceAnswer } | { failure: HumanApiError });

async function tryOnce(
  url: string,
  request: ServiceRequest,
  signal: AbortSignal,
  settings: CallSettings,
): Promise<Outcome> {
  const sentAt = settings.now();
  const durationMs = (): number => settings.now() - sentAt;
  try {
    const answer = await send(url, request, signal, sentAt, settings.fetch);
    if (answer.status >= 200 && answer.status < 300) return { durationMs: durationMs(), answer };
    const retryAfterSeconds = isRetryable(answer.status) ? readRetryAfter(answer.headers, settings.now()) : undefined;
    return { durationMs: durationMs(), failure: readFailure(answer, retryAfterSeconds) };
  } catch (error) {
    signal.throwIfAborted();
    const failure =
      error instanceof HumanApiError ? error : new HumanApiError("upstream-unreachable", { cause: error });
    return { durationMs: durationMs(), failure };
  }
}

async function send(
  url: string,
  { method, headers, body, maxAnswerBytes = defaultMaxAnswerBytes }: ServiceRequest,
  signal: AbortSignal,
  sentAt: number,
  fetch: Fetch,
): Promise<ServiceAnswer> {
  const response = await fetch(url, {
    method,
    headers: { accept: "application/json", ...headers },
    body,
    signal,
    // A redirect would send the secret elsewhere. "error" would be clearest, but Cloudflare's runtime does not support it.
    redirect: "manual",
  });
  const { status } = response;
  const bytes = await readLimited(response.body, maxAnswerBytes);
  if (!bytes) {
    const summary = `The response is longer than ${maxAnswerBytes} bytes.`;
    throw new HumanApiError("upstream-malformed", { summary, status });
  }
  return { status, headers: response.headers, body: parse(new TextDecoder().decode(bytes)), sentAt };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function logAttempt(url: string, attempt: number, outcome: Outcome, { log, isExpected }: CallSettings): void {
  const { durationMs } = outcome;
  const path = new URL(url).pathname;
  if ("answer" in outcome) {
    log({ level: "info", event: "upstream-answered", path, attempt, durationMs, status: outcome.answer.status });
    return;
  }
  const { failure } = outcome;
  const { code, status, requestId } = failure;
  const facts = { path, attempt, durationMs, status, code, requestId };
  if (isExpected?.(failure)) log({ level: "info", event: "upstream-declined", ...facts });
  else log({ level: "warn", event: "upstream-failed", ...facts });
}
