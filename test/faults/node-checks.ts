import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { at } from "../../alias.ts";

/** One way in which a server or a compiler takes a package. The part of R12 that no browser shows. */
export interface NodeCheck {
  readonly name: string;
  /** What is said of a package that cannot be taken this way. */
  readonly symptom: RegExp;
  /** @returns All that was printed, and nothing when the package was taken. */
  readonly take: (name: string) => Promise<string>;
}

/** Of the client 2.4.1, which reads `Element` as it is imported, and has no types. */
export const nodeChecks: readonly NodeCheck[] = [
  {
    name: "Node imports it",
    symptom: /ReferenceError: Element is not defined/,
    take: (name) => run(["--input-type=module", "--eval", `import ${JSON.stringify(name)}`]),
  },
  {
    name: "Node requires it",
    symptom: /ReferenceError: Element is not defined/,
    take: (name) => run(["--input-type=commonjs", "--eval", `require(${JSON.stringify(name)})`]),
  },
  {
    name: "TypeScript reads its types",
    symptom: /error TS7016/,
    async take(name) {
      // Inside the workspace, where both are installed.
      const folder = at(`test-results/types/${name}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "main.mts"), `import * as all from ${JSON.stringify(name)};\nexport default all;\n`);
      const options = "--noEmit --strict --target es2022 --module nodenext --ignoreConfig".split(" ");
      const printed = await run([at("node_modules/typescript/bin/tsc"), ...options, join(folder, "main.mts")]);
      rmSync(folder, { recursive: true });
      return printed;
    },
  },
];

async function run(args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: at(".") }).catch(
    (failed: { stdout: string; stderr: string }) => failed,
  );
  return stdout + stderr;
}
