import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { rolldown } from "rolldown";
import { expect, it, onTestFinished } from "vitest";

const dist = (file: string): string =>
  JSON.stringify(fileURLToPath(new URL(`../../packages/${file}`, import.meta.url)));
const script = fileURLToPath(new URL("../../scripts/secrets.mjs", import.meta.url));
const usesCore = `import { createHumanConnect } from ${dist("core/dist/index.js")}; globalThis.used = [createHumanConnect];`;

interface Bundle {
  minify: boolean;
  sourcemap: boolean;
}

/** Bundles a page as a site would. @returns What the check says about it, with its exit code. */
async function check(code: string, options: Bundle): Promise<{ exitCode: number; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), "secrets-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const input = join(folder, "page.ts");
  writeFileSync(input, code);
  const bundle = await rolldown({ input, external: ["@human-connect/server"], logLevel: "silent", tsconfig: false });
  await bundle.write({ dir: join(folder, "site"), ...options });
  return promisify(execFile)(process.execPath, [script, join(folder, "site")]).then(
    ({ stdout }) => ({ exitCode: 0, said: stdout }),
    (error: { code: number; stderr: string }) => ({ exitCode: error.code, said: error.stderr }),
  );
}

it.each<Bundle>([
  { minify: true, sourcemap: false },
  { minify: false, sourcemap: true },
])("lets a page with core pass, built with %o", async (options) => {
  const { exitCode, said } = await check(usesCore, options);

  expect(said).toContain(", 2 guards");
  expect(exitCode).toBe(0);
});

it.each<[string, string, Bundle, string]>([
  [
    "the server package",
    `import { createHumanApi } from ${dist("server/dist/index.js")}; globalThis.api = createHumanApi;`,
    { minify: true, sourcemap: false },
    "code of the server package",
  ],
  [
    "what stands for the server package in a browser",
    `import { createHumanApi } from ${dist("server/dist/browser.js")}; globalThis.api = createHumanApi;`,
    { minify: true, sourcemap: false },
    "code of the server package",
  ],
  [
    "a module of the server package that says nothing",
    `import { createServiceClock } from ${dist("server/dist/service/service-clock.js")}; globalThis.clock = createServiceClock;`,
    { minify: true, sourcemap: true },
    "made from ",
  ],
  [
    "an import of the server package",
    `import { createHumanApi } from "@human-connect/server"; globalThis.api = createHumanApi;`,
    { minify: true, sourcemap: false },
    "imports the server package",
  ],
  [
    "a late import of the server package",
    `globalThis.api = () => import("@human-connect/server");`,
    { minify: true, sourcemap: false },
    "imports the server package",
  ],
  [
    "a secret as the service calls it",
    `globalThis.body = { client_secret: "not-one-of-ours" };`,
    { minify: true, sourcemap: false },
    "names the client secret",
  ],
  [
    "a secret as we call it",
    `globalThis.settings = { clientId: "id", clientSecret: "not-one-of-ours" };`,
    { minify: false, sourcemap: false },
    "names the client secret",
  ],
  [
    "a secret beside the sandbox's",
    `globalThis.settings = [{ clientSecret: "sandbox-client-secret" }, { clientSecret: "not-one-of-ours" }];`,
    { minify: true, sourcemap: false },
    "names the client secret",
  ],
])("refuses a page with %s", async (_, code, options, fault) => {
  const { exitCode, said } = await check(`${usesCore}\n${code}`, options);

  expect(said).toContain(fault);
  expect(exitCode).toBe(1);
});

it("refuses a page in which nothing can be found", async () => {
  const { exitCode, said } = await check("globalThis.used = [];", { minify: true, sourcemap: false });

  expect(said).toContain("The guard of core");
  expect(exitCode).toBe(1);
});
