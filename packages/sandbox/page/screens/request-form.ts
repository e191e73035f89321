import type { RequestedProvider } from "../../src/base/connect-api.js";
import { locate } from "../host/location.js";

/** The form as typed. */
export interface RequestFields {
  physician: string;
  healthSystem: string;
  address: string;
  website: string;
}

export type RequestErrors = Partial<Record<keyof RequestFields, string>>;

const LONGEST_TEXT = 500;

/**
 * Validates the form and turns it into the provider for the host's message.
 *
 * @returns Either the provider, or one sentence for each invalid field.
 */
export function readRequest(
  fields: RequestFields,
): { provider: RequestedProvider; errors?: undefined } | { errors: RequestErrors } {
  const physician = fields.physician.trim();
  const healthSystem = fields.healthSystem.trim();
  const address = fields.address.trim();
  const website = readWebsite(fields.website.trim());

  const errors: RequestErrors = {};
  if (physician === "") errors.physician = "Enter the name of the physician or practice.";
  if (address === "") errors.address = "Enter the address, or at least the town.";
  if (website === null) errors.website = "Enter a web address such as www.example.org, or leave this empty.";
  for (const name of Object.keys(fields) as (keyof RequestFields)[]) {
    if (fields[name].length > LONGEST_TEXT) errors[name] = `Use at most ${LONGEST_TEXT} characters.`;
  }
  if (website === null || Object.keys(errors).length > 0) return { errors };
  return { provider: { physician, healthSystem, address, website, location: locate(address) } };
}

/** Users omit the scheme; null means that the text cannot be a web address. */
function readWebsite(text: string): string | null {
  if (text === "") return "";
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && url.hostname.includes(".") && !/\s/.test(text) ? url.href : null;
}
