import { expect, it } from "vitest";
import type { HumanConnectErrorCode } from "../../src/model/errors.js";
import type { Labels } from "../../src/words/labels.js";
import { create, open } from "../testing/testing-sessions.js";

/** What a person reads when an open session fails. */
async function failOpen(code: HumanConnectErrorCode, options: { locale?: string; labels?: Partial<Labels> } = {}) {
  const session = create(undefined, options);
  const { over } = await open(session);
  session.fake.fail(code);
  const state = await over;
  return state.status === "error" ? state.error.userMessage : state.status;
}

it.each<[HumanConnectErrorCode, locale: string, text: RegExp]>([
  ["widget-removed", "en", /^Connect closed unexpectedly\. What you connected is kept\./],
  ["token-expired", "en", /^Connect closed unexpectedly\./],
  ["widget-removed", "es", /^Connect se cerró de forma inesperada\./],
])("says of %s that Connect closed, in %s, and not that it could not be opened", async (code, locale, text) => {
  expect(await failOpen(code, { locale })).toMatch(text);
});

it("keeps to the words of a host that has some for failures, before those for this one", async () => {
  expect(await failOpen("widget-removed", { labels: { errorFailed: "Das ging nicht." } })).toBe("Das ging nicht.");
  expect(await failOpen("widget-removed", { labels: { errorFailed: "Das ging nicht.", errorEnded: "Vorbei." } })).toBe(
    "Vorbei.",
  );
});
