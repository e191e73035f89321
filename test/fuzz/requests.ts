import assert from "node:assert/strict";
import fc from "fast-check";
import { hostileText, secretText } from "./hostile-text.ts";
import { assertNoSecret, isRecord } from "./verdicts.ts";

/** A request before it is one, so that a failing case can be read. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: HostileBody;
}

/** `breaks` is a body that ends in an error, `used` one that somebody has read before. */
export type HostileBody =
  | { readonly kind: "none" }
  | { readonly kind: "text" | "chunks" | "breaks" | "used"; text: string };

const methods = [
  "POST",
  "POST",
  "POST",
  "POST",
  "GET",
  "HEAD",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "QUERY",
  "post",
  "pOsT",
];

/** What a header can carry: one line of Latin letters. */
const headerText = hostileText.map((text) => text.replaceAll(/[^\u0020-\u00ff]|\u007f/g, "?"));
const headers: Readonly<Record<string, fc.Arbitrary<string>>> = {
  origin: fc.oneof(
    fc.constantFrom(
      "https://us.example",
      "https://friend.example",
      "https://evil.example",
      "null",
      "https://us.example.evil",
    ),
    headerText,
  ),
  "sec-fetch-site": fc.oneof(fc.constantFrom("same-origin", "same-site", "cross-site", "none"), headerText),
  "content-type": fc.oneof(
    fc.constantFrom(
      "application/json",
      "Application/JSON;charset=utf-8",
      "text/plain",
      "application/x-www-form-urlencoded",
    ),
    fc.constantFrom("multipart/form-data; boundary=x", "application/jsonx", "text/json"),
    headerText,
  ),
  "content-length": fc.oneof(fc.constantFrom("0", "2", "1024", "1025", "9".repeat(30), "-1", "1e3"), headerText),
  "content-encoding": fc.constantFrom("gzip", "br", "identity"),
  "transfer-encoding": fc.constantFrom("chunked", "gzip"),
  host: fc.oneof(fc.constantFrom("us.example", "evil.example"), headerText),
  cookie: secretText,
  authorization: secretText.map((text) => `Bearer ${text}`),
  "access-control-request-method": fc.constantFrom("POST", "GET"),
};

const text = fc.oneof(
  fc.constantFrom("", "{}", "[]", "a".repeat(1024), "a".repeat(1025), "é".repeat(800)),
  fc.tuple(hostileText, secretText).map((parts) => parts.join("")),
);

/** Requests to `https://us.example`, with every header that a handler might look at. */
export const hostileRequest: fc.Arbitrary<HostileRequest> = fc.record({
  method: fc.constantFrom(...methods),
  path: fc.oneof(
    fc.constantFrom("/token", "/token?reason=expired", "/token?reason=invalid&reason=open", "/?__proto__=1"),
    hostileText.map((part) => `/${encodeURIComponent(part.replaceAll(/\p{Surrogate}/gu, ""))}?reason=%`),
  ),
  headers: fc.record(headers, { requiredKeys: [] }),
  body: fc.oneof(
    { arbitrary: fc.constant({ kind: "none" } as const), weight: 2 },
    {
      arbitrary: fc.record({ kind: fc.constantFrom("text", "text", "chunks", "breaks", "used"), text }),
      weight: 1,
    },
  ) as fc.Arbitrary<HostileBody>,
});

/** Makes a request of it. GET and HEAD have no body. */
export async function toRequest({ method, path, headers, body }: HostileRequest): Promise<Request> {
  const isBodiless = method === "GET" || method === "HEAD" || body.kind === "none";
  const request = new Request(`https://us.example${path}`, {
    method,
    headers: headers as Record<string, string>,
    ...(isBodiless ? {} : { body: toBody(body), duplex: "half" }),
  } as RequestInit);
  if (body.kind === "used") await request.text();
  return request;
}

function toBody(body: Exclude<HostileBody, { kind: "none" }>): BodyInit {
  const bytes = new TextEncoder().encode(body.text);
  if (body.kind === "text" || body.kind === "used") return bytes;
  return new ReadableStream({
    start(controller) {
      for (let start = 0; start < bytes.length; start += 400) controller.enqueue(bytes.slice(start, start + 400));
      if (body.kind === "breaks") controller.error(new Error("connection reset"));
      else controller.close();
    },
  });
}

/** A response as it arrives. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the body; undefined when there is no body. */
  readonly body: unknown;
}

/** Fails unless the response has one of these statuses, is kept by nobody, is JSON or empty, and tells no secret. */
export async function receive(response: Response, statuses: readonly number[]): Promise<Received> {
  const { status, headers } = response;
  assert.ok(statuses.includes(status), `the status ${status} is not documented`);
  assert.equal(headers.get("cache-control"), "no-store");
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  const retryAfter = headers.get("retry-after");
  if (retryAfter !== null) assert.match(retryAfter, /^\d+$/);
  const text = await response.text();
  assertNoSecret(text);
  assertNoSecret([...headers].join());
  if (text === "") return { status, headers, body: undefined };
  assert.match(headers.get("content-type") ?? "", /^application\/json/);
  const body: unknown = JSON.parse(text);
  if (status >= 400) {
    assert.ok(isRecord(body) && isRecord(body["error"]));
    const { code, message } = body["error"];
    assert.ok(typeof code === "string" && /^[a-z-]+$/.test(code));
    assert.ok(typeof message === "string" && message.length > 0);
  }
  return { status, headers, body };
}
