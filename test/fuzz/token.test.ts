import assert from "node:assert/strict";
import fc from "fast-check";
import { describe } from "vitest";
import { HumanConnectError } from "@human-connect/core";
import { readPublicToken } from "../../packages/core/src/legacy/grant.js";
import { findSecret, readGrant, readToken } from "../../packages/core/src/token.js";
import { hostileClone, objectOf } from "./arbitraries.ts";
import { hostileText, secretText } from "./hostile-text.ts";
import { fuzz } from "./runs.ts";
import { assertNoPollution, isRecord, readOrRefuse } from "./verdicts.ts";

const secretFields = ["client_secret", "clientSecret", "access_token", "accessToken", "refresh_token"];
const tokenFields = ["token", "session_token", "id_token", "publicToken"];
const lifeFields = ["expiresIn", "expires_in"];

/** A secret, with what a broken backend may put around it. */
const token = fc.oneof(
  { arbitrary: secretText, weight: 3 },
  {
    arbitrary: fc.tuple(hostileText, secretText, hostileText).map((parts) => parts.join("")),
    weight: 2,
  },
  { arbitrary: fc.oneof(fc.constant(""), fc.constant(null), hostileClone("token")), weight: 2 },
);
const field = fc.oneof({ arbitrary: token, weight: 3 }, { arbitrary: hostileClone("valueOf", "toString"), weight: 1 });
const grant = fc.oneof(
  { arbitrary: objectOf([...tokenFields, ...lifeFields], field), weight: 4 },
  { arbitrary: objectOf([...tokenFields, ...lifeFields, ...secretFields], field), weight: 2 },
  { arbitrary: token, weight: 1 },
);

const isToken = (value: unknown): value is string => typeof value === "string" && /^\s*[^\s<>"]+\s*$/.test(value);
const isExposed = (value: unknown): boolean =>
  typeof value === "object" && value !== null && secretFields.some((name) => (value as Record<string, unknown>)[name]);

describe("the reader of tokens", () => {
  fuzz("readToken", "takes one word without quotes and brackets, and repeats nothing else", token, (value) => {
    const read = readOrRefuse(() => readToken(value), "token-malformed");

    assert.equal(read instanceof HumanConnectError, !isToken(value));
    if (!(read instanceof HumanConnectError)) assert.equal(read, (value as string).trim());
  });

  fuzz("readGrant", "takes the first token of a grant without secrets, for a time that passes", grant, (given) => {
    const read = readOrRefuse(() => readGrant(given), "token-malformed", "token-exposed");

    const fields = (isRecord(given) ? given : {}) as Record<string, unknown>;
    const first =
      typeof given === "string" ? given : (fields["token"] ?? fields["session_token"] ?? fields["id_token"]);
    const isExpected = isToken(first) && !isExposed(given);
    assert.equal(read instanceof HumanConnectError, !isExpected);
    if (read instanceof HumanConnectError) assert.equal(read.code === "token-exposed", isExposed(given));
    else {
      assert.equal(read.value, (first as string).trim());
      assert.ok(read.expiresInMs > 0, `lives for ${read.expiresInMs} ms`);
    }
    assertNoPollution();
  });

  fuzz("readPublicToken", "takes a public token or nothing, and never keeps it", grant, (given) => {
    const read = readOrRefuse(() => readPublicToken(given), "token-malformed", "token-exposed");

    const value = typeof given === "string" ? given : isRecord(given) ? given["publicToken"] : undefined;
    const isBlank = value === null || (typeof value === "string" && value.trim() === "");
    assert.equal(read instanceof HumanConnectError, isExposed(given) || !(isBlank || isToken(value)));
    if (!(read instanceof HumanConnectError))
      assert.deepEqual(read, { value: isBlank ? "" : (value as string).trim(), expiresInMs: 0 });
  });

  fuzz("findSecret", "names a field that must stay on the server, if there is one", grant, (given) => {
    if (!isRecord(given)) return;
    const name = findSecret(given);

    assert.equal(name !== undefined, isExposed(given));
    if (name) assert.ok(secretFields.includes(name) && given[name]);
  });
});
