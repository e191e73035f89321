import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HumanConnectError, type HumanConnectErrorCode } from "../../src/model/errors.js";
import { failure, localizeFailure } from "../../src/words/failure.js";
import { englishWidgetLabels, loadWidgetLabels } from "../../src/words/widget-labels.js";

// A record, because the compiler then knows when a code is missing.
const userWords: Record<HumanConnectErrorCode, "errorOffline" | "errorTimeout" | "errorBusy" | "errorFailed"> = {
  "token-failed": "errorFailed",
  "token-timeout": "errorTimeout",
  "token-malformed": "errorFailed",
  "token-missing": "errorFailed",
  "token-invalid": "errorFailed",
  "token-expired": "errorFailed",
  "token-exposed": "errorFailed",
  "client-failed": "errorFailed",
  "client-timeout": "errorTimeout",
  "client-blocked": "errorFailed",
  "client-malformed": "errorFailed",
  "widget-busy": "errorBusy",
  "widget-blocked": "errorFailed",
  "widget-failed": "errorFailed",
  "widget-timeout": "errorTimeout",
  "widget-removed": "errorFailed",
  offline: "errorOffline",
  "invalid-option": "errorFailed",
  "no-dom": "errorFailed",
};
const codes = Object.keys(userWords) as HumanConnectErrorCode[];

describe("failure", () => {
  it.each(codes)("says for %s what happened and then what to do", (code) => {
    const { message } = failure(code, "mode must be one of two. Choose one");

    expect(message).toMatch(/^[^.:]+[.:] ?\S.*$/s);
    expect(message).toMatch(/\b(add|call|check|choose|close|do not|keep|mint|open again|return|see|try|use|wait)\b/i);
    expect(message).not.toContain("{}");
  });

  it("has different words for each code", () => {
    expect(new Set(codes.map((code) => failure(code).message)).size).toBe(codes.length);
  });

  it("repeats the detail as it is, whatever characters it has", () => {
    const [before, after] = failure("client-failed", "\u0000").message.split("\u0000");

    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom("$&", "$'", "$`", "$$", "https://cdn.example/$&.js")),
        (detail) => {
          expect(failure("client-failed", detail).message).toBe(`${before}${detail}${after}`);
        },
      ),
    );
  });

  it("keeps code and cause", () => {
    const cause = new Error("underneath");

    expect(failure("client-failed", "x", cause)).toMatchObject({
      name: "HumanConnectError",
      code: "client-failed",
      cause,
    });
  });

  it("shows developers' words to the person only until they are translated", () => {
    expect(failure("widget-removed").userMessage).toBe(failure("widget-removed").message);
  });
});

describe("localizeFailure", () => {
  it.each(codes)("has one sentence for the person about %s in each language, free of code and mend", async (code) => {
    for (const locale of ["en", "es"]) {
      const labels = await loadWidgetLabels({ locale });

      const error = localizeFailure(failure(code, "detail"), labels);

      expect(error).toMatchObject({
        code,
        message: failure(code, "detail").message,
        userMessage: labels[userWords[code]],
      });
      expect(error.userMessage).not.toMatch(/detail|token|Content-Security|{}/);
    }
  });

  it("keeps the cause", () => {
    const cause = new Error("underneath");

    expect(localizeFailure(failure("token-failed", "", cause), englishWidgetLabels({})).cause).toBe(cause);
  });

  it.each([new Error("vendor"), "text", undefined, null, { code: "token-failed" }])(
    "takes %s, which is no error of the kit, for a failure of the vendor's code",
    (thrown) => {
      const error = localizeFailure(thrown, englishWidgetLabels({}));

      expect(error).toBeInstanceOf(HumanConnectError);
      expect(error).toMatchObject({
        code: "client-failed",
        message: "An unexpected error ended the session. See the cause.",
        cause: thrown,
        userMessage: englishWidgetLabels({}).errorFailed,
      });
    },
  );

  it("uses the host's own words", () => {
    const labels = englishWidgetLabels({ labels: { errorOffline: "No network" } });

    expect(localizeFailure(failure("offline"), labels).userMessage).toBe("No network");
  });
});
