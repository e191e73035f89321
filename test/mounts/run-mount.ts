import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "rolldown";
import { at } from "../../alias.ts";

/** Where the two endpoints are. */
export interface Mounted {
  readonly token: string;
  readonly events: string;
  close(): Promise<void>;
}

/** Writes a program below `dist`, where it finds the frameworks. @returns Its file. */
export async function writeProgram(name: string, code: string): Promise<string> {
  const folder = at(`test/mounts/dist/${name.replaceAll(/[^\w]+/g, "-").toLowerCase()}`);
  mkdirSync(folder, { recursive: true });
  const input = join(folder, "program.ts");
  writeFileSync(input, code);
  await build({
    input,
    // Decorators are what Node cannot run as they are; what the program imports stays outside of it.
    transform: { decorator: { legacy: true } },
    external: (id) => id !== input && !id.startsWith("@oxc-project/"),
    platform: "node",
    output: { file: join(folder, "program.mjs") },
  });
  return join(folder, "program.mjs");
}

/** Runs a program for Node to its end. @throws With all that it said, when it fails. */
export async function runProgram(args: readonly string[], environment: Environment, cwd: string): Promise<void> {
  const { child, said, ended } = start(args, environment, cwd);
  await ended;
  if (child.exitCode !== 0) throw new Error(`${args.join(" ")} has ended with ${child.exitCode}:\n${said.join("\n")}`);
}

/** Starts a program for Node, and waits until it says where it listens. @throws With all that it said, when it ends before. */
export async function startProgram(
  args: readonly string[],
  environment: Environment,
  readLine: (line: string) => Omit<Mounted, "close"> | undefined = readReady,
  cwd: string = at("test/mounts"),
): Promise<Mounted> {
  const { child, said, ended, hear } = start(args, environment, cwd);
  const urls = await new Promise<Omit<Mounted, "close">>((resolve, reject) => {
    hear((line) => {
      const found = readLine(line);
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`${args.join(" ")} has ended:\n${said.join("\n")}`)));
  });
  return {
    ...urls,
    async close() {
      child.kill();
      await ended;
    },
  };
}

type Environment = Readonly<Record<string, string>>;

function start(args: readonly string[], environment: Environment, cwd: string) {
  const { PATH = "", HOME = "" } = process.env;
  // Nothing of Vitest's own, which frameworks would take for theirs.
  const env = { PATH, HOME, NODE_ENV: "production", ...environment };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const lines = [child.stdout, child.stderr].map((stream) => createInterface(stream));
  const hear = (listener: (line: string) => void): void => lines.forEach((each) => void each.on("line", listener));
  const said: string[] = [];
  hear((line) => said.push(line));
  return { child, said, ended, hear };
}

const readReady = (line: string): Omit<Mounted, "close"> | undefined =>
  line.startsWith("READY ") ? (JSON.parse(line.slice(6)) as Omit<Mounted, "close">) : undefined;
