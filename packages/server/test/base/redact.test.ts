import { createHmac, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { redact, redactJson } from "../../src/base/redact.js";

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const unsigned = `${encode({ alg: "HS256", typ: "JWT" })}.${encode({ client_id: "our-app", exp: 1_900_000_000 })}`;
const jwt = `${unsigned}.${createHmac("sha256", "k").update(unsigned).digest("base64url")}`;
const jwe = [encode({ alg: "dir", enc: "A256GCM" }), "", "aXYxMjM0NTY3ODkw", "Y2lwaGVydGV4dA", "dGFn"].join(".");
const pem = ["-----BEGIN PRIVATE ", "KEY-----\nMIIE\nvQ==\n-----END PRIVATE KEY-----"].join("");

describe("a credential is taken out by what stands before it", () => {
  it.each([
    ["Authorization: Bearer abc.def-ghi", "Authorization: [redacted]"],
    ["authorization: Custom one two\nhost: a.example", "authorization: [redacted]\nhost: a.example"],
    ["rawHeaders: [ 'authorization', 'Custom abc' ]", "rawHeaders: [ 'authorization: [redacted]"],
    ["sent authorization Basic YTpi", "sent authorization [redacted]"],
    ["Set-Cookie: a=b; Path=/\nnext", "Set-Cookie: [redacted]\nnext"],
    ["bearer abc123", "bearer [redacted]"],
    ["Basic YTpi and on", "Basic [redacted] and on"],
    ['Digest username="jane", response="abcd"', "Digest [redacted]"],
    ["at redis://app:hunter2pass@cache:6379", "at redis://[redacted]@cache:6379"],
    ["Invalid URL: postgres://u:p/w?x@db.internal:5432/app", "Invalid URL: postgres://[redacted]@db.internal:5432/app"],
    ["mongodb+srv://u:p@ss@cluster0.example.net/db", "mongodb+srv://[redacted]@cluster0.example.net/db"],
    ["redis%3A%2F%2Fapp%3Apass%40cache", "redis%3A%2F%2F[redacted]%40cache"],
    ["jane:hunter2@cache:6379 refused", "[redacted]@cache:6379 refused"],
    ['{"client_secret":"abc","a":1}', '{"client_secret":"[redacted]","a":1}'],
    ['{"client_secret":"a\\"bc","a":1}', '{"client_secret":"[redacted]","a":1}'],
    ['{\\"client_secret\\":\\"abc\\",\\"a\\":1}', '{\\"client_secret\\":\\"[redacted]\\",\\"a\\":1}'],
    ["%7B%22client_secret%22%3A%22abc%22%7D", "%7B%22client_secret%22%3A[redacted]"],
    ["{ tokens: ['a', 'b'], n: 1 }", "{ tokens: [redacted], n: 1 }"],
    ["Map { 'password' => 'two words', n => 1 }", "Map { 'password' => '[redacted]', n => 1 }"],
    ["GET /?token=abc&x=1", "GET /?token=[redacted]&x=1"],
    ["GET /back?code=abc&x=1#key=d", "GET /back?code=[redacted]&x=1#key=[redacted]"],
    ["callback%3Fcode%3Dabc%26x%3D1 now", "callback%3Fcode%3D[redacted] now"],
    ["code=abc&grant_type=authorization_code", "code=[redacted]&grant_type=authorization_code"],
    ["accessToken: abc, next", "accessToken: [redacted], next"],
    ["HUMAN_API_CLIENT_SECRET=abc", "HUMAN_API_CLIENT_SECRET=[redacted]"],
    ["Server=db;Pwd=abc;Database=y", "Server=db;Pwd=[redacted];Database=y"],
    ["x-api-key: abc", "x-api-key: [redacted]"],
    ["--password hunter2 -v", "--password [redacted] -v"],
    ["<client_secret>abc</client_secret>", "<client_secret>[redacted]</client_secret>"],
    ["the password is hunter2", "the password is [redacted]"],
    ["the token 'abc-def' is wrong", "the token '[redacted]' is wrong"],
    ["no user jane@example.org", "no user [redacted]"],
  ])("%j becomes %j", (text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});

describe("a key is known by its shape", () => {
  it.each<[string, string]>([
    ["a JSON Web Token", jwt],
    ["one that is not signed", unsigned],
    ["one that ends in a dot", `${unsigned}.`],
    ["one that is encrypted", jwe],
    ["PEM", pem],
    ["a UUID", crypto.randomUUID()],
    ["hexadecimal", randomBytes(16).toString("hex")],
    ["base64", `${randomBytes(31).toString("base64")}`],
    ["base64 of URLs", randomBytes(32).toString("base64url")],
    ["base64 in a URL", encodeURIComponent(`+/+${randomBytes(32).toString("base64")}`)],
    ["AWS", ["AKIA", "IOSFODNN7", "EXAMPLE"].join("")],
    ["GitHub", `ghp_${randomBytes(27).toString("hex").slice(0, 36)}`],
    ["a refresh token of Human API", "idrt-1"],
  ])("%s", (_, key) => {
    expect(redact(`it says ${key} is wrong, HTTP 401`)).toBe("it says [redacted] is wrong, HTTP 401");
    expect(redact(`https://a.example/reset/${key}`)).not.toContain(key);
  });
});

describe("what a log is read for stays", () => {
  it.each([
    "connect ECONNREFUSED 127.0.0.1:6379",
    "connect ETIMEDOUT 2001:db8:85a3::8a2e:370:7334:443",
    "getaddrinfo ENOTFOUND my-redis-cluster-0001-001.abcdef.0001.use1.cache.amazonaws.com",
    "human-connect-api-7d9f8b6c5d-x2x9z in ip-10-0-12-34.eu-west-1.compute.internal",
    "HTTP 503 from https://auth.humanapi.co:443/v1/connect/token after 3 attempts in 1200 ms",
    "at read (file:///srv/app/node_modules/pkg-0123456789abcdef0123456789/index.js:10:5)",
    "/app/.next/server/chunks/5d41402abc4b2a76.js:1:2 and /app/dist/assets/index-BxD3f9k2.js",
    "\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)",
    "\n    at async createRemoteJWKSet (node:internal/deps/undici/undici:13510:13)",
    "ERR_HTTP2_INVALID_CONNECTION_HEADERS, UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "TokenExpiredError: jwt expired",
    "SequelizeUniqueConstraintError, PrismaClientKnownRequestError",
    "Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
    "invalid token, token is expired, Basic auth failed",
    "Type 'Promise<SessionToken>' is not assignable",
    "code=ECONNRESET errno=-104, status code: 500",
    "http://localhost:3000/@vite/client, https://example.com:8443/users/a",
    "2026-11-28T08:00:00.000Z, 1764316800123, Wed, 28 Nov 2026 08:00:00 GMT",
    "application/x-www-form-urlencoded;charset=utf-8",
    "The option clientSecret has to be a string.",
  ])("%j", (text) => {
    expect(redact(text)).toBe(text);
  });
});

it("takes a key in PEM out that is cut off", () => {
  expect(redact(`so: ${pem.slice(0, 34)}`)).toBe("so: [redacted]");
});

it("cuts a text that is far too long between words, so that no half of a secret is left", () => {
  const text = `${"word ".repeat(3276)}the key is ${"aB3".repeat(2000)}`;

  expect(redact(text)).toMatch(/^(word )+the …$/);
});

it("takes what was JSON apart, and leaves the original as it was", () => {
  const body = { errorCode: "X", list: [{ client_secret: "abc", n: 1, refreshTokens: ["a"] }], message: `no ${jwt}` };

  expect(redactJson(body)).toEqual({
    errorCode: "X",
    list: [{ client_secret: "[redacted]", n: 1, refreshTokens: ["a"] }],
    message: "no [redacted]",
  });
  expect(body.list[0]!.client_secret).toBe("abc");
});

it.each([
  "a",
  "a@",
  "://",
  "://:",
  "token=",
  "-----BEGIN",
  "a.",
  "%3A%2F%2F",
  '"',
  "[",
  "&key",
  "eyJ",
  ":a",
  "\\",
  "/",
])("comes to an end with %j, a hundred thousand times over", (piece) => {
  expect(redact(piece.repeat(100_000)).length).toBeLessThan(17_000);
});
