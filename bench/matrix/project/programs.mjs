// Programs of a fixture: the scripts of its package.json, each with everything that it starts in a group of its own, which can be ended.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { delimiter, dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What takes longer hangs: an install or a build, and a server's start, in ms. */
const runMs = 240_000;
const startMs = 120_000;

const running = new Set();
/** Also where this program is ended. */
process.on("exit", () => running.forEach(end));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

/**
 * Runs npm to its end.
 *
 * @param {string} folder
 * @param {string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {Promise<string>} What it has printed.
 * @throws {Error} When it fails, with what it has printed.
 */
export async function npm(folder, args, environment = {}) {
  const { child, said } = start(folder, args, environment);
  const deadline = setTimeout(() => end(child), runMs);
  const [status] = await once(child, "close");
  clearTimeout(deadline);
  const text = said.join("");
  if (status !== 0) throw new Error(text || `npm ${args.join(" ")} ended with ${status}`);
  return text;
}

/**
 * Starts a server by a script, and waits until it answers.
 *
 * @param {string} folder
 * @param {string} script
 * @param {Record<string, string>} environment
 * @param {string} [path] Of a page that it answers.
 * @returns {Promise<{ url: string, said: string[], close: () => Promise<void> }>} `url`: origin, without a slash at the end.
 * @throws {Error} When it ends or answers nothing, with what it has printed.
 */
export async function startServer(folder, script, environment, path = "/") {
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const { child, said } = start(folder, ["run", script], { ...environment, HOST: "localhost", PORT: String(port) });
  const ended = once(child, "close");
  let isOver = false;
  void ended.then(() => (isOver = true));
  const close = async () => {
    end(child);
    await ended;
  };
  for (const deadline = Date.now() + startMs; Date.now() < deadline && !isOver; await sleep(200))
    if (await answers(url + path)) return { url, said, close };
  await close();
  throw new Error(`${script} answered no page. ${said.join("")}`);
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

function start(folder, args, environment) {
  const child = spawn("npm", args, {
    cwd: folder,
    detached: true,
    env: { ...ownEnvironment(), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.on("close", () => running.delete(child));
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => said.push(String(piece)));
  return { child, said };
}

/** That of this process with this Node first, and nothing of pnpm's, which npm and frameworks would take for theirs. */
function ownEnvironment() {
  const others = Object.entries(process.env).filter(([name]) => !/^(?:p?npm_|node_env$)/i.test(name));
  const telemetry = Object.fromEntries(["NEXT", "NUXT", "ASTRO"].map((name) => [`${name}_TELEMETRY_DISABLED`, "1"]));
  const PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  return { ...Object.fromEntries(others), ...telemetry, NG_CLI_ANALYTICS: "false", CI: "true", NO_COLOR: "1", PATH };
}

/** Ends a program with all that it has started. */
function end(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

async function findFreePort() {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
