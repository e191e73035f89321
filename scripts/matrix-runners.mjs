// Every face in every test runner and simulated page that test/runners/projects.mjs names, with the packages as npm installs them.
// Not in CI, for all that it downloads. `--runner vitest` narrows it.
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { faces, peers, projects } from "../test/runners/projects.mjs";

const execute = promisify(execFile);
const shell = process.platform === "win32";
const root = fileURLToPath(new URL("../", import.meta.url));
/** Projects at once. */
const width = 2;
/** How long a run may take before its process counts as one that does not end, in ms. */
const limit = 120_000;

const [option, wanted = ""] = process.argv.slice(2);
if (option && option !== "--runner") throw new Error(`Unknown option ${option}: there is --runner NAME.`);
const chosen = projects
  .map((project) => ({
    ...project,
    runs: project.runs.filter(({ runner }) => runner.toLowerCase().includes(wanted.toLowerCase())),
  }))
  .filter(({ runs }) => runs.length);
if (!chosen.length) throw new Error(`No runner is called ${wanted}: see test/runners/projects.mjs.`);

const work = mkdtempSync(join(tmpdir(), "human-connect-runners-"));
try {
  const tarballs = await packAll(join(work, "packed"));
  const queue = chosen.map((project, index) => ({ project, index }));
  const rows = [];
  const workOff = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      rows[next.index] = await runProject(next.project, join(work, `project-${next.index}`), tarballs);
  };
  await Promise.all(Array.from({ length: width }, workOff));
  printTable(rows.flat());
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @returns Paths of the packed packages. */
async function packAll(folder) {
  const filters = faces.map((name) => `--filter=./packages/${name}`);
  await execute("pnpm", ["--recursive", ...filters, "pack", "--pack-destination", folder], { cwd: root, shell });
  return readdirSync(folder).map((file) => join(folder, file));
}

/** Installs a project, and runs what is asked for in it, one after the other. */
async function runProject({ packages, runs }, folder, tarballs) {
  cpSync(join(root, "test/runners"), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const flags = ["--no-audit", "--no-fund", "--loglevel=error"];
  await execute("npm", ["install", ...flags, ...packages, ...peers, ...tarballs], { cwd: folder, shell });
  const rows = [];
  for (const run of runs) {
    const startedAt = Date.now();
    const result = await runFaces(run, folder);
    rows.push({ ...run, ...result });
    const passed = result.cells.filter((cell) => cell === "pass").length;
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`[runners] ${run.runner}, ${run.dom}: ${passed} of ${faces.length} faces pass, ${seconds} s`);
  }
  return rows;
}

/** @returns For each face "pass", "–" where the page lacks what it needs, or what failed, and what the runner says where no face explains it. */
async function runFaces({ test, serverHead = "", program, args, lacks = [] }, folder) {
  for (const name of ["tests", "results"]) {
    rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(join(folder, name));
  }
  for (const face of faces.filter((name) => !lacks.includes(name)))
    writeFileSync(join(folder, `tests/${face}.test.mjs`), (face === "server" ? serverHead : "") + test(face));
  const failure = await runRunner(program ? join(folder, program) : process.execPath, args, folder);
  const cells = faces.map((face) => {
    if (lacks.includes(face)) return "–";
    const file = join(folder, `results/${face}.txt`);
    return existsSync(file) ? readFileSync(file, "utf8") : "not run";
  });
  const isExplained =
    !failure || (!failure.isStopped && cells.some((cell) => !["pass", "–", "not run"].includes(cell)));
  return { cells, ending: isExplained ? "yes" : failure.text };
}

/** @returns Nothing when the runner has ended well by itself. */
async function runRunner(program, args, folder) {
  // Nothing of pnpm's, whose variables some runners read.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, CI: "true", NO_COLOR: "1" };
  try {
    await execute(program, args, { cwd: folder, env, timeout: limit, killSignal: "SIGKILL" });
    return undefined;
  } catch (error) {
    const text = `${error.stdout}\n${error.stderr}`.trim();
    return { isStopped: error.killed, text: error.killed ? `the process goes on. ${text}` : text };
  }
}

/** In Markdown, as docs/testing.md has it; then each failure at length. */
function printTable(rows) {
  const line = (cells) => console.log(`| ${cells.join(" | ")} |`);
  const mark = (text) => (["pass", "yes", "–"].includes(text) ? text : "FAILED");
  console.log();
  line(["runner", "page", ...faces, "ends by itself"]);
  line(Array.from({ length: faces.length + 3 }, () => "---"));
  for (const { runner, dom, cells, ending } of rows) line([runner, dom, ...cells.map(mark), mark(ending)]);
  const failures = rows.flatMap(({ runner, dom, cells, ending }) =>
    [...cells, ending].flatMap((text, index) =>
      mark(text) === "FAILED" ? [`${runner}, ${dom}, ${faces[index] ?? "end"}: ${text}`] : [],
    ),
  );
  for (const failure of failures) console.error(`\n[runners] ${failure}`);
  const count = rows.length * (faces.length + 1);
  console.log(`\n[runners] ${count - failures.length} of ${count} cells pass`);
  process.exitCode = failures.length ? 1 : 0;
}
