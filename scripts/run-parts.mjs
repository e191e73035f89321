// Runs parts of the tests in processes of their own: one alone, or all of them side by side.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parts } from "./parts.mjs";

/**
 * What has come of a part.
 *
 * @typedef {{ name: string, isOk: boolean, passed: number, failed: number, failures: string[], seconds: number }} Result
 */

/** Runs one part, with everything that it says. @returns {Promise<Result>} */
export function runAlone(name, args) {
  return runPart(name, args, process.env, ["inherit", "inherit", "inherit", "ipc"]);
}

/**
 * Runs every part. What each says comes in one piece when it is over. After one that has failed none begins any more.
 *
 * @returns {Promise<Result[]>}
 */
export async function runSideBySide() {
  // One more than there are cores: every part waits now and then, for a browser or for a clock.
  const room = availableParallelism() + 1;
  const names = Object.keys(parts).filter((name) => !parts[name].isApart);
  const waiting = [...names];
  const running = new Map();
  const results = [];
  for (;;) {
    for (let next = findNext(waiting, running, room); next; next = findNext(waiting, running, room)) {
      waiting.splice(waiting.indexOf(next), 1);
      console.log(`[test] ${next} has begun`);
      running.set(next, runInOnePiece(next));
    }
    if (!running.size) return results.toSorted((one, other) => names.indexOf(one.name) - names.indexOf(other.name));
    const result = await Promise.race(running.values());
    running.delete(result.name);
    results.push(result);
    if (!result.isOk) waiting.length = 0;
  }
}

/** The first part that there is room for beside those that run. */
function findNext(waiting, running, room) {
  const taken = [...running.keys()].reduce((sum, name) => sum + workersOf(name), 0);
  return waiting.find((name) => taken === 0 || taken + workersOf(name) <= room);
}

const workersOf = (name) => parts[name].workers ?? 1;

async function runInOnePiece(name) {
  const env = { ...process.env, TEST_WORKERS: String(workersOf(name)) };
  if (process.stdout.isTTY) env.FORCE_COLOR ??= "1";
  const pieces = [];
  const result = await runPart(name, [], env, ["ignore", "pipe", "pipe", "ipc"], (piece) => pieces.push(piece));
  console.log(`\n===== ${name} =====`);
  process.stdout.write(Buffer.concat(pieces));
  return result;
}

async function runPart(name, args, env, stdio, hear) {
  const startedAt = Date.now();
  const script = fileURLToPath(new URL("part.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, name, ...args], { stdio, env });
  let counts = { passed: 0, failed: 0, failures: [] };
  child.on("message", (told) => (counts = told));
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", hear);
  const [status] = await once(child, "close");
  return { name, isOk: status === 0, ...counts, seconds: (Date.now() - startedAt) / 1000 };
}
