/**
 * The endpoints of the Data API under `/v1/human/` that the documentation behind this package lists. If an endpoint has `/readings`,
 * the name without it returns only the latest reading.
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

/** An endpoint of the Data API. There are many medical ones, so any name under `medical/` is accepted. */
export type DataEndpoint = (typeof dataEndpoints)[number] | `medical/${string}`;

/**
 * Checks the name of an endpoint, because it becomes part of a URL that is called with a user's token.
 *
 * @throws {TypeError} for an unknown name.
 */
export function requireEndpoint(name: unknown): DataEndpoint {
  const isKnown = dataEndpoints.some((known) => known === name);
  if (isKnown || (typeof name === "string" && /^medical\/[a-z\d_]+(\/[a-z\d_]+)*$/.test(name)))
    return name as DataEndpoint;
  throw new TypeError(
    `The Data API has no endpoint with this name. Pass one of ${dataEndpoints.join(", ")}, or "medical/…".`,
  );
}
