import { expect, it } from "vitest";
import { describeEnd } from "../../src/words/describe-end.js";
import { HumanConnectError } from "../../src/model/errors.js";
import { normalizeSession, type Source } from "../../src/model/session.js";
import { languages } from "../languages/all-languages.js";
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

it.each([
  ["zh", "已连接：Alder Clinic和Birch Pharmacy。已连接 3 个数据来源。"],
  ["ja", "Alder Clinic、Birch Pharmacy と連携しました。3 件連携中。"],
  ["ko", "연결됨: Alder Clinic 및 Birch Pharmacy. 소스 3개 연결됨."],
  ["ar", "تم ربط \u2068Alder Clinic\u2069 و\u2068Birch Pharmacy\u2069. تم ربط 3 مصادر."],
])("joins names and sentences as %s does", (name, text) => {
  const state = closed([alder, birch], [], [alder, birch, cedar]);

  expect(describeEnd(state, languages.get(name)!)).toBe(text);
});

it("isolates a name whose direction is not that of the sentence", () => {
  const clinic = { id: "c", name: "عيادة النور" };

  expect(describeEnd(closed([clinic], [], [clinic]), {})).toBe(
    "\u2068عيادة النور\u2069 connected. 1 source connected.",
  );
});

it("takes names as they are, and words of the options", () => {
  const odd = { id: "o", name: "$& {names}" };

  expect(
    describeEnd(closed([odd], [], [odd]), { labels: { sourcesConnected: "Hello {names}", oneConnection: "One" } }),
  ).toBe("Hello $& {names}. One.");
});
