import { bare } from "../base/bare.js";
import type { Dialect } from "../vendor/dialect.js";
import { failure } from "../words/failure.js";
import type { LegacyClientOptions, LegacySessionToken } from "./contract.js";
import { createFinalizer } from "./finalizer.js";
import { readLocale } from "../words/locale.js";
import { readPublicToken } from "./grant.js";
import { readLegacyMessage } from "./message.js";
import { describeOutcome } from "./outcome.js";
import { attendPopups } from "./popup.js";

/** The protocol of the Connect popup used before 2018, for one user. @see docs/vendor.md#legacy-messages */
export function createLegacyDialect({ clientId, clientUserId, finalize }: LegacyClientOptions): Dialect {
  const finalizer = createFinalizer(finalize);
  let asked = "";
  /** Replaces a public token that `getToken` keeps returning, for the user who has finished. */
  let renewed: { insteadOf: string; publicToken: string; user: string | undefined } | undefined;

  return bare<Dialect>({
    baseUrl: "https://connect.humanapi.co",
    isSilent: true,
    readGrant: readPublicToken,
    toVendorOptions(options, { baseUrl }, token) {
      asked = token;
      const { search, hash } = new URL(baseUrl);
      if (search || hash)
        throw failure("invalid-option", "baseUrl of the legacy client must have neither query nor hash.");
      const given = {
        clientId,
        clientUserId,
        publicToken: renewed?.insteadOf === token ? renewed.publicToken : token,
        language: readLocale(options.locale)?.baseName ?? "en",
      };
      // The vendor writes each of them into a URL unencoded (docs/vendor.md#f13).
      const encoded = Object.entries(given).map(([name, value]) => [name, encodeURIComponent(value)]);
      return { ...Object.fromEntries(encoded), _baseURL: baseUrl };
    },
    readMessage: (data) => readLegacyMessage(data, clientId),
    onFrame(frame, surroundings) {
      frame.title = "Connect";
      // The legacy page relies on the white background that the vendor puts behind it.
      frame.style.background = "#fff";
      attendPopups(frame, surroundings);
    },
    takePendingClose(user) {
      if (renewed?.user !== user) renewed = undefined;
      const token = finalizer.left(user);
      return token && { event: "close", data: bare({ token }) };
    },
    afterClose({ data }, { known, timeoutMs, user }) {
      const token = data["token"] as LegacySessionToken | undefined;
      if (!token) return undefined;
      const insteadOf = asked;
      return finalizer.run(token, { timeoutMs, user }).then((outcome) => {
        if (outcome.publicToken) renewed = { insteadOf, publicToken: outcome.publicToken, user };
        return describeOutcome(outcome, known);
      });
    },
  });
}
