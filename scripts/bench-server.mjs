// `pnpm bench server [--base ec8c7ed] [--rounds 41]`: how fast the token endpoint answers with a token that is kept, as a ratio of a bare
// handler of node:http in the same run, and what a remembered user weighs. It measures and judges nothing. `--base` measures
// another commit beside it, `--json FILE` writes the figures to a file, for `pnpm bench`. What is measured takes turns in slices of a fraction of a second, and a ratio is the median of those of the
// rounds: what else the machine does meets a slice and its neighbours alike.
import { fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";
import { findRedis } from "./programs.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const { values: given } = parseArgs({
  options: {
    base: { type: "string" },
    rounds: { type: "string", default: "41" },
    requests: { type: "string", default: "2500" },
    users: { type: "string", default: "100000" },
    json: { type: "string" },
  },
});
const [rounds, requests, users] = [given.rounds, given.requests, given.users].map(Number);
/** Requests until an engine has compiled what is measured. */
const warmUp = 10_000;
const folder = mkdtempSync(join(tmpdir(), "bench-"));

/** Bundles a server package from its sources, the same way for every commit. @returns Where the bundle is. */
async function bundle(name, packageFolder) {
  const out = join(folder, name);
  const input = Object.fromEntries(["index", "node"].map((entry) => [entry, join(packageFolder, `src/${entry}.ts`)]));
  const build = await rolldown({ input, platform: "node", onLog() {} });
  await build.write({ dir: out, format: "es", entryFileNames: "[name].js" });
  return out;
}

/** The sources of another commit, with the dependencies of this one. */
function checkOut(commit) {
  const sources = join(folder, "sources");
  mkdirSync(sources);
  const archive = spawnSync("git", ["archive", commit, "packages/server/src"], { cwd: root, maxBuffer: 2 ** 28 });
  if (archive.status !== 0) throw new Error(`There is no commit ${commit} here: ${String(archive.stderr)}`);
  spawnSync("tar", ["-x", "-C", sources], { input: archive.stdout });
  symlinkSync(join(root, "packages/server/node_modules"), join(sources, "packages/server/node_modules"), "dir");
  return join(sources, "packages/server");
}

async function startRedis() {
  const program = findRedis();
  if (!program) return undefined;
  const path = join(folder, "redis");
  const options = ["--port", "0", "--unixsocket", path, "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn(program, options, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface(child.stdout)) if (/ready to accept connections/i.test(line)) break;
  child.stdout.resume();
  return { path, child };
}

async function startEndpoint(build, redis) {
  const child = fork(join(root, "scripts/bench-endpoint.mjs"), [build, redis?.path ?? ""], {
    execArgv: ["--expose-gc"],
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The server of the benchmark ended with ${code} before it listened. See its output above.`);
  });
  const [{ port }] = await Promise.race([once(child, "message"), ended]);
  return { child, port };
}

async function ask(child, message) {
  child.send(message);
  const [answer] = await once(child, "message");
  return answer;
}

/** @returns Requests in a second, and the processor's time for each in microseconds. */
async function measure(crowd, { child, port }, path, count = requests) {
  const before = await ask(child, {});
  const { elapsedMs, failures } = await ask(crowd, { port, path, requests: count, connections: 64, people: 100 });
  if (failures) throw new Error(`${failures} of ${count} answers at ${path} were no 200.`);
  const { cpuMs } = await ask(child, {});
  return { perSecond: count / (elapsedMs / 1000), cpuUs: ((cpuMs - before.cpuMs) * 1000) / count };
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

async function run(redis, crowd) {
  const builds = { "this build": await bundle("this", join(root, "packages/server")) };
  if (given.base) builds[given.base] = await bundle("base", checkOut(given.base));
  const servers = {};
  for (const [name, build] of Object.entries(builds)) servers[name] = await startEndpoint(build, redis);
  const paths = ["/bare", "/memory", ...(redis ? ["/redis"] : [])];
  const results = [];
  for (const server of Object.values(servers)) for (const path of paths) await measure(crowd, server, path, warmUp);
  for (let round = 0; round < rounds; round++)
    for (const [name, server] of Object.entries(servers)) {
      const figures = {};
      // There and back, so that nobody is always measured after the same neighbour.
      for (const path of round % 2 ? paths.toReversed() : paths) figures[path] = await measure(crowd, server, path);
      results.push({ name, figures });
    }
  const report = {};
  for (const [name, server] of Object.entries(servers)) {
    const own = results.filter((result) => result.name === name).map(({ figures }) => figures);
    const summary = Object.fromEntries(paths.map((path) => [path.slice(1), summarize(own, path)]));
    printTable(name, summary);
    server.child.kill();
    // A process of its own: what the waves have left behind would be weighed as well.
    const { child } = await startEndpoint(builds[name]);
    const { bytes, entries } = await ask(child, { weigh: users });
    child.kill();
    const [all, each] = [(bytes / 2 ** 20).toFixed(1), Math.round(bytes / users)];
    console.log(`  heap for ${users} remembered users ${all} MiB, ${each} bytes each in ${entries} entries`);
    report[name === given.base ? "base" : "this"] = { paths: summary, heap: { users, bytesEach: each, entries } };
  }
  if (given.json) writeFileSync(given.json, JSON.stringify(report));
}

/** Medians of the rounds, and of the ratios within each round. */
function summarize(rows, path) {
  const of = (pick) => median(rows.map((row) => pick(row[path], row["/bare"])));
  return {
    perSecond: of(({ perSecond }) => perSecond),
    ofBare: of((own, bare) => own.perSecond / bare.perSecond),
    cpuUs: of(({ cpuUs }) => cpuUs),
    cpuOfBare: of((own, bare) => bare.cpuUs / own.cpuUs),
  };
}

function printTable(name, summary) {
  console.log(
    `\n${name}\n${"".padEnd(12)}${["requests/s", "× of bare", "CPU µs", "× of bare"].map((text) => text.padStart(12)).join("")}`,
  );
  for (const [path, { perSecond, ofBare, cpuUs, cpuOfBare }] of Object.entries(summary)) {
    const cells = [perSecond.toFixed(0), ofBare.toFixed(2), cpuUs.toFixed(1), cpuOfBare.toFixed(2)];
    console.log(`  ${path.padEnd(10)}${cells.map((cell) => cell.padStart(12)).join("")}`);
  }
}

const redis = await startRedis();
const crowd = fork(join(root, "scripts/bench-crowd.mjs"), { execArgv: [] });
try {
  await run(redis, crowd);
} finally {
  crowd.kill();
  redis?.child.kill();
  rmSync(folder, { recursive: true, force: true });
}
