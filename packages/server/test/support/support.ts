import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createSandbox, type Sandbox, type SandboxOptions } from "@human-connect/sandbox";
import { onTestFinished } from "vitest";
import { createHumanApi, type HumanApi, type HumanApiOptions, type LogRecord } from "../../src/index.js";

/** A sandbox that ends with its test. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Human API on a sandbox: quiet, and without pauses between attempts. */
export function createApi(sandbox: Sandbox, options: Partial<HumanApiOptions> = {}): HumanApi {
  const { authUrl, userUrl, dataUrl, clientId, clientSecret } = sandbox;
  return createHumanApi({
    authUrl,
    userUrl,
    dataUrl,
    clientId,
    clientSecret,
    onLog: () => {},
    random: () => 0,
    ...options,
  });
}

/** How often the token service of a sandbox was called. */
export const countCalls = (sandbox: Sandbox): number =>
  sandbox.requests.filter(({ pathname }) => pathname === "/v1/connect/token").length;

export interface ReceivedCall {
  path: string;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
}

/** What a hand-written service answers with. A function does whatever it likes with the connection. */
export type ScriptedAnswer =
  | { status?: number; headers?: Record<string, string>; json?: unknown; text?: string }
  | ((response: ServerResponse, request: IncomingMessage) => void);

export interface ScriptedService {
  url: string;
  /** What has arrived, oldest first. */
  calls: ReceivedCall[];
}

/** A service on a port of its own that gives these answers one after the other, and the last one for ever. */
export async function startService(...answers: [ScriptedAnswer, ...ScriptedAnswer[]]): Promise<ScriptedService> {
  const calls: ReceivedCall[] = [];
  const url = await listen(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString() || "{}") as Record<string, unknown>;
    calls.push({ path: request.url ?? "", headers: request.headers, body });
    const answer = answers[Math.min(calls.length, answers.length) - 1]!;
    if (typeof answer === "function") return answer(response, request);
    const { status = 200, headers = {}, json, text } = answer;
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(text ?? JSON.stringify(json ?? {}));
  });
  return { url, calls };
}

/** Serves on any free port until the test is over. @returns The origin. */
export async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Human API on a hand-written service, which stands in for all of its services. */
export function createApiOn(url: string, options: Partial<HumanApiOptions> = {}): HumanApi {
  return createHumanApi({
    clientId: "client-id",
    clientSecret: secret,
    authUrl: url,
    userUrl: url,
    onLog: () => {},
    random: () => 0,
    ...options,
  });
}

export const secret = "s3cret-0f-the-4pplication";

/** A session token's answer with a token that tells its number. */
export const sessionAnswer = (token = "session-1", expiresIn = 3600): ScriptedAnswer => ({
  json: { session_token: token, human_id: "human-1", expires_in: expiresIn },
});

/** A clock that stands still until it is moved. */
export interface TestClock {
  (): number;
  pass(milliseconds: number): void;
}

export function createClock(start: number = Date.now()): TestClock {
  let now = start;
  return Object.assign(() => now, {
    pass(milliseconds: number) {
      now += milliseconds;
    },
  });
}

/** A log that can be looked at. */
export function createLogBook(): { records: LogRecord[]; onLog: (record: LogRecord) => void; events(): string[] } {
  const records: LogRecord[] = [];
  return {
    records,
    onLog: (record) => void records.push(record),
    events: () => records.map(({ event }) => event),
  };
}

/** How a promise ended, for tables. */
export async function outcomeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    return await promise;
  } catch (error) {
    return error;
  }
}
