import assert from "node:assert/strict";
import { createHumanApi, createTokenHandler, type ClientUser, type LogRecord } from "@human-connect/server";
import fc from "fast-check";
import { describe } from "vitest";
import { hostileJson, objectOf } from "./arbitraries.ts";
import { hostileText, mark, secretText } from "./hostile-text.ts";
import { hostileRequest, receive, toRequest, type HostileRequest } from "./requests.ts";
import { fuzzAsync } from "./runs.ts";
import { assertNoPollution, assertNoSecret, isRecord } from "./verdicts.ts";

/** One answer of the token service; without a status it is a failing network. */
interface Upstream {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const fields = ["session_token", "id_token", "expires_in", "human_id", "errorCode", "code", "error", "message"];
const plain = fc.constantFrom<unknown>(
  "token-1",
  3600,
  "3600",
  -1,
  1e308,
  null,
  "NOT_AUTHORIZED",
  "UNKNOWN_CLIENT_USER_ID",
);
const upstreamBody = fc
  .tuple(
    objectOf(
      fields,
      fc.oneof({ arbitrary: plain, weight: 4 }, { arbitrary: hostileJson("valueOf", "error"), weight: 1 }),
    ),
    objectOf(["access_token", "id_refresh_token", "client_secret", "client_token"], secretText),
  )
  .map(([open, secret]) => JSON.stringify({ ...open, ...secret }));
const upstream: fc.Arbitrary<Upstream> = fc.record(
  {
    status: fc.constantFrom(200, 200, 200, 201, 202, 301, 400, 401, 403, 403, 404, 418, 429, 500, 503),
    headers: fc.record(
      {
        "retry-after": fc.constantFrom(
          "1",
          "0",
          "-1",
          "1.5",
          "999999999",
          "9999999999",
          "Wed, 21 Oct 2099 07:28:00 GMT",
          "x",
        ),
        date: fc.constantFrom("Wed, 21 Oct 2099 07:28:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "never"),
        "x-humanapi-request-id": fc.oneof(fc.constantFrom("id-1"), secretText),
        location: fc.constant(`https://evil.example/${mark}`),
      },
      { requiredKeys: [] },
    ),
    body: fc.oneof({ arbitrary: upstreamBody, weight: 5 }, { arbitrary: fc.oneof(hostileText, secretText), weight: 1 }),
  },
  { requiredKeys: ["headers", "body"] },
);

const user = fc.oneof(
  fc.constantFrom<unknown>("jane§", { clientUserId: "§jane", clientUserEmail: "§jane@example.org" }, null, undefined),
  fc.constantFrom<unknown>("", " ", "undefined", "[object Object]", "\ud800§", 7, [], {
    clientUserId: "§",
    clientUserEmail: 7,
  }),
  fc.constantFrom<unknown>(new Error("no database: password=§a§7§"), new TypeError("client_secret=§a§7§")),
  hostileText,
);

interface Case {
  readonly request: HostileRequest;
  /** What `identify` gives; an error is thrown. */
  readonly user: unknown;
  readonly waitSeconds: number;
  readonly exposeHumanId: boolean;
  readonly upstream: readonly Upstream[];
}

const exposeHumanId = fc.boolean();
const service = fc.array(upstream, { minLength: 1, maxLength: 3 });
const hostileCalls: fc.Arbitrary<Case> = fc.record({
  request: hostileRequest,
  user,
  waitSeconds: fc.constantFrom(0, 0, 0, 0, 0.2, 60, -1, Number.NaN),
  exposeHumanId,
  upstream: service,
});
const hostileServices: fc.Arbitrary<Case> = fc.record({
  request: fc.constantFrom("/token", "/token?reason=expired").map((path): HostileRequest => ({
    method: "POST",
    path,
    headers: { "sec-fetch-site": "same-origin", cookie: mark },
    body: { kind: "none" },
  })),
  user: fc.constant("jane§"),
  waitSeconds: fc.constant(0),
  exposeHumanId,
  upstream: service,
});

const allowed = "https://friend.example";
const statuses = [200, 204, 400, 401, 403, 405, 413, 415, 429, 500, 502, 503];

/** An endpoint with the real `createHumanApi` on a service that gives these answers, the last one for ever. */
function createEndpoint({ user, waitSeconds, exposeHumanId, upstream }: Case) {
  const records: LogRecord[] = [];
  const onLog = (record: LogRecord): void => void records.push(record);
  let identified = 0;
  let calls = 0;
  const humanApi = createHumanApi({
    clientId: "client-id",
    clientSecret: "§client§secret§",
    retries: 0,
    onLog,
    fetch: async () => {
      const { status, headers, body } = upstream[Math.min(calls, upstream.length - 1)]!;
      calls += 1;
      if (status === undefined) throw new TypeError("fetch failed", { cause: new Error("ECONNRESET") });
      return new Response(body, { status, headers: { ...headers } });
    },
  });
  const handle = createTokenHandler({
    humanApi,
    identify() {
      identified += 1;
      if (user instanceof Error) throw user;
      return user as ClientUser;
    },
    rateLimit: () => waitSeconds,
    allowedOrigins: [allowed],
    exposeHumanId,
    onLog,
  });
  return { handle, records, identified: () => identified };
}

/** Whether a browser would have been asked by a page that is neither ours nor allowed. */
function isForeign({ headers }: HostileRequest): boolean {
  const { origin, "sec-fetch-site": site, host } = headers;
  if (origin !== undefined && origin.trim() === allowed) return false;
  if (site !== undefined) return site.trim() !== "same-origin";
  if (origin === undefined) return false;
  const from = URL.canParse(origin.trim()) ? new URL(origin.trim()).host : undefined;
  return from !== "us.example" && from !== (host?.trim() ?? "us.example");
}

describe("the token endpoint", () => {
  fuzzAsync(
    "createTokenHandler",
    "answers any call in good form, and listens to no page of others",
    hostileCalls,
    async (given) => {
      const { handle, records, identified } = createEndpoint(given);

      const response = await handle(await toRequest(given.request));

      const { headers } = await receive(response, statuses);
      if (given.request.method.toUpperCase() !== "POST" || isForeign(given.request))
        assert.equal(identified(), 0, "somebody else's page was listened to");
      const shared = headers.get("access-control-allow-origin");
      assert.ok(shared === null || (shared === allowed && given.request.headers["origin"]?.trim() === allowed));
      assertNoSecret(JSON.stringify(records));
      assertNoPollution();
    },
  );

  fuzzAsync(
    "createTokenHandler",
    "gives the grant alone, or blames the service that gave none",
    hostileServices,
    async (given) => {
      const { handle, records } = createEndpoint(given);

      const response = await handle(await toRequest(given.request));

      const { status, body } = await receive(response, [200, 502, 503]);
      if (status === 200) assertGrant(body, given.exposeHumanId);
      assertNoSecret(JSON.stringify(records));
      assertNoPollution();
    },
  );
});

function assertGrant(body: unknown, exposeHumanId: boolean): void {
  assert.ok(isRecord(body));
  const { session_token, id_token, expires_in, human_id, ...rest } = body;
  assert.deepEqual(rest, {});
  const tokens = [session_token, id_token].filter((token) => token !== undefined);
  assert.ok(tokens.length === 1 && typeof tokens[0] === "string" && tokens[0].trim() !== "");
  assert.ok(Number.isFinite(expires_in) && (expires_in as number) >= 0, `expires_in is ${String(expires_in)}`);
  assert.ok(human_id === undefined || (exposeHumanId && typeof human_id === "string"));
}
