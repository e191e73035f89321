#!/usr/bin/env node
import { runDoctor } from "./doctor/run-doctor.js";

/** The part of Node's `process` that this file uses; the package is written for Web APIs only. */
declare const process: {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): void };
  readonly stderr: { write(text: string): void };
  cwd(): string;
  exit(code: number): never;
};

const code = await runDoctor(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  load: (path) => import(new URL(path, `file://${process.cwd()}/`).href) as Promise<{ default?: unknown }>,
});
// An open connection of the store would keep the process running.
process.exit(code);
