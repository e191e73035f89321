/** The argument of `onNotification`: one event. */
export type HumanApiNotification =
  /** An event of the Health Intelligence Platform, whose fields are documented. */
  | { readonly kind: "hip"; readonly event: HipEvent }
  /** Any other event, such as a connected source. The documentation behind this package does not list its fields: check them. */
  | { readonly kind: "other"; readonly event: Readonly<Record<string, unknown>> };

/** @see docs/vendor.md#notifications */
export interface HipEvent {
  /** ISO 8601. */
  readonly timestamp: string;
  /** The same each time the event is sent. */
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

/** The documented types; other types are passed on unchanged. */
export type HipEventType = "orders.OrderSummaryUpdated" | "integrations.VendorNoteCreated" | (string & {});

/**
 * Reads the body of a notification: an array of events, or a single event.
 *
 * @returns Undefined if it is neither.
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
