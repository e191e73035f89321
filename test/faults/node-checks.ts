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
  /** @returns All that was printed, and nothing when every package was taken. */
  readonly take: (...names: string[]) => Promise<string>;
}

/** Of the client 2.4.1, which reads `Element` as it is imported, and has no types. */
export const nodeChecks: readonly NodeCheck[] = [
  {
    name: "Node imports it",
    symptom: /ReferenceError: Element is not defined/,
    take: (...names) => runEach("module", names, (name) => `import ${name}`),
  },
  {
    name: "Node requires it",
    symptom: /ReferenceError: Element is not defined/,
    take: (...names) => runEach("commonjs", names, (name) => `require(${name})`),
  },
  {
    name: "TypeScript reads its types",
    symptom: /error TS7016/,
    async take(...names) {
      // Inside the workspace, where all of them are installed. One run of the compiler reads each of them.
      const folder = at(`test-results/types/${names.join("+").replaceAll("/", "-")}`);
      mkdirSync(folder, { recursive: true });
      const files = names.map((name, index) => {
        const file = join(folder, `main.${index}.mts`);
        writeFileSync(file, `import * as all from ${JSON.stringify(name)};\nexport default all;\n`);
        return file;
      });
      // Whether the declarations are sound by themselves is what test/packed/types.test.ts checks.
      const options = "--noEmit --strict --skipLibCheck --target es2022 --module nodenext --ignoreConfig".split(" ");
      const printed = await run([at("node_modules/typescript/bin/tsc"), ...options, ...files]);
      rmSync(folder, { recursive: true });
      return printed;
    },
  },
];

/** One process for each package: what another one has left behind cannot help it. */
async function runEach(type: string, names: string[], code: (name: string) => string): Promise<string> {
  const runs = names.map((name) => run([`--input-type=${type}`, "--eval", code(JSON.stringify(name))]));
  return (await Promise.all(runs)).join("");
}

async function run(args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: at(".") }).catch(
    (failed: { stdout: string; stderr: string }) => failed,
  );
  return stdout + stderr;
}
