import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { at } from "../../alias.ts";
import { bundle } from "./bundle.ts";

/** A framework's router with three pages of it; Connect is on `/two`. */
export interface HostRouter {
  readonly name: string;
  /** @returns The file of an address, if there is one. */
  readonly build: () => Promise<(path: string) => string | undefined>;
}

export const hostRouters: readonly HostRouter[] = [
  { name: "React Router", build: () => buildPage("react-router") },
  { name: "Vue Router", build: () => buildPage("vue-router") },
  { name: "Next", build: buildNext },
];

async function buildPage(name: string): Promise<(path: string) => string | undefined> {
  const script = await bundle(`import ${JSON.stringify(at(`test/hosts/pages/${name}.js`))};`);
  const page = `<html lang="en"><head><script type="module" src="/page.js"></script></head><body><div id="app"></div></body></html>`;
  return (path) => (path === "/page.js" ? script : /\./.test(path) ? undefined : page);
}

/** As a site is built for production. */
async function buildNext(): Promise<(path: string) => string | undefined> {
  const { status, stderr } = spawnSync(process.execPath, [nextProgram(), "build"], {
    cwd: at("test/hosts/next"),
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return (path) => {
    const file = [`${path}.html`, path]
      .map((name) => at(`test/hosts/next/dist${name}`))
      .find((name) => existsSync(name));
    return file && readFileSync(file, "utf8");
  };
}

function nextProgram(): string {
  return createRequire(import.meta.url).resolve("next/dist/bin/next");
}
