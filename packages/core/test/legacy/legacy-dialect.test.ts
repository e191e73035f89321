import { describe, expect, it } from "vitest";
import { createLegacyDialect } from "../../src/legacy/dialect.js";

const target = { baseUrl: "https://connect.example", origin: "https://connect.example", origins: [] };
const token = { humanId: "h", clientId: "c", sessionToken: "s" };

/** A client that somebody has finished with, whose backend has answered a new public token. */
async function finishAs(user: string | undefined): Promise<(user: string | undefined) => unknown> {
  const finalize = () => ({ publicToken: "renewed" });
  const dialect = createLegacyDialect({ clientId: "c", clientUserId: "u", finalize });
  const openFor = (whose: string | undefined): unknown => {
    expect(dialect.takePendingClose!(whose)).toBeUndefined();
    return dialect.toVendorOptions({}, target, "old")["publicToken"];
  };
  openFor(user);
  await dialect.afterClose!({ event: "close", data: { token } }, { known: [], timeoutMs: 1000, user });
  return openFor;
}

describe("the public token that finalize has returned", () => {
  it("replaces the old one in each of the user's next sessions", async () => {
    const openFor = await finishAs("ada");

    expect([openFor("ada"), openFor("ada")]).toEqual(["renewed", "renewed"]);
  });

  it.each([
    ["another user", "ada", "bob"],
    ["an anonymous user", "ada", undefined],
    ["a user who has just signed in", undefined, "ada"],
  ])("opens Connect for its user alone, not for %s", async (_name, owner, next) => {
    const openFor = await finishAs(owner);

    expect([openFor(next), openFor(owner)]).toEqual(["old", "old"]);
  });
});
