/** The vendor's message types, and the event of each. @see docs/vendor.md#messages */
export const vendorMessages = {
  "hapi-connect-connect-source": "connect",
  "hapi-connect-disconnect-source": "disconnect",
  "hapi-connect-close": "close",
} as const;
