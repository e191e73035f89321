import { describe, expect, it } from "vitest";
import { HumanConnectError } from "../../src/model/errors.js";
import { emptySession } from "../../src/model/session.js";
import { transition, type HumanConnectState, type StateChange } from "../../src/model/state.js";

const known = Object.freeze([{ id: "k", name: "Known" }]);
const results = emptySession([{ id: "n", name: "New" }]);
const error = new HumanConnectError("token-failed", "It failed. Mend it.");

const states: HumanConnectState[] = [
  { status: "idle", currentConnections: known },
  { status: "loading", currentConnections: known },
  { status: "open", session: emptySession(known), currentConnections: known },
  { status: "closed", session: emptySession(known), reason: "finished", currentConnections: known },
  { status: "error", error, currentConnections: known },
];

const changes: [change: StateChange, after: HumanConnectState][] = [
  [{ type: "reset" }, { status: "idle", currentConnections: known }],
  [
    { type: "progress", session: results },
    { status: "open", session: results, currentConnections: results.currentConnections },
  ],
  [
    { type: "close", session: results, reason: "cancelled" },
    { status: "closed", session: results, reason: "cancelled", currentConnections: results.currentConnections },
  ],
  [
    { type: "fail", error },
    { status: "error", error, currentConnections: known },
  ],
  [
    { type: "fail", error, session: results },
    { status: "error", error, session: results, currentConnections: results.currentConnections },
  ],
];

const table = states.flatMap((before) =>
  changes.map(([change, after]) => ({ from: before.status, by: change.type, before, change, after })),
);

describe("transition", () => {
  it.each(table)(
    "leads from $from by $by to what the change says, with nothing left of before",
    ({ before, change, after }) => {
      expect(transition(before, change)).toEqual(after);
    },
  );

  it.each(table)("gives a new state from $from by $by and leaves the old one as it was", ({ before, change }) => {
    const input = Object.freeze({ ...before });

    const after = transition(input, change);

    expect(after).not.toBe(input);
    expect(input).toEqual(before);
  });

  it.each(["finished", "closed-by-host", "cancelled"] as const)("keeps the reason %s", (reason) => {
    expect(transition(states[0]!, { type: "close", session: results, reason })).toMatchObject({
      status: "closed",
      reason,
    });
  });
});
