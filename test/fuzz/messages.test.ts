import assert from "node:assert/strict";
import fc from "fast-check";
import { describe } from "vitest";
import { HumanConnectError } from "@human-connect/core";
import { readRefusal } from "../../packages/core/src/vendor/close-status.js";
import { readJsonMessage, readLegacyMessage } from "../../packages/core/src/legacy/message.js";
import { readMessage } from "../../packages/core/src/vendor/read-message.js";
import { emptySession, readSession } from "../../packages/core/src/model/session.js";
import { hostileClone, hostileJson, objectOf } from "./arbitraries.ts";
import { hostileText, secretText, words } from "./hostile-text.ts";
import { fuzz } from "./runs.ts";
import { assertNoPollution, assertNoSecret, isRecord } from "./verdicts.ts";

const eventOf: Readonly<Record<string, string>> = {
  "hapi-connect-connect-source": "connect",
  "hapi-connect-disconnect-source": "disconnect",
  "hapi-connect-close": "close",
};
const types = Object.keys(eventOf);
const nearTypes = [
  ...types.flatMap((type) => [`${type} `, type.toUpperCase(), `${type}d`, Object(type) as unknown, [type]]),
  ...words("hapi-connect-error hapi-connect-finish close connect hapi-connect-"),
];
const keys = ["type", "status", "sessionResults", "currentConnections", "error", "token"];
const message = fc
  .tuple(objectOf(keys, hostileClone(...keys)), fc.constantFrom<unknown>(...types, ...nearTypes))
  .map(([data, type]) => ({ ...data, type }));
const anything = fc.oneof({ arbitrary: message, weight: 3 }, { arbitrary: hostileClone(...keys), weight: 1 });

const statuses: Readonly<Record<string, string>> = {
  SESSION_TOKEN_EXPIRED: "expired",
  SESSION_TOKEN_INVALID: "invalid",
  MISSING_SESSION_TOKEN: "missing",
};
const status = fc.oneof(
  fc.constantFrom(...Object.keys(statuses), "SUCCESS", "session_token_expired"),
  hostileClone("a"),
);

describe("the filter of messages", () => {
  fuzz("readMessage", "takes an object whose type is exactly one of three", anything, (data) => {
    const read = readMessage(data);

    const type = isRecord(data) ? data["type"] : undefined;
    const event = typeof type === "string" && types.includes(type) ? eventOf[type] : undefined;
    assert.equal(read?.event, event);
    if (read) {
      assert.equal(read.data, data);
      assert.ok(readSession(read.data, emptySession()), "an event without a session");
    }
    assertNoPollution();
  });

  fuzz("readRefusal", "knows three statuses and nothing else", status, (value) => {
    const known = typeof value === "string" && Object.hasOwn(statuses, value) ? statuses[value] : undefined;
    assert.equal(readRefusal(value), known);
  });
});

const clientId = fc.constantFrom<unknown>("ours", "theirs", "", " ours", ["ours"], null);
const sessionToken = fc.oneof(
  { arbitrary: objectOf(["humanId", "sessionToken", "more"], fc.oneof(secretText, hostileJson("a"))), weight: 3 },
  { arbitrary: hostileJson("humanId", "clientId"), weight: 1 },
);
const report = objectOf(
  ["code", "message", "detailedMessage"],
  fc.oneof(secretText, hostileText, fc.constantFrom("E_DOWN", "a".repeat(61))),
);
const legacyTypes = ["hapi-connect-close", "hapi-connect-finish", "hapi-connect-error"];
const legacyMessage = fc
  .record({
    type: fc.oneof(fc.constantFrom(...legacyTypes), hostileText),
    token: fc
      .tuple(sessionToken, clientId)
      .map(([token, id]) => (isRecord(token) ? { ...token, clientId: id } : token)),
    error: fc.oneof(report, hostileJson("code")),
  })
  .map((data) => JSON.stringify(data));
const legacyData = fc.oneof(
  { arbitrary: legacyMessage, weight: 4 },
  { arbitrary: hostileText, weight: 1 },
  { arbitrary: hostileClone("type"), weight: 1 },
);

describe("the filter of legacy messages", () => {
  fuzz("readLegacyMessage", "takes three types, and tokens of our application alone", legacyData, (data) => {
    const read = readLegacyMessage(data, "ours");

    const given = readJsonMessage(data);
    const type = given?.["type"];
    const token = isRecord(given?.["token"]) ? given["token"] : {};
    const isOurs = token["clientId"] === "ours" && [token["humanId"], token["sessionToken"]].every(isFilled);
    if (read instanceof HumanConnectError) {
      assert.equal(type, "hapi-connect-error");
      assert.equal(read.code, "client-failed");
      assert.match(read.message, /^Connect reported an error \((no code|[\w.-]{1,60})\)\. See the cause\.$/);
      assertNoSecret(read.message);
    } else if (read) {
      assert.equal(read.event, "close");
      assert.ok(type === "hapi-connect-close" || (type === "hapi-connect-finish" && isOurs));
      const { humanId, sessionToken } = token;
      assert.deepEqual(
        JSON.parse(JSON.stringify(read.data)),
        type === "hapi-connect-close" ? {} : { token: { humanId, clientId: "ours", sessionToken } },
      );
    } else {
      assert.ok(type !== "hapi-connect-close" && type !== "hapi-connect-error");
      assert.ok(type !== "hapi-connect-finish" || !isOurs, "a token of ours was dropped");
    }
    assertNoPollution();
  });
});

const isFilled = (value: unknown): boolean => typeof value === "string" && value !== "";
