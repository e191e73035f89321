import { expect, it } from "vitest";
import { describeReport, isClean } from "./describe-report.ts";
import { soak } from "./soak.ts";

it(
  "finds nothing left, lost or believed after every behaviour and some seconds of random ones",
  { timeout: 180_000 },
  async () => {
    const report = await soak({ minutes: 0.25, seed: 1 });

    console.log(describeReport(report));
    expect(isClean(report), describeReport(report)).toBe(true);
  },
);
