import { describe, expect, it } from "vitest";
import { readLaunch } from "../../page/host/launch.js";
import { splitPinned } from "../../page/state/pinned.js";
import { toQ } from "../../page/host/query.js";
import { initialState, type PageAction, type PageState, reduce, screenBehind } from "../../page/state/state.js";
import { listOf, monogramOf } from "../../page/parts/words.js";
import type { Connection, Provider } from "../../src/base/connect-api.js";

const provider = (number: number): Provider => ({
  id: String(number).padStart(24, "0"),
  name: `Provider ${number}`,
  kind: "clinic",
  place: "Nowhere",
  aliases: [],
  segments: [],
  hue: 0,
});
const connection = (number: number): Connection => ({
  id: String(number).padStart(24, "0"),
  name: `Provider ${number}`,
  kind: "clinic",
  connectedAt: "2030-01-01T00:00:00.000Z",
});
const run = (...actions: PageAction[]): PageState => actions.reduce(reduce, initialState);
const loaded: PageAction = {
  type: "session-loaded",
  session: {
    mode: "auth",
    connections: [connection(1)],
    requestedProviders: [],
    scenario: null,
    application: "Example app",
    pace: 1,
  },
};
const ids = (list: readonly { id: string }[]): number[] => list.map(({ id }) => Number(id));

describe("reduce", () => {
  it("shows the search with what was connected before, which is no part of this session's history", () => {
    const state = run(loaded);
    expect(state.screen.name).toBe("search");
    expect(ids(state.connections)).toStrictEqual([1]);
    expect(state.history).toStrictEqual({ connected: [], disconnected: [], requested: [] });
  });

  it("keeps a source that came and went in both lists of the history", () => {
    const state = run(
      loaded,
      { type: "connected", connection: connection(2) },
      { type: "disconnected", connection: connection(2) },
    );
    expect(ids(state.connections)).toStrictEqual([1]);
    expect(ids(state.history.connected)).toStrictEqual([2]);
    expect(ids(state.history.disconnected)).toStrictEqual([2]);
  });

  it("names a source once, however often it is connected", () => {
    const again: PageAction = { type: "connected", connection: connection(1) };
    const state = run(loaded, again, again);
    expect(ids(state.connections)).toStrictEqual([1]);
    expect(ids(state.history.connected)).toStrictEqual([1]);
  });

  it("says that a source is disconnected until the next screen opens", () => {
    const gone = run(loaded, { type: "disconnected", connection: connection(1) });
    expect(gone.notice).toBe("Provider 1 is disconnected.");
    expect(reduce(gone, { type: "screen-opened", screen: { name: "search" } }).notice).toBe("");
  });

  it("ticks and unticks providers in order, and lets go of one that is connected", () => {
    const tick = (number: number): PageAction => ({ type: "choice-toggled", provider: provider(number) });
    const state = run(loaded, tick(3), tick(2), tick(4), tick(3));
    expect(ids(state.chosen)).toStrictEqual([2, 4]);
    expect(ids(reduce(state, { type: "connected", connection: connection(2) }).chosen)).toStrictEqual([4]);
  });

  it("walks through the steps of connecting, and starts over after an error", () => {
    const begin: PageAction = { type: "connecting", providers: [provider(2)] };
    const failed = run(
      loaded,
      begin,
      { type: "step-reached", step: "confirm" },
      { type: "connecting-failed", message: "No." },
    );
    expect(failed.screen).toMatchObject({ name: "progress", step: "confirm", error: "No." });
    expect(reduce(failed, begin).screen).toMatchObject({ step: "contact", error: null });
  });

  it("ignores a step that arrives after the person has left the progress", () => {
    const state = run(loaded);
    expect(reduce(state, { type: "step-reached", step: "report" })).toBe(state);
    expect(reduce(state, { type: "connecting-failed", message: "No." })).toBe(state);
  });

  it("adds a request to the session and to what was asked for before", () => {
    const requested = {
      physician: "Dr. Example",
      healthSystem: "",
      address: "1 Some Street",
      website: "",
      location: { latitude: 30, longitude: -90 },
    };
    const state = run(loaded, { type: "requested", provider: requested });
    expect(state.screen).toStrictEqual({ name: "requested", physician: "Dr. Example" });
    expect(state.history.requested).toStrictEqual([requested]);
    expect(state.requestedProviders).toStrictEqual([requested]);
  });

  it("forgets an edited form when another screen opens, and changes nothing for the same answer", () => {
    const edited = run(loaded, { type: "form-edited", isDirty: true });
    expect(reduce(edited, { type: "form-edited", isDirty: true })).toBe(edited);
    expect(reduce(edited, { type: "screen-opened", screen: { name: "search" } }).isDirty).toBe(false);
  });

  it("keeps the history when the session fails, so that the host still hears of it", () => {
    const state = run(
      loaded,
      { type: "connected", connection: connection(2) },
      { type: "failed", code: "SESSION_TOKEN_EXPIRED", message: "Expired." },
    );
    expect(state.screen).toStrictEqual({ name: "failed", code: "SESSION_TOKEN_EXPIRED", message: "Expired." });
    expect(ids(state.history.connected)).toStrictEqual([2]);
  });
});

describe("screenBehind", () => {
  it("leads from consent to the sign-in of the same provider, and from there to the search", () => {
    const signIn = screenBehind({ name: "consent", provider: provider(1) });
    expect(signIn).toStrictEqual({ name: "sign-in", provider: provider(1) });
    expect(signIn && screenBehind(signIn)).toStrictEqual({ name: "search" });
  });

  it("has no way back into something that is over", () => {
    expect(screenBehind({ name: "success", names: [] })).toBeNull();
    expect(screenBehind({ name: "search" })).toBeNull();
  });
});

describe("readLaunch", () => {
  it("reads the vendor's names and passes on all but the token", () => {
    const launch = readLaunch("?token=secret&mode=select&clientId=a&segment=fitness&pinnedProviders=A,%20B,,&other=1");
    expect(launch).toMatchObject({ token: "secret", segment: "fitness", pinned: ["A", "B"] });
    expect(String(launch.passedOn)).toBe("mode=select&clientId=a");
  });

  it("takes empty parameters for missing ones", () => {
    expect(readLaunch("?token=&segment=&pinnedProviders=")).toMatchObject({ token: null, segment: null, pinned: [] });
  });
});

describe("splitPinned", () => {
  it("finds pinned providers by id and by name in any case", () => {
    const all = [provider(1), provider(2), provider(3)];
    const { pinned, others } = splitPinned(all, ["provider 2", provider(3).id]);
    expect(ids(pinned)).toStrictEqual([2, 3]);
    expect(ids(others)).toStrictEqual([1]);
  });
});

describe("words", () => {
  it.each([
    ["The Greater Wrenfield", "GW"],
    ["Pulsario", "P"],
    ["Łąkomir Apteka", "ŁA"],
    ["あおみね野クリニック", "あ"],
    ["«Белоречье»", "Б"],
    ["", ""],
  ])("draws %j as %j", (name, monogram) => {
    expect(monogramOf(name)).toBe(monogram);
  });

  it("joins names as a sentence does", () => {
    expect(listOf(["A", "B", "C"])).toBe("A, B and C");
  });

  it("adds the kind to a search as an operator", () => {
    expect(toQ({ text: " heart ", kind: "lab" })).toBe("kind:lab heart");
    expect(toQ({ text: " heart ", kind: null })).toBe("heart");
  });
});
