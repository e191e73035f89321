import { expect, it } from "vitest";
import { describeEnd } from "../../src/words/describe-end.js";
import { HumanConnectError } from "../../src/model/errors.js";
import { normalizeSession, type Source } from "../../src/model/session.js";
import type { HumanConnectState } from "../../src/model/state.js";

const alder: Source = { id: "a", name: "Alder Clinic" };
const birch: Source = { id: "b", name: "Birch Pharmacy" };
const cedar: Source = { id: "c", name: "Cedar Lab" };

function closed(
  connectedSources: Source[],
  disconnectedSources: Source[],
  currentConnections: Source[],
): HumanConnectState {
  const session = normalizeSession({ sessionResults: { connectedSources, disconnectedSources }, currentConnections })!;
  return { status: "closed", reason: "finished", session, currentConnections };
}

it.each<[state: HumanConnectState, english: string, spanish: string]>([
  [
    closed([alder], [], [alder]),
    "Alder Clinic connected. 1 source connected.",
    "Conectado: Alder Clinic. 1 fuente conectada.",
  ],
  [
    closed([alder, birch], [], [alder, birch, cedar]),
    "Alder Clinic and Birch Pharmacy connected. 3 sources connected.",
    "Conectado: Alder Clinic y Birch Pharmacy. 3 fuentes conectadas.",
  ],
  [
    closed([alder], [birch], [alder]),
    "Alder Clinic connected. Birch Pharmacy disconnected. 1 source connected.",
    "Conectado: Alder Clinic. Desconectado: Birch Pharmacy. 1 fuente conectada.",
  ],
  [closed([], [birch], []), "Birch Pharmacy disconnected.", "Desconectado: Birch Pharmacy."],
  [closed([], [], [alder]), "", ""],
  // As it was before.
  [closed([alder], [alder], []), "Alder Clinic disconnected.", "Desconectado: Alder Clinic."],
  [{ status: "idle", currentConnections: [alder] }, "", ""],
  [{ status: "loading", currentConnections: [alder] }, "", ""],
])("says of %o: %s", (state, english, spanish) => {
  expect([describeEnd(state, {}), describeEnd(state, { locale: "es-MX" })]).toEqual([english, spanish]);
});

it("says what went wrong", () => {
  const error = new HumanConnectError("offline", "for developers", { userMessage: "You are offline." });

  expect(describeEnd({ status: "error", error, currentConnections: [] }, {})).toBe("You are offline.");
});

it("takes names as they are, and words of the options", () => {
  const odd = { id: "o", name: "$& {names}" };

  expect(
    describeEnd(closed([odd], [], [odd]), { labels: { sourcesConnected: "Hello {names}", oneConnection: "One" } }),
  ).toBe("Hello $& {names}. One.");
});
