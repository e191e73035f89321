#!/usr/bin/env node
import { runCli } from "./command/run-cli.js";

const stop = new AbortController();
// `once`: a second Ctrl+C ends the process even if closing hangs.
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stop: stop.signal,
});
