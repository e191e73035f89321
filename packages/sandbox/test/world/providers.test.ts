import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { providers, searchProviders } from "../../src/world/providers.js";

const search = (q: string, segment: string | null = null, pinned: readonly string[] = []): string[] =>
  searchProviders({ q, segment, pinned }).providers.map(({ name }) => name);
const kinds = ["clinic", "hospital", "pharmacy", "lab", "insurer", "wearable"] as const;

describe("providers", () => {
  it("has at least 64 of them, ten or more of each kind", () => {
    expect(providers.length).toBeGreaterThanOrEqual(64);
    for (const kind of kinds) expect(providers.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(10);
  });

  it("gives each an id of 24 hexadecimal digits and a name of its own", () => {
    for (const { id, hue, place } of providers) {
      expect(id).toMatch(/^[\da-f]{24}$/);
      expect(hue).toBeGreaterThanOrEqual(0);
      expect(hue).toBeLessThan(360);
      expect(place).not.toBe("");
    }
    expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
    expect(new Set(providers.map(({ name }) => name)).size).toBe(providers.length);
  });

  it("keeps the ids that tests and state files know", () => {
    expect(providers[0]).toMatchObject({ id: "52d885afee5ae48ccda47423", name: "Alderwick Family Clinic" });
  });

  it("lets the kinds take turns, so that the first few show the variety", () => {
    expect(providers.slice(0, 6).map(({ kind }) => kind)).toStrictEqual(kinds);
  });
});

describe("searchProviders", () => {
  it("answers the 20 most popular and how many there are in all when nothing is typed", () => {
    const { providers: found, total } = searchProviders({ q: " ", segment: null, pinned: [] });
    expect(found).toStrictEqual(providers.slice(0, 20));
    expect(total).toBe(providers.length);
  });

  it.each([
    ["pénaverde", "Clínica Peñaverde"],
    ["LAKOMIR apteka", "Łąkomir Apteka"],
    ["hoyvannet", "Høyvannet Sykehus"],
    ["grosswalder", "Größwalder Labor"],
    [
      "saint corrows",
      "The Greater Wrenfield and Marsh Counties Regional Medical Center for Women, Children and Families at Saint Corrow’s Landing",
    ],
    ["wadi sanawbar", "عيادة وادي الصنوبر"],
    ["クリニック", "あおみね野クリニック"],
    ["белоречье", "Больница «Белоречье»"],
    ["clinic alderwick", "Alderwick Family Clinic"],
  ])("finds by %j, whatever the case, accents and order", (q, name) => {
    expect(search(q)).toStrictEqual([name]);
  });

  it.each([
    ["sa", ["Saltmeadow Reference Lab", "Hôpital Sainte-Orsanne"], "the beginning over the start of a word"],
    ["heart", ["Elkspire Heart Institute", "Silverfen Cardiology Partners"], "the start of a word over an alias"],
    ["pi", ["Pillwright", "Copperpine Regional"], "the beginning over the inside"],
    ["pi", ["Copperpine Regional", "Høyvannet Sykehus"], "the inside over an alias"],
    ["pi", ["Høyvannet Sykehus", "Auralis Breath"], "an alias over the place"],
    ["me", ["Meridell Health Plan", "Thornmere Heart Associates"], "the beginning over a more popular name's inside"],
  ])("ranks for %j %o: %s", (q, names) => {
    expect(search(q).filter((name) => names.includes(name))).toStrictEqual(names);
  });

  it("wants every word", () => {
    expect(search("applefen hospital")).toStrictEqual([]);
    expect(search("nowhere at all")).toStrictEqual([]);
  });

  it("narrows to a kind, with and without other words", () => {
    const { providers: labs, total } = searchProviders({ q: "kind:lab", segment: null, pinned: [] });
    expect(total).toBe(providers.filter(({ kind }) => kind === "lab").length);
    expect(labs.every(({ kind }) => kind === "lab")).toBe(true);
    expect(search("kind:lab tarn")).toStrictEqual(["Tarnbrook Laboratories"]);
    expect(search("kind:spaceship")).toStrictEqual([]);
  });

  it("narrows to a segment, and to nothing for one that nobody belongs to", () => {
    const { providers: found, total } = searchProviders({ q: "", segment: "Cardiology", pinned: [] });
    expect(total).toBeGreaterThan(3);
    expect(found.every(({ segments }) => segments.includes("cardiology"))).toBe(true);
    expect(search("", "submarines")).toStrictEqual([]);
  });

  it("puts pinned providers first in the host's order, by id or by name, where they match", () => {
    const last = providers.at(-1)!;
    const pinned = ["TENSA CUFF", last.id, "Nobody"];
    expect(search("", null, pinned).slice(0, 2)).toStrictEqual(["Tensa Cuff", last.name]);
    expect(search("applefen", null, pinned)).toStrictEqual(["Applefen Pharmacy"]);
  });

  it("answers at most 20, each of them once, for anything typed", () => {
    const oneOf = (list: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...list);
    const text = fc.oneof(fc.string({ unit: "grapheme" }), oneOf(providers.map(({ name }) => name)));
    fc.assert(
      fc.property(text, fc.option(oneOf(["cardiology", "fitness", ""])), fc.array(text), (q, segment, pinned) => {
        const { providers: found, total } = searchProviders({ q, segment, pinned });
        expect(found.length).toBe(Math.min(20, total));
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  it("finds every provider by its own name, first", () => {
    for (const { name } of providers) expect(search(name)[0]).toBe(name);
  });
});
