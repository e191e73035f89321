/** The part of the vendor's client that the kit uses. */
export interface VendorClient {
  /** Adds the Connect frame to the page; returns `null` when it believes that one is already there. */
  open(options: Record<string, unknown>): unknown;
}
