// `pnpm bench soak [--minutes 10] [--seed n]`: random sessions in a real Chromium. Ends with 1 when anything is left, lost or believed.
import { parseArgs } from "node:util";
import { describeReport, isClean } from "./describe-report.ts";
import { soak } from "./soak.ts";

const { values } = parseArgs({ options: { minutes: { type: "string" }, seed: { type: "string" } } });
const report = await soak({
  minutes: Number(values.minutes ?? 10),
  seed: Number(values.seed ?? Math.floor(Math.random() * 2 ** 31)),
});
console.log(describeReport(report));
process.exitCode = isClean(report) ? 0 : 1;
