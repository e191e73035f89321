import { createHmac, randomUUID } from "node:crypto";
import type { Delivery } from "@human-connect/sandbox";
import {
  createNotificationHandler,
  type HumanApiNotification,
  type NotificationHandlerOptions,
  type NotificationSignature,
} from "../../src/index.js";
import { toNodeHandler } from "../../src/node.js";
import { listen, startSandbox } from "../support/support.js";

/** As the sandbox signs. */
export const signature: NotificationSignature = {
  timestamp: { header: "x-humanapi-timestamp" },
  nonce: { header: "x-humanapi-nonce" },
  encoding: "hex",
};

export const clientSecret = "sandbox-client-secret";

/** An endpoint over HTTP, with what it has heard. */
export async function startEndpoint(options: Partial<NotificationHandlerOptions> = {}) {
  const heard: HumanApiNotification[] = [];
  const handle = createNotificationHandler({
    clientSecret,
    signature,
    onNotification: (notification) => void heard.push(notification),
    onLog: () => {},
    ...options,
  });
  return { url: await listen(toNodeHandler(handle)), heard };
}

export async function startNotifying(options: Partial<NotificationHandlerOptions> = {}) {
  const endpoint = await startEndpoint(options);
  return { ...endpoint, sandbox: await startSandbox({ notifications: { url: endpoint.url } }) };
}

export const replay = (url: string, { body, headers }: Pick<Delivery, "body" | "headers">): Promise<Response> =>
  fetch(url, { method: "POST", headers, body });

export interface Signed {
  body: string;
  headers: Record<string, string>;
}

/** A notification signed by hand. */
export function sign(
  event: unknown,
  { timestamp = String(Date.now()), nonce = randomUUID(), secret = clientSecret } = {},
): Signed {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  const digest = createHmac("sha1", secret).update(`${body}${timestamp}${nonce}`).digest("hex");
  const names = { "x-humanapi-signature": digest, "x-humanapi-timestamp": timestamp, "x-humanapi-nonce": nonce };
  return { body, headers: { "content-type": "application/json", ...names } };
}

export async function codeOf(response: Response): Promise<string | undefined> {
  const text = await response.text();
  return text ? (JSON.parse(text) as { error: { code: string } }).error.code : undefined;
}

/** A promise that somebody else keeps. */
export function createGate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
