import { guardStore } from "./guarded-store.js";
import { type Answer, refuse, toResponse } from "./json-answer.js";
import { createLog, type Log } from "./log.js";
import { toLoggedError } from "./logged-error.js";
import { createMemoryStore } from "./memory-store.js";
import { createClaims, type Claims } from "./notification-claims.js";
import { type HumanApiNotification, readNotifications } from "./notification-event.js";
import {
  type NotificationHandlerOptions,
  type NotificationSettings,
  resolveNotificationOptions,
} from "./notification-options.js";
import { createSignatureCheck, type SignatureCheck, type SignatureFault } from "./notification-signature.js";
import { readLimited } from "./read-limited.js";
import { createStoreKeys } from "./store-keys.js";
import { DeadlineError, withDeadline } from "./with-deadline.js";

/** @param context What the framework gives; it is handed on to `onNotification` and `waitUntil`. */
export type NotificationHandler<Context = unknown> = (request: Request, context?: Context) => Promise<Response>;

/**
 * The endpoint that Human API tells about sources, data and orders. It checks the signature over the body as it came, refuses
 * what is late, works on each event once, and answers within three seconds while longer work goes on.
 *
 * @returns A function from Request to Response. It never rejects.
 * @throws {TypeError} naming an option that makes no sense.
 * @example
 * export const POST = createNotificationHandler({ clientSecret, signature, onNotification: ({ event }) => queue.add(event) });
 * @see VENDOR.md 4.3
 */
export function createNotificationHandler<Context = unknown>(
  options: NotificationHandlerOptions<Context>,
): NotificationHandler<Context> {
  const settings = resolveNotificationOptions(options);
  const { clientSecret, signature, rememberMs, now } = settings;
  const log = createLog(settings.onLog);
  const store = guardStore(settings.store ?? createMemoryStore({ now }), { timeoutMs: 500, now, log });
  const claims = createClaims({ store, keys: createStoreKeys(clientSecret, ["notifications"]), rememberMs });
  const check = signature === "unsigned" ? undefined : createSignatureCheck({ ...settings, signature });
  const pending = { bytes: 0 };

  return async (request, context) => {
    const startedAt = Date.now();
    const parts = { settings, claims, check, pending, log, startedAt };
    const { answer, work } = await receive(request, context as Context, parts).catch((error: unknown): Received => {
      log({ level: "error", event: "handler-failed", error: toLoggedError(error) });
      return { answer: refuse(500, "handler-failed", "The notification endpoint failed. The server's log says why.") };
    });
    const { status, error } = answer;
    const level = status === 500 ? "error" : status >= 400 ? "warn" : "info";
    const { events = 0, duplicates = 0, isFinished = true } = work ?? {};
    const durationMs = Date.now() - startedAt;
    const counts = { events, duplicates, isUnfinished: !isFinished };
    log({ level, event: "notification-answered", status, durationMs, ...counts, ...error });
    return toResponse(answer);
  };
}

interface HandlerParts<Context> {
  readonly settings: NotificationSettings<Context>;
  readonly claims: Claims;
  readonly check: SignatureCheck | undefined;
  /** How much is being worked on, in bytes of bodies. */
  readonly pending: { bytes: number };
  readonly log: Log;
  readonly startedAt: number;
}

/** What becomes of the events of one notification. */
interface Work {
  readonly events: number;
  duplicates: number;
  failures: number;
  isFinished: boolean;
}

interface Received {
  readonly answer: Answer;
  readonly work?: Work;
}

async function receive<Context>(request: Request, context: Context, parts: HandlerParts<Context>): Promise<Received> {
  const { settings, check, pending } = parts;
  if (request.method !== "POST") return { answer: refuse(405, "method-not-allowed", "Use POST.", { allow: "POST" }) };
  const isUsed = request.bodyUsed;
  const bytes = isUsed ? new Uint8Array() : await readLimited(request.body, settings.maxBytes);
  if (!bytes) return { answer: refuse(413, "body-too-large", `The body is longer than ${settings.maxBytes} bytes.`) };
  if (bytes.byteLength === 0 && (isUsed || announcesBody(request)))
    return { answer: refuse(500, "body-consumed", consumed) };
  const body = parse(bytes);
  const checked = await check?.({ request, bytes, body });
  if (checked?.fault) return { answer: refuse(401, checked.fault, faults[checked.fault]) };
  const notifications = readNotifications(body);
  if (!notifications) return { answer: refuse(400, "body-malformed", "The body is no event, and no array of events.") };
  // Work that goes on after the answer is held in memory, and whoever may call decides how much comes.
  if (pending.bytes + bytes.byteLength > mostPending * settings.maxBytes)
    return {
      answer: refuse(503, "too-busy", "Too much is being worked on. Send this again.", { "retry-after": "30" }),
    };
  const call = { digest: checked?.digest, size: bytes.byteLength, request, context };
  return perform(notifications, call, parts);
}

/** Bodies of the greatest length. */
const mostPending = 16;

const announcesBody = ({ headers }: Request): boolean =>
  Number(headers.get("content-length")) > 0 || headers.has("transfer-encoding");

interface Call<Context> {
  /** What the message is known by; undefined when it was not signed. */
  readonly digest: string | undefined;
  /** Of the body, in bytes. */
  readonly size: number;
  readonly request: Request;
  readonly context: Context;
}

async function perform<Context>(
  notifications: readonly HumanApiNotification[],
  call: Call<Context>,
  parts: HandlerParts<Context>,
): Promise<Received> {
  const { settings, startedAt } = parts;
  const work: Work = { events: notifications.length, duplicates: 0, failures: 0, isFinished: false };
  const done = workThrough(notifications, work, call, parts);
  settings.waitUntil(done, call.context);
  const leftMs = Math.max(0, startedAt + settings.answerWithinMs - Date.now());
  try {
    await withDeadline(leftMs, undefined, () => done);
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
  }
  if (work.isFinished && work.failures > 0) {
    const message = "Some of the events could not be worked on. The server's log says why.";
    return { answer: refuse(500, "handler-failed", message), work };
  }
  return { answer: { status: 200 }, work };
}

/** One after the other, as they were sent. Never rejects. */
async function workThrough<Context>(
  notifications: readonly HumanApiNotification[],
  work: Work,
  { digest, size, request, context }: Call<Context>,
  { settings, claims, pending, log }: HandlerParts<Context>,
): Promise<void> {
  pending.bytes += size;
  for (const [index, notification] of notifications.entries()) {
    try {
      const tell = async (): Promise<void> => settings.onNotification(notification, { request, context });
      const id = identify(notification, { digest, index }, settings);
      const outcome = id === undefined ? await tell() : await claims.once(id, tell);
      if (outcome === "duplicate") work.duplicates += 1;
    } catch (error) {
      work.failures += 1;
      log({ level: "error", event: "handler-failed", error: toLoggedError(error) });
    }
  }
  pending.bytes -= size;
  work.isFinished = true;
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
  "signature-invalid": "The signature does not belong to this body, timestamp and nonce.",
  "timestamp-unreadable":
    "The time of sending is in no form that can be read in one way alone. Say how it is written: signature.format, such as " +
    '"iso-utc" for ISO 8601 without a zone.',
  "notification-late": "The notification was sent at another time. Check the clock of this server.",
};

const consumed = "Something has read the body before. Mount this handler before any body parser.";
