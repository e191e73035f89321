import type { User } from "../world/state.js";

/** Types of notification: the first two have the sandbox's own form, the others that of the Health Intelligence Platform. */
export type NotificationType = (typeof notificationTypes)[number];

export const notificationTypes = [
  "connect",
  "disconnect",
  "orders.OrderSummaryUpdated",
  "integrations.VendorNoteCreated",
] as const;

export interface PayloadParts {
  user: Pick<User, "humanId" | "clientId" | "clientUserId">;
  /** The connected or disconnected source. */
  source: { id: string; name: string } | undefined;
  /** One event each. */
  eventIds: readonly string[];
  /** Milliseconds since 1970. */
  instant: number;
}

/**
 * The body of a notification: for the platform an array of events, as the vendor documents it; for sources, whose body is not
 * documented, one object.
 *
 * @see docs/vendor.md#notifications
 */
export function toNotificationPayload(type: NotificationType, parts: PayloadParts): string {
  const { user, source, eventIds, instant } = parts;
  const { humanId, clientId, clientUserId } = user;
  const timestamp = new Date(instant).toISOString();
  if (type === "connect" || type === "disconnect") {
    return JSON.stringify({ eventId: eventIds[0], type, timestamp, humanId, clientId, clientUserId, source });
  }
  const [eventGroup] = type.split(".");
  const events = eventIds.map((eventId) => ({
    timestamp,
    eventId,
    eventType: type,
    eventGroup,
    orderId: "sandbox-order",
    humanId,
    clientId,
    userId: humanId,
    clientUserId,
    clientData: {},
    eventPayload: eventPayloads[type],
  }));
  return JSON.stringify(events);
}

const eventPayloads = {
  "orders.OrderSummaryUpdated": { orderState: "in-progress" },
  "integrations.VendorNoteCreated": { note: "A note of the sandbox." },
};
