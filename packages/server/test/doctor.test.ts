import type { RequestListener } from "node:http";
import type { Sandbox } from "@human-connect/sandbox";
import { describe, expect, it } from "vitest";
import {
  contentSecurityPolicy,
  createMemoryStore,
  createTokenHandler,
  toPolicyHeader,
  type TokenHandlerOptions,
} from "../src/index.js";
import { toNodeHandler } from "../src/node.js";
import type { DoctorLine } from "../src/doctor/report.js";
import { allows, findPolicyGaps } from "../src/policy/policy-gaps.js";
import { runDoctor } from "../src/doctor/run-doctor.js";
import { createApi, listen, startSandbox } from "./support/support.js";

/** It takes a second to see what a store does with a life. */
const withStore = ["--store", "store.mjs"];

interface Setting {
  readonly sandbox: Sandbox;
  readonly env: Record<string, string>;
  readonly args: string[];
  readonly store: unknown;
}

/** Everything as it should be, on the sandbox. */
async function setUp(options: Partial<TokenHandlerOptions> = {}): Promise<Setting> {
  const sandbox = await startSandbox();
  const handle = createTokenHandler({
    humanApi: createApi(sandbox),
    identify: ({ headers }) => (headers.get("cookie")?.includes("session=jane") ? "jane" : null),
    onLog: () => {},
    ...options,
  });
  const script = `${sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js`;
  const policy = toPolicyHeader(
    { "default-src": ["'none'"] },
    contentSecurityPolicy({ client: { url: script }, baseUrl: sandbox.connectUrl }),
  );
  const node = toNodeHandler(handle);
  const site = await listen((request, response) => {
    if (request.method === "POST") return void node(request, response);
    response.setHeader("content-security-policy", policy);
    response.end("<!doctype html><title>Page</title>");
  });
  return {
    sandbox,
    env: {
      HUMAN_API_CLIENT_ID: sandbox.clientId,
      HUMAN_API_CLIENT_SECRET: sandbox.clientSecret,
      HUMAN_CONNECT_COOKIE: "session=jane-s-session",
    },
    args: [
      "--auth-url",
      sandbox.authUrl,
      "--connect-url",
      sandbox.connectUrl,
      "--script-url",
      script,
      "--page",
      `${site}/`,
      "--endpoint",
      `${site}/api/token`,
    ],
    store: createMemoryStore(),
  };
}

async function examine({ env, args, store }: Omit<Setting, "sandbox">, more: readonly string[] = []) {
  let [out, err] = ["", ""];
  const code = await runDoctor([...args, ...more], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    env,
    load: async () => ({ default: store }),
  });
  return { code, out, err };
}

async function readFaults(setting: Omit<Setting, "sandbox">, more: readonly string[] = []) {
  const { code, out } = await examine(setting, ["--json", ...more]);
  const lines = JSON.parse(out) as DoctorLine[];
  const faults = lines.filter(({ level }) => level === "fault");
  expect(code).toBe(faults.length > 0 ? 1 : 0);
  for (const { remedy } of faults) expect(remedy).toMatch(/\w/);
  return faults.map(({ check, message, remedy }) => `${check}: ${message} → ${remedy}`);
}

/** A site that answers in one way. */
const serve = (headers: Record<string, string>, { body = "", status = 200 } = {}): Promise<string> => {
  const listener: RequestListener = (_, response) => void response.writeHead(status, headers).end(body);
  return listen(listener);
};

describe("the doctor", () => {
  it("finds nothing to do where everything is as it should be", async () => {
    const setting = await setUp();

    const { code, out, err } = await examine(setting, withStore);

    expect([code, err]).toEqual([0, ""]);
    const lines = out.trimEnd().split("\n");
    expect(lines.filter((line) => !line.startsWith("ok "))).toEqual([]);
    expect(lines.map((line) => line.slice(6).split(":")[0])).toEqual([
      "credentials",
      "session token",
      "id token",
      "access token",
      "clock",
      "frame",
      "vendor script",
      "policy",
      "token endpoint",
      "store, methods",
      "store, text",
      "store, nothing",
      "store, overwriting",
      "store, deleting",
      "store, long life",
      "store, no end",
      "store, life",
      "store, add",
    ]);
    expect(out).toMatch(/integrity="sha384-[\w+/]{64}"/);
  });

  it("prints no token and no secret, whatever goes wrong", async () => {
    const setting = await setUp({
      identify: () => {
        throw new Error("session=jane-s-session");
      },
    });
    const said = await Promise.all(
      [[], ["--json"], ["--auth-url", "http://127.0.0.1:1"]].map((more) => examine(setting, more)),
    );
    const tokens = setting.sandbox.requests.length;

    expect(tokens).toBeGreaterThan(0);
    for (const { out } of said) {
      expect(out).not.toContain(setting.sandbox.clientSecret);
      expect(out).not.toContain("jane-s-session");
      expect(out.replaceAll(/sha384-[\w+/]{64}/g, "")).not.toMatch(/[\w-]{43}/);
    }
  });

  it("leaves out what nobody asks for", async () => {
    const { env, args, store } = await setUp();

    const { code, out } = await examine({ env, args: args.slice(0, 6), store });

    expect(code).toBe(0);
    expect(out.split("\n").filter((line) => line.startsWith("–"))).toEqual([
      expect.stringMatching("frame: .*--page"),
      expect.stringMatching("policy: .*--page"),
      expect.stringMatching("token endpoint: .*--endpoint"),
      expect.stringMatching("store: .*--store"),
    ]);
  });

  it.each([["--nonsense"], ["--client", "script"], ["--page", ""], ["--page", "example.com"], ["--user"]])(
    "refuses %s %s",
    async (...args) => {
      const { code, out, err } = await examine({ env: {}, args, store: undefined });

      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(/^human-connect-doctor: .+\n$/);
    },
  );

  it("looks at a page, an endpoint or a store without the credentials, and asks for them where only they are missing", async () => {
    const { args, store } = await setUp();
    const level = async (given: string[]): Promise<unknown> => {
      const { code, out } = await examine({ env: {}, args: given, store }, ["--json"]);
      return [code, (JSON.parse(out) as DoctorLine[]).find(({ check }) => check === "credentials")!.level];
    };

    expect(await level(args.slice(0, 8))).toEqual([0, "left-out"]);
    expect(await level(args.slice(0, 6))).toEqual([1, "fault"]);
  });

  it.each([
    ["script-src 'self'", "cdn", ["fault", "fault"]],
    ["script-src 'nonce-R4nd0m'", "cdn", ["note", "fault"]],
    ["script-src 'nonce-R4nd0m' 'Strict-Dynamic'", "cdn", ["ok", "fault"]],
    ["script-src 'self'", "npm", ["ok", "ok"]],
    ["script-src 'self'", "direct", ["ok", "ok"]],
    ["script-src 'self'", "global", ["ok", "ok"]],
  ])("compares %s with what the client %s needs", async (policy, client, [own, besideAnother]) => {
    const { env, args, store } = await setUp();
    const look = async (header: string): Promise<string> => {
      const page = await serve({ "content-security-policy": header });
      const { out } = await examine({ env, args: args.slice(0, 6), store }, [
        "--page",
        page,
        "--client",
        client,
        "--json",
      ]);
      return (JSON.parse(out) as DoctorLine[]).find(({ check }) => /^policy( script-src)?$/.test(check))!.level;
    };

    expect(await look(policy)).toBe(own);
    // Each of several policies has to allow it; a nonce in one of them is none in the other.
    expect(await look(`${policy}, script-src 'self'`)).toBe(besideAnother);
  });

  it("shows how it is used", async () => {
    const { code, out } = await examine({ env: {}, args: ["--help"], store: undefined });

    expect([code, out]).toEqual([0, expect.stringContaining("Usage: HUMAN_API_CLIENT_ID=")]);
  });
});

describe("with one thing broken, the doctor names that", () => {
  it.each<[string, (setting: Setting) => Promise<string[]>, Partial<TokenHandlerOptions>, RegExp[]]>([
    [
      "no client secret",
      ({ env, ...rest }) => readFaults({ ...rest, env: { ...env, HUMAN_API_CLIENT_SECRET: "" } }),
      {},
      [/^credentials: HUMAN_API_CLIENT_SECRET not set → Set it/],
    ],
    [
      "a wrong client secret",
      ({ env, ...rest }) => readFaults({ ...rest, env: { ...env, HUMAN_API_CLIENT_SECRET: "another" } }),
      {},
      [
        /^session token: is refused: invalid-client-id-or-secret → .*Check that both/,
        /^id token: is refused: invalid-client-id-or-secret/,
        /^access token: is refused: invalid-client-id-or-secret/,
      ],
    ],
    [
      "no token service",
      (setting) => readFaults(setting, ["--auth-url", "http://127.0.0.1:1"]),
      {},
      [
        /^session token: is refused: upstream-unreachable/,
        /^id token: /,
        /^access token: /,
        /^clock: could not be checked/,
      ],
    ],
    [
      "a clock that is wrong",
      async (setting) => {
        const { authUrl } = setting.sandbox;
        const late = await listen(async (request, response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of request) chunks.push(chunk as Buffer);
          const headers = { "content-type": "application/json" };
          const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
          const answer = await fetch(authUrl + request.url, { method: request.method!, headers, body });
          response.writeHead(answer.status, { ...headers, date: new Date(Date.now() - 600_000).toUTCString() });
          response.end(await answer.text());
        });
        return readFaults(setting, ["--auth-url", late]);
      },
      {},
      [/^clock: differs from the token service's by (599|600|601) s → .*NTP/],
    ],
    [
      "a Connect page that may not be framed",
      async (setting) => readFaults(setting, ["--connect-url", await serve({ "x-frame-options": "DENY" })]),
      {},
      [/^frame: X-Frame-Options: deny keeps/, /^policy connect-src: lacks http/, /^policy frame-src: lacks http/],
    ],
    [
      "a Connect page that others may frame",
      async (setting) => {
        const url = await serve({ "content-security-policy": "frame-ancestors https://other.example" });
        return readFaults(setting, ["--connect-url", url]);
      },
      {},
      [/^frame: frame-ancestors does not name http/, /^policy connect-src/, /^policy frame-src/],
    ],
    [
      "a version of the script that does not exist",
      async (setting) =>
        readFaults(setting, ["--script-url", `${setting.sandbox.cdnUrl}/humanapi-connect-client@9.9.9.js`]),
      {},
      [/^vendor script: http.+ answers 404/],
    ],
    [
      "a policy that lacks everything",
      async (setting) => {
        const page = await serve({ "content-security-policy": "default-src 'self'" });
        return (await readFaults(setting, ["--page", page])).filter((line) => line.startsWith("policy"));
      },
      {},
      [
        /^policy script-src: lacks http.+ → Add http/,
        /^policy connect-src: lacks http/,
        /^policy frame-src: lacks http/,
      ],
    ],
    [
      "a policy in the page itself",
      async (setting) => {
        const body = `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">`;
        const page = await serve({ "content-type": "text/html" }, { body });
        return (await readFaults(setting, ["--page", page])).filter((line) => line.startsWith("policy"));
      },
      {},
      [/^policy frame-src: lacks http/],
    ],
    [
      "a page that is not there",
      async (setting) =>
        (await readFaults(setting, ["--page", await serve({}, { status: 404 })])).filter((line) =>
          line.startsWith("policy"),
        ),
      {},
      [/^policy: the page answers 404/],
    ],
    [
      "no endpoint at that path",
      async (setting) => readFaults(setting, ["--endpoint", await serve({}, { status: 404 })]),
      {},
      [/^policy connect-src: lacks/, /^token endpoint: answers 404/],
    ],
    [
      "a sign-in page before the endpoint",
      async (setting) => readFaults(setting, ["--endpoint", await serve({ location: "/sign-in" }, { status: 302 })]),
      {},
      [/^policy connect-src: lacks/, /^token endpoint: answers 302, a redirect/],
    ],
    [
      "an endpoint that fails",
      (setting) => readFaults(setting),
      {
        identify: () => {
          throw new Error("no database");
        },
      },
      [/^token endpoint: answers 500 server-failed/],
    ],
    [
      "an endpoint that knows nobody",
      (setting) => readFaults(setting),
      { identify: () => null },
      [/^token endpoint: answers 401 despite the cookie/],
    ],
    [
      "a page of an origin that is not allowed",
      async (setting) => {
        const page = await serve({});
        return readFaults(setting, ["--page", page]);
      },
      {},
      [/^token endpoint: refuses pages of http.+cross-site → .*allowedOrigins/],
    ],
    [
      "a store without delete",
      (setting) => readFaults({ ...setting, store: { get: () => null, set: () => null } }, withStore),
      {},
      [/^store, methods: The option store has no method delete/],
    ],
    [
      "a store that loses everything",
      (setting) =>
        readFaults({ ...setting, store: { get: () => null, set: () => true, delete: () => true } }, withStore),
      {},
      [/^store, text: returned nothing/, /^store, overwriting/, /^store, long life/, /^store, no end/],
    ],
  ])("%s", async (_, look, options, expected) => {
    const faults = await look(await setUp(options));

    expect(faults).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});

describe("a source of a policy", () => {
  it.each([
    ["*", "https://a.example", true],
    ["https:", "https://a.example", true],
    ["http:", "https://a.example", true],
    ["https:", "http://a.example", false],
    ["https://a.example", "https://a.example", true],
    ["https://A.example/path", "https://a.example", true],
    ["a.example", "https://a.example", true],
    ["https://*.example", "https://a.example", true],
    ["https://*.a.example", "https://a.example", false],
    ["https://a.example:443", "https://a.example", true],
    ["https://a.example:8443", "https://a.example", false],
    ["https://a.example:*", "https://a.example:8443", true],
    ["https://b.example", "https://a.example", false],
    ["'self'", "https://page.example", true],
    ["'self'", "https://a.example", false],
    ["'none'", "https://a.example", false],
    ["'nonce-abc'", "https://a.example", false],
  ])("%s lets %s in: %s", (source, origin, isIn) => {
    expect(allows(source, origin, "https://page.example")).toBe(isIn);
  });

  it("counts where browsers look for it, in each of several policies", () => {
    const needed = { "frame-src": ["https://a.example"], "script-src": ["https://b.example"] };
    const find = (policy: string) => findPolicyGaps(policy, needed, "https://page.example");

    expect(find("child-src https://a.example; default-src https://b.example")).toEqual({});
    expect(find("default-src https:, frame-src 'none'")).toEqual({ "frame-src": ["https://a.example"] });
    expect(find("script-src-elem 'self'; script-src https://b.example")).toEqual({
      "script-src": ["https://b.example"],
    });
    expect(find("img-src 'none'")).toEqual({});
  });
});
