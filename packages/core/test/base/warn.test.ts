import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { warn } from "../../src/base/warn.js";

let count = 0;
const newMessage = (): string => `something new ${++count}`;

beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("warn", () => {
  it("tells a developer", () => {
    vi.stubEnv("NODE_ENV", "development");
    const message = newMessage();
    warn(message);
    expect(vi.mocked(console.warn).mock.calls).toEqual([[`[human-connect] ${message}`]]);
  });

  it("tells the same only once", () => {
    vi.stubEnv("NODE_ENV", "development");
    const message = newMessage();
    warn(message);
    warn(message);
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  it("says nothing in production", () => {
    vi.stubEnv("NODE_ENV", "production");
    warn(newMessage());
    expect(console.warn).not.toHaveBeenCalled();
  });

  it("says nothing on a page without a bundler", () => {
    vi.stubGlobal("process", undefined);
    warn(newMessage());
    vi.unstubAllGlobals();
    expect(console.warn).not.toHaveBeenCalled();
  });
});
