/** Why Connect refuses a token. */
export type Refusal = "expired" | "invalid" | "missing";

/** The statuses of an abnormal close, and the refusal that each reports. @see docs/vendor.md#payload */
const refusals = /* @__PURE__ */ new Map<unknown, Refusal>([
  ["SESSION_TOKEN_EXPIRED", "expired"],
  ["SESSION_TOKEN_INVALID", "invalid"],
  ["MISSING_SESSION_TOKEN", "missing"],
]);

/** Pure: why Connect closed the widget itself; undefined if the user closed it. */
export function readRefusal(status: unknown): Refusal | undefined {
  return refusals.get(status);
}
