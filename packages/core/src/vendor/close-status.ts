/** What Connect finds wrong with a token. */
export type Refusal = "expired" | "invalid" | "missing";

/** Statuses of an abnormal close, and what each says about the token. @see docs/vendor.md#payload */
const refusals = /* @__PURE__ */ new Map<unknown, Refusal>([
  ["SESSION_TOKEN_EXPIRED", "expired"],
  ["SESSION_TOKEN_INVALID", "invalid"],
  ["MISSING_SESSION_TOKEN", "missing"],
]);

/** Pure: why Connect has closed by itself; undefined when the person has. */
export function readRefusal(status: unknown): Refusal | undefined {
  return refusals.get(status);
}
