/** The part of the vendor's client that the kit uses. */
export interface VendorClient {
  /** Adds the Connect frame to the page; returns `null` if it detects that one already exists. */
  open(options: Record<string, unknown>): unknown;
}
