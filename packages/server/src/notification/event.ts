/** What `onNotification` hears of, one event at a time. */
export type HumanApiNotification =
  /** Of the Health Intelligence Platform, whose fields are documented. */
  | { readonly kind: "hip"; readonly event: HipEvent }
  /** Anything else, such as a source that was connected. Its fields are not documented where this was written from: check them. */
  | { readonly kind: "other"; readonly event: Readonly<Record<string, unknown>> };

/** @see docs/vendor.md#notifications */
export interface HipEvent {
  /** ISO 8601. */
  readonly timestamp: string;
  /** The same however often the event is sent. */
  readonly eventId: string;
  readonly eventType: HipEventType;
  readonly eventGroup: string;
  readonly orderId: string;
  readonly humanId: string;
  readonly clientId: string;
  readonly userId: string;
  /** Your own id of the user. */
  readonly clientUserId: string;
  readonly clientData: unknown;
  /** Depends on the type. */
  readonly eventPayload: unknown;
}

/** The documented types; another one is passed on as it is. */
export type HipEventType = "orders.OrderSummaryUpdated" | "integrations.VendorNoteCreated" | (string & {});

/**
 * Reads the body of a notification: an array of events, or one alone.
 *
 * @returns Undefined when it is neither.
 */
export function readNotifications(body: unknown): HumanApiNotification[] | undefined {
  const events: unknown[] = Array.isArray(body) ? body : [body];
  return events.every(isRecord) ? events.map(toNotification) : undefined;
}

function toNotification(event: Record<string, unknown>): HumanApiNotification {
  return isHipEvent(event) ? { kind: "hip", event } : { kind: "other", event };
}

const hipTexts = ["eventId", "eventType", "eventGroup", "timestamp"];

const isHipEvent = (event: Record<string, unknown>): event is Record<string, unknown> & HipEvent =>
  hipTexts.every((name) => typeof event[name] === "string" && event[name] !== "");

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
