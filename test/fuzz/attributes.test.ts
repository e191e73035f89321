import assert from "node:assert/strict";
import fc from "fast-check";
import { describe } from "vitest";
import { HumanConnectError } from "@human-connect/core";
import { checkUrl, readTarget, toVendorOptions } from "../../packages/core/src/vendor-options.js";
import { joinWords, readLabels, readOptions } from "../../packages/element/src/attributes/read-options.js";
import { hostileText, textWith, words } from "./hostile-text.ts";
import { fuzz } from "./runs.ts";
import { assertNoPollution, isRecord, readOrRefuse } from "./verdicts.ts";

const url = textWith(
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:x",
  ...words("javascript:alert(1) JaVaScRiPt:alert(1) data:text/html,x blob:https://a/b vbscript:x file:///etc/passwd"),
  ...words("//evil.example /connect about:blank http://a.example http://localhost.evil.example http://localhost@b.c"),
  ...words("http://127.0.0.1.evil.example http://evil.example#localhost http://localhost:4000 http://127.0.0.1"),
  ...words(
    "http://[::1]:80 http://a.localhost https://hapi-connect.humanapi.co HTTPS://a.example/b?c#d https:a.example",
  ),
);
const json = textWith(
  '[{"id":"a1","name":"A"}]',
  '[{"id":"a1"}]',
  '[{"__proto__":{"id":"a"}}]',
  "[null]",
  "[[]]",
  "{}",
);
const word = textWith("auth", "select", "abc, def", ",,", "true", "false", "0.6", "1e400", "es");
const texts: Readonly<Record<string, fc.Arbitrary<string>>> = { "base-url": url, "initial-connections": json };
const names = [
  words("base-url initial-connections mode client-id segment config invite-session-id pinned-providers"),
  words("preseed overlay-opacity warm-frame locale user prefetch-token debug"),
].flat();
const attributes = fc.record(
  Object.fromEntries(names.map((name) => [name, texts[name] ?? word])) as Record<string, fc.Arbitrary<string>>,
  { requiredKeys: [] },
);

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isFlag = (value: unknown): boolean => typeof value === "boolean";
const isSource = (value: unknown): boolean =>
  isRecord(value) && typeof value["id"] === "string" && typeof value["name"] === "string";
/** The options that are no text. */
const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  preseed: isFlag,
  warmFrame: isFlag,
  prefetchToken: isFlag,
  debug: isFlag,
  overlayOpacity: Number.isFinite,
  pinnedProviders: (value) => Array.isArray(value) && value.every(isText),
  initialConnections: (value) => Array.isArray(value) && value.every(isSource),
};

const isSafe = ({ protocol, hostname }: URL): boolean =>
  protocol === "https:" || (protocol === "http:" && /^(localhost|127(\.\d+){3}|\[::1\]|.+\.localhost)$/.test(hostname));

describe("the attributes of the element", () => {
  fuzz("readOptions", "gives options of the right kind, whatever stands in them", attributes, (given) => {
    const options = readOptions((name) => given[name]);

    for (const [option, value] of Object.entries(options))
      assert.ok((kinds[option] ?? isText)(value), `${option} is ${JSON.stringify(value)}`);
    assertNoPollution();
  });

  fuzz("readOptions", "opens no page but one of https or this machine", attributes, (given) => {
    const options = readOptions((name) => given[name]);

    const opened = readOrRefuse(() => {
      const target = readTarget(options);
      return toVendorOptions(options, target, "token");
    }, "invalid-option");

    if (opened instanceof HumanConnectError) return;
    assert.ok(isSafe(new URL(String(opened["baseURL"]))), `${String(opened["baseURL"])} would be opened`);
    assert.ok([undefined, "auth", "select"].includes(opened["mode"] as string | undefined));
    assert.equal(opened["token"], "token");
  });

  fuzz("checkUrl", "lets code come from https or this machine alone", url, (text) => {
    const checked = readOrRefuse(() => checkUrl("url", text), "invalid-option");

    if (checked instanceof URL) assert.ok(isSafe(checked), `${checked.href} would be loaded`);
    // One that is relative on some page, or brings credentials, is no good one.
    else
      assert.ok(
        !URL.canParse(text) || !isSafe(new URL(text)) || !/^https?:\/\/[^@]*$/i.test(text),
        "a good URL was refused",
      );
  });

  const labels = fc.array(
    fc.record({
      name: fc.tuple(fc.constantFrom("label-", "data-"), hostileText).map((parts) => parts.join("")),
      value: hostileText,
    }),
    { maxLength: 4 },
  );
  fuzz("readLabels", "gives texts under names of their own, and touches nothing else", labels, (given) => {
    const read = readLabels(given);
    const joined = joinWords({ labels: { connect: "Connect" } }, { labels: read });

    assert.ok(Object.values(read).every((value) => typeof value === "string" && value.trim() !== ""));
    assert.ok(Object.keys(read).length <= given.filter(({ name }) => name.startsWith("label-")).length);
    assert.equal(Object.getPrototypeOf(joined.labels), null);
    assertNoPollution();
  });
});
