import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A sandbox in a process of its own, which can end as a service ends that crashes. */
export interface SandboxProcess {
  /** The same after each start. */
  readonly authUrl: string;
  start(): Promise<void>;
  /** Ends it at once. It forgets everybody. */
  kill(): Promise<void>;
}

const program = fileURLToPath(new URL("../../packages/sandbox/dist/cli.js", import.meta.url));

export async function startSandboxProcess(): Promise<SandboxProcess> {
  let child: ChildProcess | undefined;

  async function start(port: string): Promise<string> {
    const started = spawn(process.execPath, [program, "--port", port], { stdio: ["ignore", "pipe", "inherit"] });
    child = started;
    for await (const line of createInterface(started.stdout)) {
      const [, url] = /^HUMAN_API_AUTH_URL=(\S+)$/.exec(line) ?? [];
      if (url) {
        // What else it prints must not fill the pipe.
        started.stdout.resume();
        return url;
      }
    }
    throw new Error("The sandbox ended before it was ready.");
  }

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  onTestFinished(kill);
  const authUrl = await start("0");
  return {
    authUrl,
    start: async () => {
      await start(new URL(authUrl).port);
    },
    kill,
  };
}
