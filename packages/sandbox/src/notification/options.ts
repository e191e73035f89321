import { isWithin } from "../base/is-within.js";

/** Options of the notifications. */
export interface NotificationOptions {
  /** Your endpoint, an http or https URL. */
  url: string;
  /** Key of the signature. Default the client secret. */
  secret?: string | undefined;
  /** How long the endpoint may take, in milliseconds. Default 3000, as Human API allows. */
  timeoutMs?: number | undefined;
}

export type NotificationSettings = Required<NotificationOptions>;

/** @throws {TypeError} naming an invalid option. */
export function resolveNotifications(options: NotificationOptions, clientSecret: string): NotificationSettings {
  const { url, secret = clientSecret, timeoutMs = 3000 } = options;
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol !== "http:" && protocol !== "https:")
    throw new TypeError("The option notifications.url must be an http or https URL.");
  if (typeof secret !== "string" || secret === "") throw new TypeError("The option notifications.secret is empty.");
  if (!isWithin(timeoutMs, 2 ** 31 - 1) || timeoutMs === 0)
    throw new TypeError("The option notifications.timeoutMs must be a whole number of milliseconds, 1 or more.");
  return { url, secret, timeoutMs };
}
