import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HumanConnectError } from "../../src/model/errors.js";
import { readGrant } from "../../src/token.js";
import { secret, startTestClock } from "./setup.js";

const minute = 60_000;

/** What a function throws, which must be an error of the kit. */
function failureOf(call: () => unknown): HumanConnectError {
  try {
    call();
  } catch (error) {
    if (error instanceof HumanConnectError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

startTestClock();

describe("readGrant", () => {
  it.each<[grant: unknown, value: string, expiresInMs: number]>([
    ["abc", "abc", minute],
    ["  abc\n", "abc", minute],
    ["eyJhbGciOi.eyJzdWIi.c2ln-_", "eyJhbGciOi.eyJzdWIi.c2ln-_", minute],
    [{ token: "abc" }, "abc", minute],
    [{ token: "abc", expiresIn: 10 }, "abc", 10_000],
    [{ type: "session", token: "abc", expiresInSeconds: 30, humanId: undefined }, "abc", 30_000],
    [{ session_token: "abc", expires_in: 3600 }, "abc", 3_600_000],
    [{ session_token: "abc", human_id: "h", expires_in: 3600 }, "abc", 3_600_000],
    [{ token_type: "Bearer", id_token: "abc", expires_in: 86_400 }, "abc", 86_400_000],
    [{ token: "abc", secretary: "of the clinic", tokens: 2 }, "abc", minute],
    [Object.create({ token: "inherited" }, { session_token: { value: "own", enumerable: true } }), "own", minute],
    [{ id_token: "abc" }, "abc", minute],
    [{ token: "kit", session_token: "wire" }, "kit", minute],
    [{ session_token: "session", id_token: "id" }, "session", minute],
    [{ token: "abc", expiresIn: "120" }, "abc", 120_000],
    [{ token: "abc", expiresIn: 5, expires_in: 6 }, "abc", 5000],
    [{ token: "abc", expiresIn: 0 }, "abc", minute],
    [{ token: "abc", expiresIn: -5 }, "abc", minute],
    [{ token: "abc", expiresIn: null }, "abc", minute],
    [{ token: "abc", expiresIn: "soon" }, "abc", minute],
    [{ token: "abc", expiresIn: Number.NaN }, "abc", minute],
    [{ token: "abc", expiresIn: {} }, "abc", minute],
    [{ token: "abc", client_secret: "" }, "abc", minute],
    [{ token: "abc", user: { id: 5, roles: [null, "patient"] } }, "abc", minute],
    [{ token: "abc", access_token: null }, "abc", minute],
  ])("reads %j", (grant, value, expiresInMs) => {
    expect(readGrant(grant)).toEqual({ value, expiresInMs });
  });

  it.each<[name: string, grant: unknown, says: string]>([
    ["undefined", undefined, "Got undefined where"],
    ["null", null, "Got null where"],
    ["a number", 815, "Got number where"],
    ["a boolean", true, "Got boolean where"],
    ["a function", () => secret, "Got function where"],
    ["an empty text", "", "an empty string"],
    ["white space", " \n\t", "an empty string"],
    ["an HTML page", `<!doctype html><title>${secret}</title>`, "not a token"],
    ["an HTML page on one word", `<html>${secret}</html>`, "not a token"],
    ["JSON text", JSON.stringify({ session_token: secret }), "not a token"],
    ["a quoted token", JSON.stringify(secret), "not a token"],
    ["a sentence", `Your token is ${secret}`, "not a token"],
    ["an empty object", {}, "an object without a token"],
    ["an array", [secret], "an object without a token"],
    ["a date", new Date(0), "an object without a token"],
    ["a token that is a number", { token: 815 }, "an object without a token"],
    ["a token that is an object", { token: { value: secret } }, "an object without a token"],
    ["an empty token", { token: "" }, "an empty string"],
    ["an HTML page as a token", { session_token: `<p>${secret}` }, "not a token"],
    ["an answer one level too deep", { data: { session_token: secret } }, "an object without a token"],
    ["a wire error", { statusCode: 401, errorCode: "NOT_AUTHORIZED", message: secret }, "an object without a token"],
  ])("refuses %s and says what it was, never its value", (_name, grant, says) => {
    const error = failureOf(() => readGrant(grant));

    expect(error.code).toBe("token-malformed");
    expect(error.message).toContain(says);
    expect(error.message).not.toContain(secret);
    expect(error.message).not.toContain("815");
  });

  describe.each([
    "client_secret",
    "clientSecret",
    "access_token",
    "accessToken",
    "refresh_token",
    "refreshToken",
    "id_refresh_token",
    "idRefreshToken",
    "client_token",
    "clientToken",
    "Client-Secret",
    "HUMANAPI_CLIENT_SECRET",
    "apiKey",
    "password",
  ])("refuses a grant that exposes %s", (name) => {
    it.each<[where: string, grant: object]>([
      ["beside the token", { token_type: "Bearer", id_token: "abc", expires_in: 86_400, [name]: secret }],
      ["deeper in the answer", { token: "abc", data: { tokens: [{ [name]: secret }] } }],
    ])("%s, and never repeats it", (_where, grant) => {
      const error = failureOf(() => readGrant(grant));

      expect(error.code).toBe("token-exposed");
      expect(error.message).toContain(name);
      expect(`${error.message} ${error.userMessage} ${String(error.cause)}`).not.toContain(secret);
    });
  });

  it.each(["atrt-0815", "idrt-0815"])("refuses a refresh token such as %s in the token's place", (token) => {
    for (const grant of [token, { token }, { id_token: token }]) {
      const error = failureOf(() => readGrant(grant));
      expect([error.code, error.message.includes("0815")]).toEqual(["token-exposed", false]);
    }
  });

  it.each([{ toString: "" }, [{ valueOf: 1, toString: 2 }], null, true])(
    "takes a life of %j for one that nobody knows",
    (expiresIn) => {
      expect(readGrant({ token: "abc", expiresIn })).toEqual(readGrant("abc"));
    },
  );

  it("gives a usable token or an error of the kit for anything that JSON can hold", () => {
    const grants = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      fc.record(
        {
          token: fc.jsonValue(),
          session_token: fc.jsonValue(),
          id_token: fc.string(),
          expires_in: fc.jsonValue(),
          expiresIn: fc.oneof(fc.double(), fc.jsonValue()),
          access_token: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    );

    fc.assert(
      fc.property(grants, (grant) => {
        try {
          const { value, expiresInMs } = readGrant(grant);
          expect(value).toMatch(/^[^\s<>"]+$/);
          expect(expiresInMs).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(HumanConnectError);
          expect((error as HumanConnectError).code).toMatch(/^token-(malformed|exposed)$/);
        }
      }),
    );
  });

  it("repeats no text of the grant in a message", () => {
    const value = fc.stringMatching(/^[0-9a-f]{12}$/);
    const grants = value.chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.constantFrom<unknown>(
          `<b>${text}`,
          `"${text}"`,
          `${text} ${text}`,
          { [text]: text },
          { token: [text] },
          { token: `${text} ` + text },
          { client_secret: text },
          { access_token: text, token: text },
          [text],
        ),
      ),
    );

    fc.assert(
      fc.property(grants, ([text, grant]) => {
        const { message, userMessage, cause } = failureOf(() => readGrant(grant));

        expect(`${message} ${userMessage} ${String(cause)}`).not.toContain(text);
      }),
    );
  });
});
