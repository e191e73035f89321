import type { ProviderKind } from "../../src/base/connect-api.js";

/** The label of a kind in the filter, and what such a provider shares. */
export const kindWords: Readonly<Record<ProviderKind, { plural: string; shares: string }>> = {
  clinic: { plural: "Clinics", shares: "Visits and conditions, medications and allergies, test results" },
  hospital: { plural: "Hospitals", shares: "Stays and procedures, medications and allergies, test results" },
  pharmacy: { plural: "Pharmacies", shares: "Prescriptions and refills, vaccinations" },
  lab: { plural: "Labs", shares: "Test results, orders and reports" },
  insurer: { plural: "Insurers", shares: "Coverage, claims and benefits" },
  wearable: { plural: "Devices", shares: "Activity and sleep, heart rate and other readings" },
};

/** "1 provider", "2 providers". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "A", "A and B", "A, B and C". */
export function listOf(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}

/** Up to two letters of a name, for its monogram. */
export function monogramOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !/^(the|of|and)$/i.test(word));
  const [first = "", second = ""] = words.map((word) => /./u.exec(word)?.[0] ?? "");
  // Joined scripts and ideographs read as one sign; two unrelated ones would look like a word.
  return /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(first) ? (first + second).toUpperCase() : first;
}
