import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { workspace } from "./customer.ts";

const execute = promisify(execFile);
const file = "packages/element/dist/human-connect.js";
const built = readFileSync(join(workspace, file));
const hash = `sha384-${createHash("sha384").update(built).digest("base64")}`;

it.each(["README.md", "packages/element/README.md"])("the hash in %s is that of human-connect.js", (readme) => {
  const text = readFileSync(join(workspace, readme), "utf8");
  const [, named] = /human-connect\.js"\s+integrity="(sha384-[^"]+)"/.exec(text) ?? [];

  expect(named, "out of date: run `pnpm build` and `node scripts/sri.mjs --write`").toBe(hash);
});

it("human-connect.js lies beside its hash", () => {
  expect(readFileSync(join(workspace, `${file}.sri`), "utf8")).toBe(`${hash}\n`);
});

it("human-connect.js is the same to the byte wherever it is built", async () => {
  const folder = mkdtempSync(join(tmpdir(), "human-connect-elsewhere-"));
  try {
    // Nor are the examples, which may be built just now.
    const notSources = new Set(["node_modules", "dist", ".git", "test-results", "storybook-static", "examples"]);
    cpSync(workspace, folder, { recursive: true, filter: (path) => !notSources.has(basename(path)) });
    for (const place of ["", ...readdirSync(join(workspace, "packages")).map((name) => `packages/${name}`)])
      symlinkSync(join(workspace, place, "node_modules"), join(folder, place, "node_modules"), "junction");
    const code = `
      import { createBuilder } from "vite";
      const builder = await createBuilder({ logLevel: "error" }, null);
      await builder.build(builder.environments.cdn);
    `;
    // As a build is run: Vitest's own NODE_ENV would choose the development files of a dependency.
    const env = { PATH: process.env["PATH"] };
    await execute(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder, env });

    expect(readFileSync(join(folder, file)).equals(built)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
