/**
 * What the Data API has under `/v1/human/`, as far as it is documented where this was written from. Where there are `readings`,
 * the name without them is the latest one alone.
 *
 * @see docs/vendor.md#data-api
 */
export const dataEndpoints = [
  "profile",
  "sources",
  "activities",
  "activities/summaries",
  "sleeps",
  "heart_rate",
  "heart_rate/readings",
  "heart_rate/summaries",
  "blood_glucose",
  "blood_glucose/readings",
  "blood_oxygen",
  "blood_oxygen/readings",
  "blood_pressure",
  "blood_pressure/readings",
  "bmi",
  "bmi/readings",
  "body_fat",
  "body_fat/readings",
  "height",
  "height/readings",
  "weight",
  "weight/readings",
  "locations",
  "meals",
  "genetic_traits",
  "medical/test_results",
] as const;

/** A list of the Data API. What is medical is many, so any name is taken there. */
export type DataEndpoint = (typeof dataEndpoints)[number] | `medical/${string}`;

/**
 * Checks a name, because it becomes part of a URL that is called with somebody's token.
 *
 * @throws {TypeError} for a name that is none.
 */
export function requireEndpoint(name: unknown): DataEndpoint {
  const isKnown = dataEndpoints.some((known) => known === name);
  if (isKnown || (typeof name === "string" && /^medical\/[a-z\d_]+(\/[a-z\d_]+)*$/.test(name)))
    return name as DataEndpoint;
  throw new TypeError(
    `The Data API has nothing under this name. Give one of ${dataEndpoints.join(", ")}, or "medical/…".`,
  );
}
