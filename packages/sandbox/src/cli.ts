#!/usr/bin/env node
import { runCli } from "./command/run-cli.js";

const stop = new AbortController();
// Only once each: a second Ctrl+C ends the process even when closing hangs.
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stop: stop.signal,
});
