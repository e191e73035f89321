import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Shells in one folder, as a reader has them. */
export interface Terminals {
  /** Runs a command to its end. @throws {Error} With what it has printed, when it fails. */
  run(command: string): Promise<void>;
  /** Starts a command that goes on. */
  start(command: string): void;
  /** Waits until an address answers. @throws {Error} With what the servers have printed, when one has ended or it takes two minutes. */
  untilAnswered(address: string): Promise<void>;
  /** Ends what still runs. */
  close(): Promise<void>;
}

/** The longest that a server takes to build its first page, in milliseconds. */
const mostMs = 120_000;

interface Running {
  readonly command: string;
  readonly child: ChildProcess;
  readonly ended: Promise<unknown>;
  readonly said: Buffer[];
}

export function openTerminals(folder: string): Terminals {
  const running: Running[] = [];

  const begin = (command: string): Running => {
    // Nothing of the pnpm and the Vitest that run this test; and no question is asked where nobody answers.
    const isTheirs = /^(?:npm_(?!config_registry)|pnpm_|VITEST|NODE_ENV|NODE_OPTIONS|INIT_CWD)/i;
    const own = Object.entries(process.env).filter(([name]) => !isTheirs.test(name));
    const env = {
      ...Object.fromEntries(own),
      CI: "true",
      NG_CLI_ANALYTICS: "false",
      NEXT_TELEMETRY_DISABLED: "1",
      ASTRO_TELEMETRY_DISABLED: "1",
    };
    const child = spawn("sh", ["-c", command], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece: Buffer) => said.push(piece));
    return { command, child, ended: once(child, "close"), said };
  };
  const describe = ({ command, child, said }: Running): string =>
    `${command} (${child.exitCode ?? child.signalCode ?? "running"}):\n${Buffer.concat(said).toString("utf8")}`;

  return {
    async run(command) {
      const one = begin(command);
      await one.ended;
      if (one.child.exitCode !== 0) throw new Error(describe(one));
    },
    start: (command) => void running.push(begin(command)),
    async untilAnswered(address) {
      const lastAt = Date.now() + mostMs;
      for (;;) {
        const isOver = running.some(({ child }) => child.exitCode !== null || child.signalCode !== null);
        if (isOver || Date.now() > lastAt)
          throw new Error(`${address} does not answer.\n${running.map(describe).join("\n")}`);
        const answer = await fetch(address).catch(() => undefined);
        if (answer?.ok) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async close() {
      for (const { child } of running)
        if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, "SIGTERM");
      await Promise.all(running.map(({ ended }) => ended));
    },
  };
}
