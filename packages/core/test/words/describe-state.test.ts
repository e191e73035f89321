import { describe, expect, it } from "vitest";
import { describeState } from "../../src/words/describe-state.js";
import { HumanConnectError } from "../../src/model/errors.js";
import { emptySession, type Source } from "../../src/model/session.js";
import type { HumanConnectState } from "../../src/model/state.js";

const sources: Source[] = [
  { id: "a", name: "A" },
  { id: "b", name: "B" },
];
const error = new HumanConnectError("offline", "for developers", { userMessage: "for the person" });
const ended = { status: "closed", reason: "finished", session: emptySession() } as const;

describe("describeState", () => {
  it.each<[state: HumanConnectState, locale: string, text: string]>([
    [{ status: "idle", currentConnections: [] }, "en", "Nothing connected yet"],
    [{ status: "idle", currentConnections: sources }, "en", "2 sources connected"],
    [{ status: "loading", currentConnections: [] }, "en", "Opening Connect…"],
    [{ status: "open", session: emptySession(), currentConnections: [] }, "en", "Continue in the Connect window"],
    [{ ...ended, currentConnections: sources.slice(1) }, "en", "1 source connected"],
    [{ ...ended, currentConnections: sources }, "es-MX", "2 fuentes conectadas"],
    [{ status: "error", error, currentConnections: sources }, "es", "for the person"],
  ])("says for %o in %s: %s", (state, locale, text) => {
    expect(describeState(state, { locale })).toBe(text);
  });

  it("leaves to a list beside it that nothing is connected", () => {
    expect(describeState({ status: "idle", currentConnections: [] }, {}, true)).toBe("");
    expect(describeState({ ...ended, currentConnections: sources }, {}, true)).toBe("2 sources connected");
  });

  it.each([
    ["en", "1,200 sources connected"],
    ["es", "1200 fuentes conectadas"],
    ["es-MX", "1,200 fuentes conectadas"],
    [undefined, "1,200 sources connected"],
  ])("writes numbers as %s does", (locale, text) => {
    const many = Array.from({ length: 1200 }, (_, index) => ({ id: String(index), name: "A" }));

    expect(describeState({ status: "idle", currentConnections: many }, { locale })).toBe(text);
  });

  it("takes the words of the options", () => {
    const labels = { manyConnections: "{count} in all" };

    expect(describeState({ status: "idle", currentConnections: sources }, { labels })).toBe("2 in all");
  });
});
