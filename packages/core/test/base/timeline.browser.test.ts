import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTimeline } from "../../src/base/timeline.js";

const marks = (): string[] =>
  performance
    .getEntriesByType("mark")
    .map(({ name }) => name)
    .filter((name) => name.startsWith("human-connect:"));

beforeEach(() => performance.clearMarks());
afterEach(() => void vi.restoreAllMocks());

describe("a timeline", () => {
  it("marks each step where performance tools look for it", () => {
    const timeline = createTimeline(false);

    timeline.mark("token");
    timeline.mark("client");
    timeline.mark("widget");

    expect(marks()).toEqual(["human-connect:token", "human-connect:client", "human-connect:widget"]);
  });

  it("forgets the steps of the session before, but not its own click", () => {
    performance.mark("human-connect:click");
    createTimeline(false).mark("token");

    createTimeline(false);

    expect(marks()).toEqual(["human-connect:click"]);
  });

  it("leaves marks of others alone", () => {
    performance.mark("own");

    createTimeline(false).mark("token");
    createTimeline(false);

    expect(performance.getEntriesByName("own")).toHaveLength(1);
  });

  it.each([false, undefined])("writes nothing when debug is %s", (isDebug) => {
    const debug = vi.spyOn(console, "debug");
    const timeline = createTimeline(isDebug);

    timeline.mark("token");
    timeline.log("anything");

    expect(debug).not.toHaveBeenCalled();
  });

  it("writes steps and remarks with the milliseconds since the click when debug is true", () => {
    const debug = vi.spyOn(console, "debug").mockImplementation(() => {});
    vi.spyOn(performance, "now").mockReturnValue(1040.4);
    performance.mark("human-connect:click", { startTime: 1000 });
    const timeline = createTimeline(true);

    timeline.mark("token");
    timeline.log("a remark");

    expect(debug.mock.calls).toEqual([["[human-connect] 40 ms token"], ["[human-connect] 40 ms a remark"]]);
  });
});
