import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";

/** What the mounts of one file stand on: a sandbox, and a place that hears of events. */
export interface Stage {
  readonly sandbox: Sandbox;
  /** Events that were heard, oldest first. */
  readonly heard: unknown[];
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export async function createStage(): Promise<Stage> {
  const sandbox = await createSandbox();
  const heard: unknown[] = [];
  const ear = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += String(chunk);
    heard.push(JSON.parse(text));
    response.end();
  }).listen(0, "127.0.0.1");
  await once(ear, "listening");
  return {
    sandbox,
    heard,
    environment: {
      HUMAN_API_CLIENT_ID: sandbox.clientId,
      HUMAN_API_CLIENT_SECRET: sandbox.clientSecret,
      HUMAN_API_AUTH_URL: sandbox.authUrl,
      HEARD_URL: `http://127.0.0.1:${(ear.address() as AddressInfo).port}`,
    },
    async close() {
      ear.close();
      ear.closeAllConnections();
      await sandbox.close();
    },
  };
}

/** A notification as the sandbox signs it. */
export function sign(event: object, secret: string): { method: "POST"; body: string; headers: Record<string, string> } {
  const [body, timestamp, nonce] = [JSON.stringify(event), String(Date.now()), randomUUID()];
  const digest = createHmac("sha1", secret).update(`${body}${timestamp}${nonce}`).digest("hex");
  const names = { "x-humanapi-signature": digest, "x-humanapi-timestamp": timestamp, "x-humanapi-nonce": nonce };
  return { method: "POST", body, headers: { "content-type": "application/json", ...names } };
}
