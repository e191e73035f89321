import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { findRedis } from "../../../../scripts/programs.mjs";

export const hasRedis: boolean = findRedis() !== undefined;

/** A Redis server of one test: on a socket file, so that no port is taken, and without a disk. */
export interface RedisServer {
  readonly socketPath: string;
  start(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

export async function startRedis(): Promise<RedisServer> {
  // The path of a socket may not be long.
  const folder = mkdtempSync(join(tmpdir(), "redis-"));
  const socketPath = join(folder, "s");
  let child: ChildProcess | undefined;

  const server: RedisServer = {
    socketPath,
    async start() {
      const options = ["--port", "0", "--unixsocket", socketPath, "--save", "", "--appendonly", "no", "--dir", folder];
      const started = spawn(findRedis()!, options, { stdio: ["ignore", "pipe", "inherit"] });
      child = started;
      for await (const line of createInterface(started.stdout)) if (/ready to accept connections/i.test(line)) return;
      throw new Error("redis-server ended before it was ready.");
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
  onTestFinished(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await server.start();
  return server;
}
