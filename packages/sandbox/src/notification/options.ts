import { isWithin } from "../base/is-within.js";

/** Where notifications go. */
export interface NotificationOptions {
  /** Your endpoint, http or https. */
  url: string;
  /** What they are signed with. Default the client secret. */
  secret?: string;
  /** How long the endpoint may take, in milliseconds. Default 3000, which is what Human API gives. */
  timeoutMs?: number;
}

export type NotificationSettings = Required<NotificationOptions>;

/** @throws {TypeError} naming an option that makes no sense. */
export function resolveNotifications(options: NotificationOptions, clientSecret: string): NotificationSettings {
  const { url, secret = clientSecret, timeoutMs = 3000 } = options;
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol !== "http:" && protocol !== "https:")
    throw new TypeError("The option notifications.url has to be an http or https URL.");
  if (typeof secret !== "string" || secret === "") throw new TypeError("The option notifications.secret is empty.");
  if (!isWithin(timeoutMs, 2 ** 31 - 1) || timeoutMs === 0)
    throw new TypeError("The option notifications.timeoutMs has to be a whole number of milliseconds, 1 or more.");
  return { url, secret, timeoutMs };
}
