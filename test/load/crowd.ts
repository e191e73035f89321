import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** So many requests at one moment, by turns from so many people. */
export interface Wave {
  readonly port: number;
  readonly requests: number;
  readonly people: number;
  /** The most that are open at a time; the other requests wait their turn. */
  readonly connections: number;
}

/** One request, and what became of it. */
export interface CrowdAnswer {
  readonly person: string;
  /** 0 when the connection broke; then the body says how. */
  readonly status: number;
  readonly cacheControl: string | undefined;
  readonly body: string;
  /** From asking to the last byte. */
  readonly ms: number;
}

export interface CrowdResult {
  readonly answers: readonly CrowdAnswer[];
  readonly elapsedMs: number;
}

export interface Crowd {
  ask(wave: Wave): Promise<CrowdResult>;
}

/** A crowd of browsers that ends with its test. */
export function startCrowd(): Crowd {
  const program = fileURLToPath(new URL("crowd-process.ts", import.meta.url));
  const child = fork(program, { execArgv: [], serialization: "advanced" });
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`The crowd has ended with ${String(code ?? signal)}.`);
  });
  ended.catch(() => {});
  onTestFinished(() => {
    child.kill();
  });
  return {
    async ask(wave) {
      child.send(wave);
      const answered = once(child, "message") as Promise<[CrowdResult]>;
      const [result] = await Promise.race([answered, ended]);
      return result;
    },
  };
}
