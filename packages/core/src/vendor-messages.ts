/** The vendor's message of each event that has one. @see VENDOR.md §2.1 */
export const vendorMessages = {
  "hapi-connect-connect-source": "connect",
  "hapi-connect-disconnect-source": "disconnect",
  "hapi-connect-close": "close",
} as const;
