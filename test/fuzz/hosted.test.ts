import assert from "node:assert/strict";
import fc from "fast-check";
import { describe } from "vitest";
import { HumanConnectError } from "@human-connect/core";
import { hostedConnectUrl, readHostedCallback } from "../../packages/core/src/hosted.js";
import { normalizeSession } from "../../packages/core/src/model/session.js";
import { hostileJson, objectOf } from "./arbitraries.ts";
import { hostileText, secretText, textWith, words } from "./hostile-text.ts";
import { fuzz } from "./runs.ts";
import { assertNoPollution, readOrRefuse } from "./verdicts.ts";

const scripts = /^(javascript|data|blob|vbscript|file|about|view-source|ftp|ws|intent):$/;
const callback = textWith(
  " JavaScript:alert(1)",
  "java\tscript:alert(1)",
  ...words("https://app.example/back https://app.example/back?state=theirs&a=b#c com.example.app:/connected app://x?y"),
  ...words(
    "javascript:alert(1) data:text/html,x blob:https://a/b /back http://a.example/ https://a.example@b.example/",
  ),
  ...words(
    "view-source:https://a.example file:///a about:blank ftp://a.example/ wss://a.example/ intent://a#Intent;end",
  ),
);
const hostedUrl = textWith("https://hapi-link.humanapi.co/connect", "https://a.example?token=old", "javascript:x", "x");
const options = fc.record(
  {
    clientId: hostileText,
    token: fc.oneof(secretText, hostileText),
    callback,
    state: fc.oneof(fc.constantFrom("state-1", "a&b=c#d"), hostileText),
    mode: fc.constantFrom("auth" as const, "select" as const),
    segment: hostileText,
    pinnedProviders: fc.oneof(hostileText, fc.array(hostileText, { maxLength: 3 })),
    hostedUrl,
  },
  { requiredKeys: ["clientId", "token", "callback", "state"] },
);

/** What the URL of a page makes of a text that holds half of a letter. */
const toWellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, "\ufffd");

const results = ["sessionResults", "currentConnections", "requestedProviders"];
const payload = hostileJson("connectedSources", "id", "name", "location");
const answer = fc.tuple(
  objectOf(
    results,
    fc.oneof(
      payload.map((value) => JSON.stringify(value)),
      hostileText,
    ),
  ),
  fc.constantFrom("SUCCESS", "SESSION_TOKEN_EXPIRED", "SESSION_TOKEN_INVALID", "MISSING_SESSION_TOKEN", "", undefined),
  fc.constantFrom<[sent: string, expected: string]>(["s§1", "s§1"], ["s§1", "s§2"], ["", ""], ["s§1", ""], ["", "s§1"]),
);

describe("the hosted page", () => {
  fuzz("hostedConnectUrl", "gives an address that holds what was given, or names the option", options, (given) => {
    let url: URL;
    try {
      url = hostedConnectUrl(given);
    } catch (error) {
      assert.ok(error instanceof TypeError);
      assert.match(
        error.message,
        /^hostedConnectUrl: (\w+) (is missing|must (be an absolute URL|be https \(http only for localhost\).*|not contain a user name.*))$/,
      );
      return;
    }
    assert.ok(!scripts.test(url.protocol), "a script would be opened");
    const query = url.searchParams;
    assert.equal(query.get("token"), toWellFormed(given.token));
    assert.equal(query.get("clientId"), toWellFormed(given.clientId));
    const back = new URL(query.get("callback")!);
    assert.ok(!scripts.test(back.protocol), "a script would be led back to");
    assert.ok(back.protocol !== "http:" || back.hostname === "localhost", "health data would go in the clear");
    assert.equal(back.username + back.password, "");
    assert.deepEqual(back.searchParams.getAll("state"), [toWellFormed(given.state)]);
    assertNoPollution();
  });

  fuzz("readHostedCallback", "believes a link with our state alone, and keeps the state to itself", answer, (given) => {
    const [fields, status, [sent, expected]] = given;
    const url = new URL("https://app.example/back");
    for (const [name, value] of Object.entries({ ...fields, status, state: sent }))
      if (value !== undefined) url.searchParams.set(name, value);

    const read = readOrRefuse(
      () => readHostedCallback(url, expected),
      ...(["token-expired", "token-invalid", "token-missing"] as const),
    );

    if (sent !== expected || !expected) assert.equal(read, undefined);
    else if (read instanceof HumanConnectError) assert.match(String(status), /SESSION_TOKEN/);
    else if (read) assert.deepEqual(normalizeSession(read), read);
    assertNoPollution();
  });

  fuzz("readHostedCallback", "takes any text for a link that says nothing", hostileText, (text) => {
    assert.equal(readHostedCallback(text, "s§1"), undefined);
    assert.equal(
      readHostedCallback(`https://app.example/?state=s§1&sessionResults=${encodeURI(toWellFormed(text))}`, text),
      undefined,
    );
    assert.equal(readHostedCallback(`${text}?state=`, ""), undefined);
  });
});
