// A fixture as a project of its own: copied, with the packed packages among its dependencies.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm } from "./programs.mjs";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

/**
 * Copies a fixture.
 *
 * @param {{ folder: string, versions?: Record<string, string>, packages?: Record<string, string>, settings?: string }} fixture `versions`: instead of those that its
 * package.json names. `packages`: more that it needs. `settings`: the module that receives the addresses of the sandbox.
 * @param {{ work: string, tarballs: Record<string, string>, sandbox: object }} context
 * @returns {{ folder: string, versions: Record<string, string>, remove: () => void }} `versions`: what it depends on.
 */
export function createProject(
  { folder: name, versions = {}, packages = {}, overrides = {}, settings },
  { work, tarballs, sandbox },
) {
  const folder = join(work, "project");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(fixtures, name), folder, { recursive: true });
  cpSync(join(fixtures, "site.mjs"), join(folder, "site.mjs"));
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  manifest.devDependencies = { ...manifest.devDependencies, ...packages };
  for (const kind of ["dependencies", "devDependencies"])
    for (const dependency of Object.keys(manifest[kind] ?? {})) {
      const packed = manifest[kind][dependency] === "packed";
      manifest[kind][dependency] = packed
        ? `file:${tarballs[dependency]}`
        : (versions[dependency] ?? manifest[kind][dependency]);
    }
  // What only another package of ours depends on comes from its tarball too.
  const others = Object.entries(tarballs).filter(([dependency]) => !(dependency in (manifest.dependencies ?? {})));
  manifest.overrides = {
    ...overrides,
    ...Object.fromEntries(others.map(([key, file]) => [key, `file:${file}`])),
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, undefined, 2));
  if (settings) writeFileSync(join(folder, settings), writeSettings(sandbox));
  const used = { ...manifest.dependencies, ...manifest.devDependencies };
  return { folder, versions: used, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @param {string} folder @throws {Error} When npm refuses. */
export async function install(folder) {
  await npm(folder, ["install", "--no-audit", "--no-fund", "--loglevel=error"]);
}

/** Addresses are not known before the sandbox listens; a real page has none of them. */
const writeSettings = ({ connectUrl, cdnUrl }) =>
  `export const baseUrl = ${JSON.stringify(connectUrl)};\nexport const clientUrl = ${JSON.stringify(`${cdnUrl}/humanapi-connect-client@latest.js`)};\n`;
