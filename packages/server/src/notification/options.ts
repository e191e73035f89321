import { isMissing } from "../base/credentials.js";
import { isHeaderName } from "../base/header-name.js";
import type { Log } from "../base/log.js";
import type { HumanApiNotification } from "./event.js";
import type { NotificationSignature, SignaturePart } from "./signature.js";
import { timestampFormats } from "./time.js";
import { requireStore, type TokenStore } from "../store/token-store.js";

/** @typeParam Context The framework's second argument, such as Hono's context or Express's request. */
export interface NotificationHandlerOptions<Context = unknown> {
  /** Your application's secret, with which notifications are signed. Without it the response to every request is 500. */
  clientSecret: string;
  /**
   * How notifications are signed, or `"unsigned"` if signatures are not enabled for your application. In that case any client can
   * call the endpoint: do not trust the events, and verify them with the Data API.
   */
  signature: NotificationSignature | "unsigned";
  /**
   * Called for each event, one at a time. If it fails within {@link answerWithinMs}, the response is 500, and Human API may send the
   * event again.
   */
  onNotification: (notification: HumanApiNotification, call: NotificationCall<Context>) => void | Promise<void>;
  /**
   * Returns the id of an event, so that each event is handled once. Default: its `eventId`. An event without an id counts as a
   * duplicate only if exactly the same message is sent twice.
   */
  eventId?: ((event: Readonly<Record<string, unknown>>) => string | undefined) | undefined;
  /** Where handled events are remembered: share one store between your servers, ideally with `add`. Default: the memory of this process. */
  store?: TokenStore | undefined;
  /** How long a handled event is remembered, in milliseconds. Default 86_400_000, a day. */
  rememberMs?: number | undefined;
  /**
   * The longest time that handling one event takes, in milliseconds: a server that has not finished by then counts as crashed, and
   * another one may handle the event. Default 300_000.
   */
  claimMs?: number | undefined;
  /** Largest difference between the timestamp and this server's clock, in milliseconds. Default 300_000. */
  toleranceMs?: number | undefined;
  /** The response is sent after this long at the latest, in milliseconds, while work continues. Default 2500: Human API waits 3000. */
  answerWithinMs?: number | undefined;
  /**
   * Keeps the work alive after the response, on platforms that would end it:
   * `(work, context) => context.executionCtx.waitUntil(work)`. Default: does nothing, which is right for long-running servers.
   */
  waitUntil?: ((work: Promise<void>, context: Context) => void) | undefined;
  /** Longest accepted body, in bytes. Default 1_048_576. */
  maxBytes?: number | undefined;
  /** Receives a record of each response, without the content of events. Default: warnings and errors go to the console. */
  onLog?: Log | undefined;
  /** Current time in milliseconds since 1970, for tests. Default `Date.now`. */
  now?: (() => number) | undefined;
}

export interface NotificationCall<Context> {
  readonly request: Request;
  readonly context: Context;
}

export type NotificationSettings<Context> = Required<Omit<NotificationHandlerOptions<Context>, "store" | "onLog">> &
  Pick<NotificationHandlerOptions<Context>, "store" | "onLog">;

/**
 * Checks the options and applies the defaults.
 *
 * @throws {TypeError} if an option is invalid; the message names the option.
 */
export function resolveNotificationOptions<Context>(
  options: NotificationHandlerOptions<Context>,
): NotificationSettings<Context> {
  const settings: NotificationSettings<Context> = {
    ...options,
    clientSecret: options.clientSecret ?? "",
    eventId: options.eventId ?? readEventId,
    rememberMs: options.rememberMs ?? 86_400_000,
    claimMs: options.claimMs ?? 300_000,
    toleranceMs: options.toleranceMs ?? 300_000,
    answerWithinMs: options.answerWithinMs ?? 2500,
    waitUntil: options.waitUntil ?? (() => {}),
    maxBytes: options.maxBytes ?? 1_048_576,
    now: options.now ?? Date.now,
  };
  if (!isMissing(settings.clientSecret) && typeof settings.clientSecret !== "string")
    throw new TypeError("The option clientSecret of createNotificationHandler has to be a string.");
  if (typeof settings.onNotification !== "function")
    throw new TypeError("createNotificationHandler has no onNotification. Pass a function that handles events.");
  for (const name of ["rememberMs", "claimMs", "toleranceMs", "answerWithinMs", "maxBytes"] as const)
    requireAmount(name, settings);
  requireSignature(settings.signature);
  requireStore(settings.store);
  // A message must be remembered for as long as its timestamp is accepted.
  return { ...settings, rememberMs: Math.max(settings.rememberMs, 2 * settings.toleranceMs) };
}

function readEventId({ eventId }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof eventId === "string" && eventId !== "" ? eventId : undefined;
}

function requireAmount<Name extends string>(name: Name, { [name]: value }: Readonly<Record<Name, number>>): void {
  if (Number.isSafeInteger(value) && value > 0 && value < 2 ** 31) return;
  throw new TypeError(`The option ${name} has to be a whole number from 1 to 2147483647.`);
}

function requireSignature(signature: NotificationSignature | "unsigned" | undefined): void {
  if (signature === "unsigned") return;
  const isComplete =
    signature !== undefined &&
    [signature.timestamp, signature.nonce].every(isPart) &&
    ["hex", "base64"].includes(signature.encoding);
  if (isComplete && signature.format !== undefined && !timestampFormats.includes(signature.format))
    throw new TypeError(`The option signature.format has to be one of ${timestampFormats.join(", ")}, or undefined.`);
  if (isComplete) return;
  throw new TypeError(
    'The option signature has to say how notifications are signed, such as { timestamp: { header: "…" }, nonce: { header: "…" }, ' +
      'encoding: "hex" }. Inspect a notification to your application for the names, or ask Human API\'s support.',
  );
}

function isPart(part: SignaturePart | undefined): boolean {
  const [name] = Object.values(part ?? {}) as unknown[];
  const [place = ""] = Object.keys(part ?? {});
  if (!["header", "query", "field"].includes(place) || typeof name !== "string" || name === "") return false;
  return place !== "header" || isHeaderName(name);
}
