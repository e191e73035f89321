import { bare } from "../base/bare.js";
import type { Dialect } from "./dialect.js";
import { readMessage } from "./read-message.js";
import { readGrant } from "../token.js";
import { currentBaseUrl, toVendorOptions } from "../vendor-options.js";

/** The protocol of clients from 1.0 on. @see docs/vendor.md#messages */
export const currentDialect: Dialect = /* @__PURE__ */ bare<Dialect>({
  baseUrl: currentBaseUrl,
  readGrant,
  toVendorOptions,
  readMessage,
  closeMessage: {
    type: "hapi-connect-close",
    sessionResults: { connectedSources: [], disconnectedSources: [] },
    currentConnections: [],
  },
});
