import assert from "node:assert/strict";
import { HumanConnectError, type HumanConnectErrorCode } from "@human-connect/core";
import { mark } from "./hostile-text.ts";

/** Fails when anything has written to the prototype of all objects. */
export function assertNoPollution(): void {
  for (const name in {}) assert.fail(`Object.prototype got ${name}`);
}

/** Fails when a text that goes out holds a part of one that must not. */
export function assertNoSecret(text: string): void {
  assert.ok(!text.includes(mark), "a part of a secret came out");
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value, or the error of the kit. Fails for an error of another kind or code, and for one that tells a secret. */
export function readOrRefuse<T>(read: () => T, ...codes: readonly HumanConnectErrorCode[]): T | HumanConnectError {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HumanConnectError)) throw error;
    assert.ok(codes.includes(error.code), `the code ${error.code} is not documented here`);
    assertNoSecret(`${error.message} ${error.userMessage} ${error.stack}`);
    return error;
  }
}

/** Freezes an input as a whole, so that whoever writes into it throws. */
export function freezeDeeply<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  for (const key of Reflect.ownKeys(value)) freezeDeeply((value as Record<PropertyKey, unknown>)[key]);
  return value;
}
