import { describe, expect, it } from "vitest";
import { EndpointError, readAnswer } from "../../src/model/endpoint-answer.js";
import type { HumanConnectError } from "../../src/model/errors.js";
import { localizeFailure } from "../../src/words/failure.js";
import { englishWidgetLabels } from "../../src/words/widget-labels.js";

const secret = "s3cr3t-value-0815";
const labels = englishWidgetLabels({});

async function failureOf(answer: unknown): Promise<HumanConnectError & { cause: EndpointError }> {
  return readAnswer(answer).then(
    () => {
      throw new Error("nothing was thrown");
    },
    (error: HumanConnectError & { cause: EndpointError }) => error,
  );
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
const refusal = (code: string): object => ({ error: { code, message: `words with ${secret}` } });

describe("readAnswer", () => {
  it.each<[string, unknown, unknown]>([
    ["a text", "abc", "abc"],
    ["a body", { token: "abc" }, { token: "abc" }],
    [
      "a Response of fetch",
      json(200, { session_token: "abc", expires_in: 60 }),
      { session_token: "abc", expires_in: 60 },
    ],
    ["a grant that also says that there was no error", { token: "abc", error: null }, { token: "abc", error: null }],
    ["nothing", undefined, undefined],
  ])("takes %s as it is", async (_name, answer, body) => {
    expect(await readAnswer(answer)).toEqual(body);
  });

  it.each<
    [
      name: string,
      answer: () => unknown,
      says: string[],
      status: number | undefined,
      code: string | undefined,
      words: string,
    ]
  >([
    [
      "401 of our handler",
      () => json(401, refusal("not-signed-in")),
      ["401", "not-signed-in"],
      401,
      "not-signed-in",
      labels.errorSignIn,
    ],
    [
      "its body alone",
      () => refusal("not-signed-in"),
      ["not-signed-in"],
      undefined,
      "not-signed-in",
      labels.errorSignIn,
    ],
    [
      "401 of somebody else",
      () => new Response("<p>no", { status: 401 }),
      ["401", "No user is signed in"],
      401,
      undefined,
      labels.errorSignIn,
    ],
    [
      "403 of our handler",
      () => json(403, refusal("cross-site")),
      ["403", "cross-site"],
      403,
      "cross-site",
      labels.errorFailed,
    ],
    [
      "429",
      () => json(429, refusal("too-many-requests"), { "retry-after": "30" }),
      ["429"],
      429,
      "too-many-requests",
      labels.errorLater,
    ],
    [
      "500",
      () => new Response(secret, { status: 500 }),
      ["500", "log of your server"],
      500,
      undefined,
      labels.errorLater,
    ],
    [
      "502",
      () => json(502, refusal("upstream-malformed")),
      ["502", "upstream-malformed"],
      502,
      "upstream-malformed",
      labels.errorLater,
    ],
    [
      "503",
      () => json(503, refusal("upstream-timeout")),
      ["503", "upstream-timeout"],
      503,
      "upstream-timeout",
      labels.errorLater,
    ],
    [
      "503's body alone",
      () => refusal("upstream-timeout"),
      ["upstream-timeout"],
      undefined,
      "upstream-timeout",
      labels.errorLater,
    ],
    ["404", () => new Response(secret, { status: 404 }), ["404", "Check the URL"], 404, undefined, labels.errorFailed],
    [
      "an error that is a sentence",
      () => ({ error: `words with ${secret}` }),
      ["an error"],
      undefined,
      undefined,
      labels.errorFailed,
    ],
    [
      "a sign-in page",
      () => new Response(`<p>${secret}`, { headers: { "content-type": "text/html" } }),
      ["HTML page"],
      200,
      undefined,
      labels.errorFailed,
    ],
    [
      "text that is no JSON",
      () => new Response(secret),
      ["text/plain where JSON was expected"],
      200,
      undefined,
      labels.errorFailed,
    ],
  ])("says of %s what it was and what to do, without its words", async (_name, answer, says, status, code, words) => {
    const error = await failureOf(answer());

    expect([error.code, error.cause.status, error.cause.code]).toEqual(["token-failed", status, code]);
    for (const word of says) expect(error.message).toContain(word);
    expect(`${error.message} ${error.cause.message} ${String(error.cause.stack)}`).not.toContain(secret);
    expect(localizeFailure(error, labels).userMessage).toBe(words);
  });

  it("tells how long to wait", async () => {
    const { cause } = await failureOf(json(429, refusal("too-many-requests"), { "retry-after": "30" }));

    expect(cause.retryAfterSeconds).toBe(30);
  });
});
