import { expect, it } from "vitest";
import { HumanConnectError } from "../../src/model/errors.js";

it("is an error with a name and a code", () => {
  const error = new HumanConnectError("offline", "The browser is offline. Try again.");

  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: "HumanConnectError",
    code: "offline",
    message: "The browser is offline. Try again.",
  });
  expect(String(error)).toBe("HumanConnectError: The browser is offline. Try again.");
});

it("tells the person what it tells the developer when there is no other sentence", () => {
  expect(new HumanConnectError("offline", "Offline.").userMessage).toBe("Offline.");
});

it("tells the person a sentence of its own", () => {
  expect(new HumanConnectError("offline", "Offline.", { userMessage: "No network." }).userMessage).toBe("No network.");
});

it("keeps the cause, which no log prints as a property of its own", () => {
  const cause = new Error("underneath");
  const error = new HumanConnectError("client-failed", "Failed.", { cause });

  expect(error.cause).toBe(cause);
  expect(Object.keys(error)).not.toContain("cause");
});

it("has no cause when it was given none", () => {
  expect("cause" in new HumanConnectError("offline", "Offline.")).toBe(false);
});
