import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageNames, workspace } from "./customer.ts";
import { readYaml } from "./read-yaml.ts";

const read = (file: string): string => readFileSync(join(workspace, file), "utf8");

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
}
interface Job {
  needs?: string | string[];
  environment?: string;
  permissions?: Record<string, string>;
  env?: Record<string, string>;
  steps: Step[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}
interface Manifest {
  version: string;
  private?: boolean;
  publishConfig?: Record<string, unknown>;
  scripts?: Record<string, string>;
  repository?: unknown;
}

const workflowFiles = readdirSync(join(workspace, ".github/workflows"));
const workflows = new Map(workflowFiles.map((file) => [file, readYaml(read(`.github/workflows/${file}`)) as Workflow]));
const jobs = [...workflows].flatMap(([file, { jobs: all }]) =>
  Object.entries(all).map(([name, job]) => ({ where: `${file}: ${name}`, job })),
);
const { pack, publish } = workflows.get("publish.yml")!.jobs as { pack: Job; publish: Job };
const commands = (job: Job): string[] => job.steps.flatMap(({ run }) => run ?? []);
const indexOf = (job: Job, shape: RegExp): number =>
  job.steps.findIndex(({ run }) => run !== undefined && shape.test(run));

describe("every workflow", () => {
  it.each(workflowFiles)("%s may read by default, and nothing else", (file) => {
    expect(workflows.get(file)!.permissions).toEqual({ contents: "read" });
  });

  it.each(jobs)("$where runs actions by the hash of a commit, beside the release that it is", ({ job }) => {
    const used = job.steps.flatMap(({ uses }) => uses ?? []);

    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((action) => !/^actions\/[\w-]+@[\da-f]{40}$/.test(action))).toEqual([]);
  });

  it("names the release of each action, the same for the same hash", () => {
    const lines = workflowFiles.flatMap((file) => read(`.github/workflows/${file}`).match(/uses: .*/g) ?? []);
    const pins = new Set(lines.map((line) => /^uses: (\S+)@\S+ # v\d+\.\d+\.\d+$/.exec(line)?.[1] ?? line));

    expect([...pins].toSorted()).toEqual([
      "actions/checkout",
      "actions/download-artifact",
      "actions/setup-node",
      "actions/upload-artifact",
    ]);
    expect(new Set(lines).size).toBe(pins.size);
  });

  it.each(jobs)("$where leaves no credentials on the disk and restores no cache", ({ job }) => {
    const settings = (action: string): unknown[] =>
      job.steps.filter(({ uses }) => uses?.startsWith(`actions/${action}@`)).map((step) => step.with);

    for (const checkout of settings("checkout")) expect(checkout).toHaveProperty("persist-credentials", false);
    for (const node of settings("setup-node"))
      expect(node).toEqual({ "node-version": 24, "package-manager-cache": false });
  });

  it.each(jobs)("$where installs what the lockfile says, before anything else of ours runs", ({ job }) => {
    const first = indexOf(job, /(?:npm|"\$PNPM") (?:test|start|run)\b/);
    const install = indexOf(job, /\binstall --frozen-lockfile$/m);

    if (first >= 0) expect(install).toBeLessThan(first);
    expect(install >= 0).toBe(first >= 0);
    const others = commands(job).filter((run) => /\b(?:npm|pnpm|yarn) (?:i|install|add|ci)\b(?! --frozen)/.test(run));
    expect(others.filter((run) => !run.startsWith("cd .github/pnpm && npm ci --ignore-scripts"))).toEqual([]);
  });

  it.each(workflowFiles)("%s knows no secret, no token and no registry of its own", (file) => {
    expect(read(`.github/workflows/${file}`)).not.toMatch(/secrets\.|NODE_AUTH_TOKEN|NPM_TOKEN|registry-url|_auth/);
  });

  it.each(workflowFiles)("%s never runs the changes of strangers with rights of ours", (file) => {
    const { on } = workflows.get(file)!;

    expect(Object.keys(on)).not.toContain("pull_request_target");
    // What a stranger may write, such as a title, is no part of a command.
    const runs = Object.values(workflows.get(file)!.jobs).flatMap(commands);
    expect(runs.filter((run) => run.includes("${{"))).toEqual([]);
  });
});

describe("the workflow ci.yml", () => {
  it("runs the README's two commands", () => {
    const runs = Object.values(workflows.get("ci.yml")!.jobs).flatMap(commands);

    expect(runs).toContain("npm test");
    expect(runs.some((run) => run.startsWith("npm start -- --no-open &\n"))).toBe(true);
    expect(read("README.md")).toMatch(/^npm start\b/m);
    expect(read("README.md")).toMatch(/^npm test\b/m);
  });
});

describe("the workflow publish.yml", () => {
  it("runs for the tag of a release, and for nothing else", () => {
    expect(workflows.get("publish.yml")!.on).toEqual({ push: { tags: ["v[0-9]+.[0-9]+.[0-9]+"] } });
  });

  it("alone, and in one job alone, may ask for a token, after somebody has agreed", () => {
    const able = jobs.filter(({ job }) => JSON.stringify(job.permissions ?? {}).includes("write"));

    expect(able.map(({ where }) => where)).toEqual(["publish.yml: publish"]);
    expect(publish.permissions).toEqual({ contents: "read", "id-token": "write" });
    expect(publish.environment).toBe("npm");
  });

  it("publishes with provenance what another job has packed, and runs no code of ours or of a dependency there", () => {
    expect(publish.needs).toBe("pack");
    expect(publish.steps.some(({ uses }) => uses?.startsWith("actions/checkout@"))).toBe(false);
    expect(commands(publish)).toHaveLength(1);
    expect(commands(publish)[0]).toMatch(/npm publish "\.\/\S+\.tgz" --provenance --access public --ignore-scripts/);
  });

  it("runs the pnpm that is locked by its hash, and no other", () => {
    const lock = JSON.parse(read(".github/pnpm/package-lock.json")) as {
      lockfileVersion: number;
      packages: Record<string, { version?: string; integrity?: string; resolved?: string; hasInstallScript?: boolean }>;
    };
    const { "": own, ...packages } = lock.packages;
    const { packageManager } = JSON.parse(read("package.json")) as { packageManager: string };
    const runs = commands(pack);

    expect(own).toMatchObject({ dependencies: { "@pnpm/exe.linux-x64": packageManager.replace("pnpm@", "") } });
    // One package without dependencies, from whatever registry, as long as it has this hash.
    expect(Object.keys(packages)).toEqual(["node_modules/@pnpm/exe.linux-x64"]);
    for (const { version, integrity, resolved, hasInstallScript } of Object.values(packages)) {
      expect([`pnpm@${version}`, resolved, hasInstallScript]).toEqual([packageManager, undefined, undefined]);
      expect(integrity).toMatch(/^sha512-[\w+/]{86}==$/);
    }
    expect(pack.env).toEqual({ PNPM: ".github/pnpm/node_modules/@pnpm/exe.linux-x64/pnpm" });
    expect(indexOf(pack, /npm ci --ignore-scripts/)).toBeLessThan(indexOf(pack, /"\$PNPM"/));
    expect(
      runs.filter((run) => /\b(?:npm|pnpm|corepack|npx) (?:exec|test|run|pnpm|dlx|start)\b|npx /.test(run)),
    ).toEqual([]);
  });

  it("packs only after every test has passed, and after the tag was compared with the versions", () => {
    const tests = indexOf(pack, /^"\$PNPM" test$/);

    expect(indexOf(pack, /GITHUB_REF_NAME/)).toBe(2);
    expect(tests).toBeGreaterThan(2);
    expect(indexOf(pack, /\bpack --pack-destination\b/)).toBeGreaterThan(tests);
    expect(pack.steps.filter((step) => "continue-on-error" in step || "if" in step)).toEqual([]);
  });

  it("names the repository in the manifests between the tests and the packing, from where it runs", () => {
    const names = indexOf(pack, /npm pkg set/);

    expect(names).toBeGreaterThan(indexOf(pack, /^"\$PNPM" test$/));
    expect(names).toBeLessThan(indexOf(pack, /\bpack --pack-destination\b/));
    expect(pack.steps[names]!.run).toContain('"repository.url=git+$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"');
  });

  it("goes over every package, the core before those that depend on it", () => {
    const loops = [...commands(pack), ...commands(publish)].flatMap(
      (run) => /for name in (.*); do/.exec(run)?.[1] ?? [],
    );

    expect(loops).toHaveLength(3);
    for (const loop of loops) {
      expect(loop.split(" ").toSorted()).toEqual([...packageNames].toSorted());
      expect(loop).toMatch(/^core /);
    }
  });
});

describe("the manifest", () => {
  it.each(packageNames)(
    "of %s says that it is public and has provenance, and runs nothing when it is installed",
    (name) => {
      const manifest = JSON.parse(read(`packages/${name}/package.json`)) as Manifest;

      expect(manifest.publishConfig).toEqual({ access: "public", provenance: true });
      expect(manifest.private).toBeUndefined();
      expect(manifest.scripts).toBeUndefined();
    },
  );

  it("has one version in all packages", () => {
    const versions = packageNames.map(
      (name) => (JSON.parse(read(`packages/${name}/package.json`)) as Manifest).version,
    );

    expect(new Set(versions).size).toBe(1);
  });

  it("of everything else in the workspace is private", () => {
    const { packages } = readYaml(read("pnpm-workspace.yaml")) as { packages: string[] };
    const folders = packages.map((glob) => glob.replace(/\/\*$/, "")).filter((folder) => folder !== "packages");
    const files = folders.flatMap((folder) => [
      `${folder}/package.json`,
      ...readdirSync(join(workspace, folder)).map((name) => `${folder}/${name}/package.json`),
    ]);
    const manifests = ["package.json", ...files].flatMap(tryRead).map((text) => JSON.parse(text) as Manifest);

    expect(manifests.length).toBeGreaterThan(folders.length);
    expect(manifests.filter((manifest) => manifest.private !== true)).toEqual([]);
  });
});

function tryRead(file: string): string[] {
  try {
    return [read(file)];
  } catch {
    return [];
  }
}
