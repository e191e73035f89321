// `node scripts/part.mjs test:e2e [filter]`: runs a part of the tests on what is built, and tells its parent how many there were.
import { parts } from "./parts.mjs";
import { ProgramFailure } from "./run-program.mjs";
import { counts } from "./runners.mjs";

try {
  parts[process.argv[2]].run();
} catch (error) {
  if (!(error instanceof ProgramFailure)) console.error(error);
  process.exitCode = 1;
}
process.send?.(counts, () => process.disconnect());
