import type { RequestedProvider } from "../base/connect-api.js";
import { HttpFailure } from "../base/http-failure.js";

const texts = ["address", "healthSystem", "physician", "website"] as const;
/** Long enough for a web address, which grows when its letters are escaped. */
const maxTextLength = 2000;

/**
 * Validates a requested provider, and drops unknown fields.
 *
 * @throws {HttpFailure} 400 naming the invalid fields.
 */
export function parseRequestedProvider(value: unknown): RequestedProvider {
  const fields = isRecord(value) ? value : {};
  const location = isRecord(fields["location"]) ? fields["location"] : {};
  const invalid: string[] = texts.filter((name) => !isShortText(fields[name]));
  if (!isDegree(location["latitude"], 90)) invalid.push("location.latitude");
  if (!isDegree(location["longitude"], 180)) invalid.push("location.longitude");
  if (invalid.length === 0 && isBlank(fields["healthSystem"]) && isBlank(fields["physician"])) {
    invalid.push("healthSystem", "physician");
  }
  if (invalid.length > 0) {
    throw new HttpFailure(
      400,
      "BAD_REQUEST",
      `The requested provider has a missing or invalid ${invalid.join(", ")}.`,
      invalid,
    );
  }
  return {
    address: fields["address"] as string,
    healthSystem: fields["healthSystem"] as string,
    location: { latitude: location["latitude"] as number, longitude: location["longitude"] as number },
    physician: fields["physician"] as string,
    website: fields["website"] as string,
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isShortText = (value: unknown): boolean => typeof value === "string" && value.length <= maxTextLength;
const isBlank = (value: unknown): boolean => typeof value === "string" && value.trim() === "";
const isDegree = (value: unknown, most: number): boolean =>
  typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= most;
