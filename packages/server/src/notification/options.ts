import { isMissing } from "../base/credentials.js";
import type { Log } from "../base/log.js";
import type { HumanApiNotification } from "./event.js";
import type { NotificationSignature, SignaturePart } from "./signature.js";
import { timestampFormats } from "./time.js";
import { requireStore, type TokenStore } from "../store/token-store.js";

/** @typeParam Context What a framework gives beside the request, such as Hono's context or Express's request. */
export interface NotificationHandlerOptions<Context = unknown> {
  /** Your application's secret, which notifications are signed with. Without it every call is answered 500. */
  clientSecret: string;
  /**
   * How they are signed, or `"unsigned"` when signatures are not enabled for your application. Then anybody can call the
   * endpoint: believe nothing that it says, and look things up in the Data API.
   */
  signature: NotificationSignature | "unsigned";
  /**
   * Hears of each event, one after the other. When it fails within {@link answerWithinMs}, Human API is told and may send the
   * event again.
   */
  onNotification: (notification: HumanApiNotification, call: NotificationCall<Context>) => void | Promise<void>;
  /**
   * Tells one event from all others, so that it is worked on once. Default its `eventId`. An event without one is known again
   * only when the very same message comes twice.
   */
  eventId?: (event: Readonly<Record<string, unknown>>) => string | undefined;
  /** Where events are remembered: one that your servers share, best with `add`. Default this process's memory. */
  store?: TokenStore;
  /** How long an event is remembered, in milliseconds. Default 86_400_000, a day. */
  rememberMs?: number;
  /**
   * The longest that your work on one event takes, in milliseconds: whoever has not finished it by then has crashed, and another
   * server may work on it. Default 300_000.
   */
  claimMs?: number;
  /** How far the time of sending may be from ours, in milliseconds. Default 300_000. */
  toleranceMs?: number;
  /** The answer is sent after this long, in milliseconds, while work goes on. Default 2500: Human API waits for 3000. */
  answerWithinMs?: number;
  /**
   * Keeps the work alive after the answer, where a platform would end it: `(work, context) => context.executionCtx.waitUntil(work)`.
   * Default nothing, which is right for servers that run on.
   */
  waitUntil?: (work: Promise<void>, context: Context) => void;
  /** A longer body is refused, in bytes. Default 1_048_576. */
  maxBytes?: number;
  /** Hears of each answer, without anything of the events. Default: warnings and errors go to the console. */
  onLog?: Log;
  /** Milliseconds since 1970, for tests. Default `Date.now`. */
  now?: () => number;
}

export interface NotificationCall<Context> {
  readonly request: Request;
  readonly context: Context;
}

export type NotificationSettings<Context> = Required<Omit<NotificationHandlerOptions<Context>, "store" | "onLog">> &
  Pick<NotificationHandlerOptions<Context>, "store" | "onLog">;

/**
 * Fills the defaults in.
 *
 * @throws {TypeError} naming the option that makes no sense.
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
    throw new TypeError("The option clientSecret of createNotificationHandler has to be a text.");
  if (typeof settings.onNotification !== "function")
    throw new TypeError("createNotificationHandler has no onNotification. Give a function that hears of events.");
  for (const name of ["rememberMs", "claimMs", "toleranceMs", "answerWithinMs", "maxBytes"] as const)
    requireAmount(name, settings);
  requireSignature(settings.signature);
  requireStore(settings.store);
  // A message that is still timely must not have been forgotten.
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
    throw new TypeError(`The option signature.format has to be one of ${timestampFormats.join(", ")}, or be left out.`);
  if (isComplete) return;
  throw new TypeError(
    'The option signature has to say how notifications are signed, such as { timestamp: { header: "…" }, nonce: { header: "…" }, ' +
      'encoding: "hex" }. Look at a notification of yours for the names, or ask Human API\'s support.',
  );
}

function isPart(part: SignaturePart | undefined): boolean {
  const [name] = Object.values(part ?? {}) as unknown[];
  const [place = ""] = Object.keys(part ?? {});
  return ["header", "query", "field"].includes(place) && typeof name === "string" && name !== "";
}
