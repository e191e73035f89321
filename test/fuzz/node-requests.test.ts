import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { createTokenHandler, type HumanApi } from "@human-connect/server";
import { type NodeRequest, type NodeResponse, toNodeHandler } from "@human-connect/server/node";
import fc from "fast-check";
import { describe } from "vitest";
import { hostileText, mark, secretText, words } from "./hostile-text.ts";
import { fuzzAsync } from "./runs.ts";
import { assertNoPollution, assertNoSecret } from "./verdicts.ts";

const method = fc.oneof(
  fc.constantFrom(...words("POST POST POST GET HEAD OPTIONS TRACE TRACK CONNECT trace Connect QUERY PRI"), undefined),
  hostileText,
);
const value = fc.oneof<fc.Arbitrary<unknown>[]>(
  hostileText,
  secretText,
  fc.constantFrom<unknown>(undefined, null, 0, 7, 1e21, "日本", "a\r\nb: c", "a\0b", ["a", "b"], ["a\n"], []),
);
const name = fc.oneof(
  fc.constantFrom(
    ...words("host :authority :path origin sec-fetch-site cookie content-type content-length transfer-encoding"),
  ),
  hostileText,
);
const headers = fc
  .tuple(fc.array(fc.tuple(name, value), { maxLength: 5 }), fc.boolean())
  .map(([entries, isNamed]) => Object.fromEntries([...entries, ...(isNamed ? [["host", "us.example"]] : [])]));

const requests = fc.record({
  method,
  url: fc.oneof(fc.constantFrom("/", "/token?reason=expired", "*", "http://us.example/", undefined), hostileText),
  headers,
  chunks: fc.array(
    hostileText.map((text) => new TextEncoder().encode(text)),
    { maxLength: 2 },
  ),
});

const handle = toNodeHandler(
  createTokenHandler({
    humanApi: {
      connectToken: () => Promise.resolve({ type: "id", token: "id-token-1", expiresInSeconds: 60 }),
    } as unknown as HumanApi,
    identify: () => mark,
    onLog: () => {},
  }),
);

/** What a server does with an answer: a header that it would not send makes it throw, as Node does. */
function createResponse() {
  const answers: { status: number; text: string }[] = [];
  const response: NodeResponse = {
    headersSent: false,
    writableFinished: false,
    statusCode: 200,
    setHeader: (_, text) => new Headers({ "x-any": String(text) }),
    end(body) {
      answers.push({ status: this.statusCode, text: Buffer.from(body as string).toString() });
    },
    once: () => {},
  };
  return { response, answers };
}

describe("the adapter of Node's requests", () => {
  fuzzAsync(
    "toNodeHandler",
    "answers whatever comes, once, and never rejects",
    requests,
    async ({ chunks, ...parts }) => {
      const { response, answers } = createResponse();
      const request = Object.assign(Readable.from(chunks), parts) as unknown as NodeRequest;

      await handle(request, response);

      assert.equal(answers.length, 1);
      const { status, text } = answers[0]!;
      assert.ok([200, 400, 403, 405, 413, 415].includes(status), `the status is ${status}`);
      if (/^(trace|track|connect)$/i.test(parts.method ?? "")) assert.equal(status, 405);
      const { error } = JSON.parse(text) as { error?: { code?: unknown } };
      assert.equal(typeof error?.code === "string", status !== 200);
      assertNoSecret(text);
      assertNoPollution();
    },
  );
});
