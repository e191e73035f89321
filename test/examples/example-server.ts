import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createInterface, type Interface } from "node:readline";
import { at } from "../../alias.ts";

/** A program of an example: a file below its folder, and arguments, for Node. */
export type Command = readonly [file: string, ...args: string[]];

export interface ExampleServer {
  /** Origin, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Long enough for a cold build on two busy cores; what takes longer hangs. */
const buildMs = 240_000;
const startMs = 60_000;

type Environment = Readonly<Record<string, string>>;

/** Runs a program of an example to its end. @throws With all that it said, when it fails. */
export async function runCommand(name: string, command: Command, environment: Environment): Promise<void> {
  const { child, said } = start(name, command, environment);
  const deadline = setTimeout(() => child.kill(), buildMs);
  const [code] = (await once(child, "close")) as [number | null];
  clearTimeout(deadline);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${said.join("\n")}`);
}

/** Starts the server of an example, and waits until it has printed its address. @throws With all that it said, when it ends. */
export async function startExample(name: string, command: Command, environment: Environment): Promise<ExampleServer> {
  // Nuxt's server takes port 0 for its default.
  const port = await findFreePort();
  const { child, said, lines } = start(name, command, { ...environment, HOST: "localhost", PORT: String(port) });
  const ended = once(child, "close");
  const deadline = setTimeout(() => child.kill(), startMs);
  const printed = await findLine(lines, `:${port}`);
  clearTimeout(deadline);
  if (!printed) {
    child.kill();
    await ended;
    throw new Error(`${command.join(" ")} printed no address:\n${said.join("\n")}`);
  }
  return {
    url: `http://localhost:${port}`,
    async close() {
      child.kill();
      await ended;
    },
  };
}

/** Waits for a line with a text. @returns False when the lines end without it. */
function findLine(lines: Interface, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    lines.on("line", (line) => line.includes(text) && resolve(true));
    lines.on("close", () => resolve(false));
  });
}

function start(name: string, [file, ...args]: Command, environment: Environment) {
  const folder = at(`examples/${name}`);
  const { PATH = "", HOME = "" } = process.env;
  const quiet = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NUXT_TELEMETRY_DISABLED: "1" };
  const child = spawn(process.execPath, [file, ...args], {
    cwd: folder,
    // Nothing of Vitest's own, which frameworks would take for theirs.
    env: { PATH, HOME, ...quiet, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  const lines = createInterface(child.stdout);
  for (const stream of [lines, createInterface(child.stderr)]) stream.on("line", (line) => said.push(line));
  return { child, said, lines };
}

/** A port that nothing listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
