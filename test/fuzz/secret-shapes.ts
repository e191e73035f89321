import fc from "fast-check";

/** A secret as it stands in a text. */
export interface WrittenSecret {
  readonly text: string;
  /** Each part that alone is of use to somebody. */
  readonly secrets: readonly string[];
}

const bytes = (least: number, most: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ minLength: least, maxLength: most, size: "max" }).map((array) => Buffer.from(array));

const alone = (secret: string): WrittenSecret => ({ text: secret, secrets: [secret] });
const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
// Of shorter ones, a few in a million look like words.
const base64url = bytes(24, 64).map((drawn) => drawn.toString("base64url"));
const base64 = bytes(24, 64).map((drawn) => drawn.toString("base64"));
const hex = bytes(16, 32).map((drawn) => drawn.toString("hex"));

/** What people choose: nothing in it says that it is one. */
const password = fc
  .tuple(
    fc.constantFrom("hunter", "Otter", "correct-horse", "p4ss"),
    fc.nat(99_999),
    fc.constantFrom("", "!", "$x", "%21"),
  )
  .map(([word, number, sign]) => `${word}${number + 10_000}${sign}`);

const header = fc.constantFrom({ alg: "HS256", typ: "JWT" }, { alg: "none" }, { typ: "JWT", alg: "RS256", kid: "1" });
const claims = fc.record({
  sub: fc.nat().map(String),
  exp: fc.constant(1_900_000_000),
  name: fc.string({ maxLength: 9 }),
});
const signed = fc.tuple(header, claims, bytes(32, 64)).map(([head, payload, signature]): WrittenSecret => {
  const parts = [json(head), json(payload), signature.toString("base64url")];
  return { text: parts.join("."), secrets: parts.slice(1) };
});
const unsigned = fc.tuple(header, claims, fc.constantFrom("", ".")).map(([head, payload, end]): WrittenSecret => ({
  text: `${json(head)}.${json(payload)}${end}`,
  secrets: [json(payload)],
}));
const encrypted = fc.tuple(bytes(12, 12), bytes(16, 90), bytes(16, 16)).map((drawn): WrittenSecret => {
  const parts = drawn.map((part) => part.toString("base64url"));
  return { text: [json({ alg: "dir", enc: "A256GCM" }), "", ...parts].join("."), secrets: parts };
});

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const aws = fc
  .tuple(
    fc.constantFrom("AKIA", "ASIA"),
    fc.array(fc.constantFrom(...alphabet.split("")), { minLength: 16, maxLength: 16 }),
  )
  .map(([prefix, letters]) => alone(prefix + letters.join("")));
const prefixed = fc
  .tuple(fc.constantFrom("ghp_", "gho_", "github_pat_", "glpat-", "xoxb-", "npm_", "idrt-", "atrt-", "sk_live_"), hex)
  .map(([prefix, drawn]) => alone(prefix + drawn));
const pem = bytes(60, 200).map((drawn): WrittenSecret => {
  const lines = drawn.toString("base64").match(/.{1,64}/g)!;
  const text = ["-----BEGIN PRIVATE", " KEY-----\n", lines.join("\n"), "\n-----END PRIVATE", " KEY-----"].join("");
  return { text, secrets: lines };
});

/** Ways to write a secret that has no shape of its own. */
const named: readonly ((secret: string) => string)[] = [
  (secret) => `password=${secret}`,
  (secret) => `{"client_secret":"${secret}","grant_type":"password"}`,
  (secret) => JSON.stringify(`{"client_secret":"${secret}"}`),
  (secret) => encodeURIComponent(`{"access_token":"${secret}"}`),
  (secret) => `{ password: '${secret}', n: 1 }`,
  (secret) => `GET https://auth.example/back?code=${secret}&x=1`,
  (secret) => `GET /reset?token=${secret}`,
  (secret) => `callback=${encodeURIComponent(`https://app.example/?key=${secret}&a=b`)}`,
  (secret) => `redis://app:${secret}@cache:6379/0`,
  (secret) => `postgres://${secret}@db.example:5432/app`,
  (secret) => `Authorization: Custom ${secret}`,
  (secret) => `authorization: Bearer ${secret}`,
  (secret) => `Proxy-Authorization: Basic ${Buffer.from(`app:${secret}`).toString("base64")} ${secret}`,
  (secret) => `authorization: Digest username="app", response="${secret}"`,
  (secret) => `Cookie: theme=dark; sid=${secret}; a=b`,
  (secret) => `set-cookie: session=${secret}; Path=/; HttpOnly`,
  (secret) => `x-api-key: ${secret}`,
  (secret) => `--token ${secret}`,
  (secret) => `CLIENT_SECRET=${secret}`,
];
const written = fc
  .tuple(fc.constantFrom(...named), fc.oneof(password, base64url))
  .map(([write, secret]): WrittenSecret => ({ text: write(secret), secrets: [secret] }));

/** Secrets of the shapes that real ones have, each as it may stand in the words of an error. */
export const writtenSecret: fc.Arbitrary<WrittenSecret> = fc.oneof(
  { arbitrary: fc.oneof(signed, unsigned, encrypted), weight: 3 },
  { arbitrary: fc.oneof(base64, base64url, hex).map(alone), weight: 3 },
  { arbitrary: fc.uuid().map(alone), weight: 1 },
  { arbitrary: fc.oneof(aws, prefixed, pem), weight: 3 },
  { arbitrary: base64.map((drawn) => alone(encodeURIComponent(drawn))), weight: 1 },
  { arbitrary: written, weight: 6 },
);

/** What people look for in a log. None of it may be lost. */
export const plainText: fc.Arbitrary<string> = fc.constantFrom(
  "connect ECONNREFUSED 127.0.0.1:6379",
  "HTTP 503 from https://auth.humanapi.co:443/v1/connect/token",
  "getaddrinfo ENOTFOUND cache.internal.example.com",
  "ip-10-0-12-34.eu-west-1.compute.internal:5432 timed out after 1000 ms",
  "/srv/app/node_modules/keyv/dist/index.js:10:5",
  "human-connect-api-7d9f8b6c5d-x2x9z restarted 3 times",
  "Cannot read properties of undefined (reading 'clientUserId')",
  "status code 429, attempt 2 of 3",
  "ERR_HTTP2_INVALID_CONNECTION_HEADERS",
  "TokenExpiredError: jwt expired",
  "2026-11-28T08:00:00.000Z",
);
