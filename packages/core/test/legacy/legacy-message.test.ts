import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HumanConnectError } from "../../src/model/errors.js";
import { readLegacyMessage } from "../../src/legacy/message.js";

const token = { humanId: "h", clientId: "c", sessionToken: "s" };
const finish = (value: unknown): string => JSON.stringify({ type: "hapi-connect-finish", token: value });

describe("readLegacyMessage", () => {
  it("reads the end of a session without a source", () => {
    expect(readLegacyMessage('{"type":"hapi-connect-close"}', "c")).toEqual({ event: "close", data: {} });
  });

  it("reads the end of a session with a source, and of its token what the service needs", () => {
    const message = readLegacyMessage(finish({ ...token, userId: "u", extra: 1 }), "c");

    expect(message).toEqual({ event: "close", data: { token } });
  });

  it.each<[name: string, data: unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["an object, which the old script never takes", { type: "hapi-connect-close" }],
    ["the text null", "null"],
    ["text that is no JSON", "hapi-connect-close"],
    ["a list", '[{"type":"hapi-connect-close"}]'],
    ["no type", "{}"],
    ["a type that every object has", '{"type":"toString"}'],
    ["a message of the current client", '{"type":"hapi-connect-connect-source"}'],
    ["an opening", JSON.stringify({ type: "hapi-connect-open", token: { sessionToken: "s" } })],
    ["a finish without a token", finish(undefined)],
    ["a finish of another application", finish({ ...token, clientId: "other" })],
    ["a finish with a human id that is no text", finish({ ...token, humanId: 5 })],
    ["a finish with an empty session token", finish({ ...token, sessionToken: "" })],
    ["a finish whose token is a list", finish([token])],
  ])("ignores %s", (_name, data) => {
    expect(readLegacyMessage(data, "c")).toBeUndefined();
  });

  it("reads an error, with what the page says in the cause alone", () => {
    const error = { code: "INVALID_CLIENT_ID", message: "short", detailedMessage: "token=abc" };

    const read = readLegacyMessage(JSON.stringify({ type: "hapi-connect-error", error }), "c");

    expect(read).toBeInstanceOf(HumanConnectError);
    expect(read).toMatchObject({ code: "client-failed", cause: error });
    expect((read as Error).message).toContain("INVALID_CLIENT_ID");
    expect((read as Error).message).not.toContain("abc");
  });

  it.each([undefined, null, "text", {}, { code: "a token that=abc" }])("reads the odd error %j", (error) => {
    const read = readLegacyMessage(JSON.stringify({ type: "hapi-connect-error", error }), "c");

    expect(read).toMatchObject({ code: "client-failed" });
    expect((read as Error).message).toContain("no code");
  });

  it("never throws, and reads nothing else", () => {
    const near = fc.record({
      type: fc.constantFrom("hapi-connect-finish", "hapi-connect-open", "x"),
      token: fc.jsonValue(),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          near.map((value) => JSON.stringify(value)),
        ),
        (text) => {
          expect(readLegacyMessage(text, "c")).toBeUndefined();
        },
      ),
    );
  });
});
