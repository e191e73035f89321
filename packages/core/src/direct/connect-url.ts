import { HumanConnectError } from "../model/errors.js";

/**
 * Pure: the URL of the Connect page for options of the vendor's `open()`, as its client 2.4.1 writes it, except that only a web address is
 * accepted: `javascript:` would run in the host page (docs/vendor.md#f12).
 *
 * @throws {HumanConnectError} `invalid-option` without a token where one is needed, and for a `baseURL` of another scheme.
 * @throws {TypeError} for a `baseURL` that is no URL, and for a value that is no text.
 * @see docs/vendor.md#options
 */
export function toConnectUrl(options: Record<string, unknown>): string {
  const { token, mode, preseed } = options;
  const isSelect = mode === "select";
  if (!token && (!isSelect || preseed))
    throw new HumanConnectError("invalid-option", 'token is required, except with mode: "select" without preseed.');
  const url = new URL((options["baseURL"] as string | undefined) || "https://hapi-connect.humanapi.co");
  if (!/^https?:/.test(url.protocol))
    throw new HumanConnectError("invalid-option", "baseURL must be the https URL of a Connect page.");
  const query = url.searchParams;
  const add = (name: string, value: unknown): void => {
    if (value) query.set(name, value as string);
  };
  add("token", token);
  // "Portal invitation session".
  add("pisId", options["inviteSessionId"]);
  add("mode", mode);
  if (isSelect) {
    query.set("clientId", options["clientId"] as string);
    query.set("preseededSources", btoa(JSON.stringify(options["preseededSources"] || [])));
  }
  if (preseed !== "false") add("preseed", preseed);
  for (const name of ["config", "segment", "pinnedProviders"]) add(name, options[name]);
  return url.href;
}
