import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { createSandbox, type Sandbox, type SandboxOptions } from "../src/index.js";

/** A sandbox that ends with its test. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ pace: 0.1, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** An empty folder that ends with its test. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that looks like a built Connect page. */
export function createPageFolder(): URL {
  const folder = createFolder();
  writeFileSync(join(folder, "page.js"), "document.title = 'ready';\n");
  writeFileSync(join(folder, "page.css"), ":root { color: black; }\n");
  return pathToFileURL(`${folder}/`);
}

export interface JsonAnswer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** Asks the token service; the sandbox's own client id and secret are filled in. */
export function askToken(sandbox: Sandbox, fields: Record<string, unknown>): Promise<JsonAnswer> {
  const body = { client_id: sandbox.clientId, client_secret: sandbox.clientSecret, client_user_id: "jane", ...fields };
  return postToken(sandbox, JSON.stringify(body));
}

/** Sends any body to the token service. */
export function postToken(
  sandbox: Sandbox,
  body: BodyInit,
  contentType: string | null = "application/json",
): Promise<JsonAnswer> {
  const headers: Record<string, string> = contentType === null ? {} : { "content-type": contentType };
  return readJson(fetch(`${sandbox.authUrl}/v1/connect/token`, { method: "POST", headers, body }));
}

/** Calls the page's API as the page does. */
export function callPage(
  sandbox: Sandbox,
  path: string,
  { token, method = "GET", body }: { token?: string; method?: string; body?: unknown } = {},
): Promise<JsonAnswer> {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  return readJson(fetch(`${sandbox.connectUrl}/connect/api${path}`, init));
}

async function readJson(pending: Promise<Response>): Promise<JsonAnswer> {
  const response = await pending;
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}
