import { requireCredentials } from "../base/credentials.js";
import { createOwnStore, guardStore } from "../store/guarded-store.js";
import { type Reply, errorReply } from "../reply/json-reply.js";
import { createLog, type Log, type LogRecord, type NotificationAnswered } from "../base/log.js";
import { toLoggedError } from "../base/logged-error.js";
import { createOnce, type Once, type Outcome } from "./once.js";
import { type HumanApiNotification, readNotifications } from "./event.js";
import { type NotificationHandlerOptions, type NotificationSettings, resolveNotificationOptions } from "./options.js";
import { createSignatureCheck, type SignatureCheck, type SignatureFault } from "./signature.js";
import { incomplete, receiveBody } from "../reply/receive-body.js";
import { serve } from "../reply/serve.js";
import { createOwnerHash } from "../store/owners.js";
import { DeadlineError, withDeadline } from "../base/with-deadline.js";

/** @param context The framework's second argument, passed on to `onNotification` and `waitUntil`. */
export type NotificationHandler<Context = unknown> = (request: Request, context?: Context) => Promise<Response>;

/**
 * Creates the endpoint for Human API's notifications about sources, data and orders. It verifies the signature over the raw body,
 * refuses late notifications, handles each event once, and responds within three seconds while longer work continues.
 *
 * @returns A function from Request to Response. It never rejects.
 * @throws {TypeError} if an option is invalid; the message names the option.
 * @example
 * export const POST = createNotificationHandler({ clientSecret, signature, onNotification: ({ event }) => queue.add(event) });
 * @see docs/vendor.md#notifications
 */
export function createNotificationHandler<Context = unknown>(
  options: NotificationHandlerOptions<Context>,
): NotificationHandler<Context> {
  const settings = resolveNotificationOptions(options);
  const { clientSecret, signature, rememberMs, claimMs, answerWithinMs, now } = settings;
  // A long wait for the store is harmless while the response is in time; without the store another server may handle the same event.
  const timeoutMs = Math.max(500, Math.floor(0.6 * answerWithinMs));
  const log = createLog(settings.onLog);
  const store = settings.store
    ? guardStore(settings.store, { timeoutMs, now, log, keepsSpare: true })
    : createOwnStore(now);
  const hash = createOwnerHash(clientSecret, ["notifications"]);
  const once = createOnce({ store, hash, rememberMs, claimMs, now });
  const check = signature === "unsigned" ? undefined : createSignatureCheck({ ...settings, signature });
  const pending = { bytes: 0 };

  return serve<Context>(
    {
      reply: (request, context, startedAt) =>
        receive(request, context, { settings, once, check, pending, log, startedAt }),
      failure: errorReply(
        500,
        "handler-failed",
        "The notification endpoint failed. See the server's log for the error.",
      ),
      toRecord,
    },
    log,
  );
}

function toRecord({ status, error, counts = noEvents }: NotificationReply, durationMs: number): LogRecord {
  const level = status === 500 ? "error" : status >= 400 ? "warn" : "info";
  return { level, event: "notification-answered", status, durationMs, ...counts, ...error };
}

/** A reply with what the log tells about the events. */
interface NotificationReply extends Reply {
  readonly counts?: Pick<NotificationAnswered, "events" | "duplicates" | "isUnfinished">;
}

const noEvents = { events: 0, duplicates: 0, isUnfinished: false };

interface HandlerParts<Context> {
  readonly settings: NotificationSettings<Context>;
  readonly once: Once;
  readonly check: SignatureCheck | undefined;
  /** Size of the notifications that are being handled, in bytes of their bodies. */
  readonly pending: { bytes: number };
  readonly log: Log;
  readonly startedAt: number;
}

/** Progress on the events of one notification. */
interface Work {
  readonly events: number;
  duplicates: number;
  failures: number;
  isFinished: boolean;
  /** When all events that another call or server is handling may be tried again, in milliseconds since 1970; 0 without such events. */
  othersUntil: number;
  /** The store has not told yet whether another server is handling an event. */
  isUndecided: boolean;
}

async function receive<Context>(
  request: Request,
  context: Context,
  parts: HandlerParts<Context>,
): Promise<NotificationReply> {
  const { settings, check, pending } = parts;
  if (request.method !== "POST") return errorReply(405, "method-not-allowed", "Use POST.", { allow: "POST" });
  const { clientSecret } = settings;
  requireCredentials({ clientSecret });
  const bytes = await receiveBody(request, settings.maxBytes);
  if (bytes === "too-large")
    return errorReply(413, "body-too-large", `The request body is longer than maxBytes, ${settings.maxBytes} bytes.`);
  if (bytes === "incomplete") return errorReply(...incomplete);
  if (bytes === "consumed" || (bytes.byteLength === 0 && announcesBody(request)))
    return errorReply(500, "body-consumed", consumed);
  const body = parse(bytes);
  const checked = await check?.({ request, bytes, body });
  if (checked?.fault) return errorReply(401, checked.fault, faults[checked.fault]);
  const notifications = readNotifications(body);
  if (!notifications)
    return errorReply(400, "body-malformed", "The request body is neither an event nor an array of events.");
  // Work that continues after the response occupies memory, and callers decide how much of it there is.
  if (pending.bytes + bytes.byteLength > mostPending * settings.maxBytes)
    return errorReply(503, "too-busy", "Too many notifications are being handled. Send this one again.", {
      "retry-after": "30",
    });
  const call = { digest: checked?.digest, size: bytes.byteLength, request, context };
  return perform(notifications, call, parts);
}

/** Limit of pending work, as a multiple of `maxBytes`. */
const mostPending = 16;

const announcesBody = ({ headers }: Request): boolean =>
  Number(headers.get("content-length")) > 0 || headers.has("transfer-encoding");

interface Call<Context> {
  /** Identifies the message; undefined if it was not signed. */
  readonly digest: string | undefined;
  /** Size of the body in bytes. */
  readonly size: number;
  readonly request: Request;
  readonly context: Context;
}

async function perform<Context>(
  notifications: readonly HumanApiNotification[],
  call: Call<Context>,
  parts: HandlerParts<Context>,
): Promise<NotificationReply> {
  const { settings, startedAt } = parts;
  const work: Work = {
    events: notifications.length,
    duplicates: 0,
    failures: 0,
    isFinished: false,
    othersUntil: 0,
    isUndecided: false,
  };
  const done = workThrough(notifications, work, call, parts);
  settings.waitUntil(done, call.context);
  const leftMs = Math.max(0, startedAt + settings.answerWithinMs - Date.now());
  try {
    await withDeadline(leftMs, undefined, () => done);
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
  }
  const { events, duplicates, isFinished } = work;
  return { ...toReply(work, settings.now()), counts: { events, duplicates, isUnfinished: !isFinished } };
}

/** Events that are not finished have to be sent again: the server that is handling them may crash. */
function toReply({ failures, othersUntil, isUndecided }: Work, now: number): Reply {
  if (failures > 0)
    return errorReply(
      500,
      "handler-failed",
      "Some of the events could not be handled. See the server's log for the error.",
    );
  if (othersUntil === 0 && !isUndecided) return { status: 200 };
  const headers = { "retry-after": String(Math.max(1, Math.ceil((othersUntil - now) / 1000))) };
  return errorReply(
    503,
    "being-worked-on",
    "Some of the events are still being handled. Send this notification again.",
    headers,
  );
}

/** Handles the events one by one, in the order in which they were sent. Never rejects. */
async function workThrough<Context>(
  notifications: readonly HumanApiNotification[],
  work: Work,
  { digest, size, request, context }: Call<Context>,
  { settings, once, pending, log }: HandlerParts<Context>,
): Promise<void> {
  pending.bytes += size;
  for (const [index, notification] of notifications.entries()) {
    try {
      const tell = async (): Promise<void> => settings.onNotification(notification, { request, context });
      const id = identify(notification, { digest, index }, settings);
      if (id === undefined) await tell();
      else await follow(await decide(once, id, tell, work), work);
    } catch (error) {
      work.failures += 1;
      log({ level: "error", event: "handler-failed", error: toLoggedError(error) });
    }
  }
  pending.bytes -= size;
  work.isFinished = true;
}

/** Handles an event, unless it is done or claimed by another server. Until the store has told, no 200 may be sent for it. */
async function decide(once: Once, id: string, tell: () => Promise<void>, work: Work): Promise<Outcome> {
  work.isUndecided = true;
  try {
    return await once(id, () => {
      work.isUndecided = false;
      return tell();
    });
  } finally {
    work.isUndecided = false;
  }
}

/** Waits for work that this server has begun before, and records events that other servers are handling. */
async function follow(outcome: Outcome, work: Work): Promise<void> {
  if (outcome === "done") return;
  const before = work.othersUntil;
  let last: Outcome = outcome;
  while (typeof last === "object") {
    work.othersUntil = Math.max(before, last.until);
    if (!last.ended) return;
    last = await last.ended;
  }
  work.othersUntil = before;
  work.duplicates += 1;
}

function identify<Context>(
  { event }: HumanApiNotification,
  { digest, index }: { digest: string | undefined; index: number },
  { eventId }: NotificationSettings<Context>,
): string | undefined {
  const id = eventId(event as Readonly<Record<string, unknown>>);
  if (id !== undefined) return JSON.stringify(["event", id]);
  return digest === undefined ? undefined : JSON.stringify(["message", digest, index]);
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const faults: Readonly<Record<SignatureFault, string>> = {
  "signature-missing": "The signature, its timestamp or its nonce is missing.",
  "signature-invalid": "The signature does not match this body, timestamp and nonce.",
  "timestamp-unreadable":
    "The timestamp is not in an unambiguous format. Set its format: signature.format, such as " +
    '"iso-utc" for ISO 8601 without a time zone.',
  "notification-late":
    "The timestamp differs from this server's clock by more than toleranceMs. Check the clock of this server.",
};

const consumed =
  "The request body has already been read. Mount this handler before any body parser, or let the parser keep the bytes in request.rawBody.";
