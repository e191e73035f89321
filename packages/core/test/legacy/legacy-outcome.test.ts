import { describe, expect, it } from "vitest";
import { describeOutcome, readOutcome } from "../../src/legacy/outcome.js";

const [a, b, c] = ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase() })) as [Source, Source, Source];
type Source = { id: string; name: string };

describe("readOutcome", () => {
  it.each<[answer: unknown, outcome: object]>([
    [undefined, {}],
    [null, {}],
    ["ok", {}],
    [true, {}],
    [{}, {}],
    [{ publicToken: "new" }, { publicToken: "new" }],
    [{ publicToken: "" }, {}],
    [{ publicToken: null, currentConnections: null }, {}],
    [{ currentConnections: [a, a, { name: "" }, 5] }, { currentConnections: [a] }],
    [{ currentConnections: [] }, { currentConnections: [] }],
  ])("reads %j", (answer, outcome) => {
    expect(readOutcome(answer)).toEqual(outcome);
  });

  it.each<[name: string, code: string, answer: unknown]>([
    ["a Response, whose status nobody has looked at", "token-malformed", new Response("{}", { status: 500 })],
    ["a public token that is no token", "token-malformed", { publicToken: "<html>" }],
    ["a public token that is no text", "token-malformed", { publicToken: 5 }],
    ["an access token", "token-exposed", { publicToken: "p", accessToken: "s3cret" }],
    ["a client secret", "token-exposed", { clientSecret: "s3cret" }],
  ])("refuses %s with %s", (_name, code, answer) => {
    expect(() => readOutcome(answer)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/^finalize returned (?!.*s3cret)/) }),
    );
  });
});

describe("describeOutcome", () => {
  const events = (outcome: object, known: Source[]): unknown[] =>
    describeOutcome(outcome, known).map(({ event, data }) => [event, data["currentConnections"]]);

  it("says that something was connected, when nobody says what", () => {
    expect(describeOutcome({}, [a])).toEqual([{ event: "connect", data: {} }]);
  });

  it("tells of each source that came or went, in turn", () => {
    expect(events({ currentConnections: [b, c] }, [a])).toEqual([
      ["connect", [a, b]],
      ["connect", [a, b, c]],
      ["disconnect", [b, c]],
    ]);
  });

  it("sums up what the session has done", () => {
    expect(describeOutcome({ currentConnections: [b] }, [a]).at(-1)!.data["sessionResults"]).toEqual({
      connectedSources: [b],
      disconnectedSources: [a],
    });
  });

  it("tells of nothing when all is as it was", () => {
    expect(events({ currentConnections: [a] }, [a])).toEqual([]);
  });
});
