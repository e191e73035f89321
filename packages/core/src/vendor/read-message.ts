import { bare } from "../base/bare.js";
import { vendorMessages } from "./vendor-messages.js";

/** A message of the Connect page that passed every check. */
export interface TrustedMessage {
  readonly event: (typeof vendorMessages)[keyof typeof vendorMessages];
  readonly data: Record<string, unknown>;
}

/** Pure: the message, if its type is one of the three that the kit handles. */
export function readMessage(data: unknown): TrustedMessage | undefined {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const { type } = bare(data as { type?: unknown });
  if (typeof type !== "string" || !Object.hasOwn(vendorMessages, type)) return undefined;
  return { event: vendorMessages[type as keyof typeof vendorMessages], data: data as Record<string, unknown> };
}
