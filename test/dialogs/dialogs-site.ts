import { readFile } from "node:fs/promises";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { build, type Rolldown } from "vite";
import { alias, at, vueFlags } from "../../alias.ts";
import { listen } from "../../demo/listen.ts";
import { readAllSheets } from "./sheets.ts";

/** A page for each library, with Connect on a sandbox behind it. */
export interface DialogsSite {
  readonly url: string;
  close(): Promise<void>;
}

type Files = ReadonlyMap<string, string | Uint8Array>;

const types: Record<string, string> = { js: "text/javascript", css: "text/css" };

/** @param pages Names of files in `pages`. Each is at the address of its name without the ending. */
export async function startDialogsSite(pages: readonly string[]): Promise<DialogsSite> {
  const files = await bundle(pages);
  const sandbox = await createSandbox({ pace: 0.1 });
  // An address at which nobody answers any more.
  const dead = await listen(() => new Response(), 0, "localhost");
  await dead.close();
  const server = await listen((request) => answer(new URL(request.url), files, sandbox, dead.url), 0, "localhost");
  return { url: server.url, close: async () => void (await Promise.all([server.close(), sandbox.close()])) };
}

async function bundle(pages: readonly string[]): Promise<Files> {
  const { output } = (await build({
    configFile: false,
    logLevel: "error",
    // As a customer builds it, though it is a test that does.
    oxc: { jsx: { runtime: "automatic", development: false } },
    resolve: { alias },
    define: { ...vueFlags, "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      minify: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(pages.map((page) => [page.replace(/\.\w+$/, ""), at(`test/dialogs/pages/${page}`)])),
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", assetFileNames: "[name][extname]" },
      },
    },
  })) as Rolldown.RolldownOutput;
  const style = await readFile(at("test/dialogs/pages/page.css"), "utf8");
  return new Map([
    ["page.css", style],
    ["sheets.css", await readAllSheets()],
    ["unfiltered.css", await readAllSheets(["filter: invert(1)"])],
    ...output.map((file) => [file.fileName, file.type === "chunk" ? file.code : file.source] as const),
  ]);
}

function answer({ pathname, searchParams }: URL, files: Files, sandbox: Sandbox, dead: string): Response {
  const name = pathname.slice(1);
  if (name === "token") return Response.json({ session_token: sandbox.mintToken("ada"), expires_in: 3600 });
  const file = files.get(name);
  if (file !== undefined)
    return new Response(file as BodyInit, { headers: { "content-type": types[name.split(".").at(-1)!]! } });
  if (!files.has(`${name}.js`)) return new Response(null, { status: 404 });
  const own = searchParams.get("css") || name;
  const link = files.has(`${own}.css`) ? `<link rel="stylesheet" href="/${own}.css">` : "";
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>
    <link rel="icon" href="data:,"><meta name="sandbox" content="${sandbox.url}" data-sandbox="${sandbox.url}" data-dead="${dead}">${link}
    <link rel="stylesheet" href="/page.css"><script type="module" src="/${name}.js"></script></head>
    <body><div id="root"></div></body></html>`;
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}
