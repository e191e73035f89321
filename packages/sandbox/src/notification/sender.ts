import type { Clock } from "../base/clock.js";
import { type NotificationType, type PayloadParts, toNotificationPayload } from "./payload.js";
import { signNotification } from "./signature.js";
import type { NotificationSettings } from "./options.js";

/** A sent notification and its outcome. */
export interface Delivery {
  type: NotificationType;
  clientUserId: string;
  /** The exact body and headers, so that a test can send them again, unchanged or modified. */
  body: string;
  headers: Readonly<Record<string, string>>;
  /** `disabled` if the endpoint had failed too often, and nothing was sent. */
  outcome: "delivered" | "failed" | "disabled";
  /** Status of the endpoint's response; undefined without a response within the time. */
  status: number | undefined;
}

export interface NotificationSender {
  send(type: NotificationType, parts: Omit<PayloadParts, "instant">): Promise<Delivery>;
  /** The sent notifications, oldest first; the latest 1000. */
  list(): readonly Delivery[];
  /** Forgets the deliveries and enables a disabled endpoint again. */
  clear(): void;
  /** Aborts every pending delivery. */
  stop(): void;
}

/** The vendor may discard failed notifications and disable a failing endpoint; no number is documented (docs/vendor.md#notifications). */
const mostFailures = 10;
const mostDeliveries = 1000;

/** Sends each notification once: the vendor documents no retries. */
export function createNotificationSender(settings: NotificationSettings, clock: Clock): NotificationSender {
  const stopped = new AbortController();
  let deliveries: Delivery[] = [];
  let failures = 0;

  async function post(body: string, headers: Record<string, string>): Promise<number | undefined> {
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(settings.timeoutMs)]);
    try {
      const response = await fetch(settings.url, { method: "POST", headers, body, signal, redirect: "manual" });
      await response.body?.cancel();
      return response.status;
    } catch {
      return undefined;
    }
  }

  return {
    async send(type, parts) {
      const instant = clock.now();
      const body = toNotificationPayload(type, { ...parts, instant });
      const signed = { secret: settings.secret, timestamp: String(instant), nonce: crypto.randomUUID() };
      const headers = { "content-type": "application/json", ...signNotification(body, signed) };
      const isDisabled = failures >= mostFailures;
      const status = isDisabled ? undefined : await post(body, headers);
      const isDelivered = status === 200;
      failures = isDelivered ? 0 : failures + 1;
      const outcome = isDisabled ? "disabled" : isDelivered ? "delivered" : "failed";
      const delivery: Delivery = { type, clientUserId: parts.user.clientUserId, body, headers, outcome, status };
      deliveries = [...deliveries, delivery].slice(-mostDeliveries);
      return delivery;
    },
    list: () => deliveries,
    clear() {
      deliveries = [];
      failures = 0;
    },
    stop: () => stopped.abort(),
  };
}
