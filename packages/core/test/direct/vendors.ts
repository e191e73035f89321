import type { VendorClient } from "../../src/vendor/vendor-client.js";
import { npmClient } from "../../src/npm.js";

/** The vendor's own code in both versions that are on npm. */
export async function loadVendors(): Promise<Record<"2.3.1" | "2.4.1", VendorClient>> {
  const older = (await import("humanapi-connect-client-2.3")) as VendorClient & { default?: VendorClient };
  return {
    "2.3.1": older.default ?? older,
    "2.4.1": await npmClient().load(new AbortController().signal),
  };
}
