// The host page's own files: each page is a bundle, compressed once.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { bundle } from "../../scripts/size/bundle.mjs";

const types = { js: "text/javascript", css: "text/css" };

/** A page's code is bundled with everything that it uses. */
const nothing = [];

/** What a page counts before any code of its own runs. Connect and the peers' code run later. */
const counters = `
  window.bench = {};
  addEventListener("click", (event) => (bench.click ??= event.timeStamp), true);
  addEventListener("message", ({ data }) => { if (data?.bench) bench[data.bench] ??= performance.now(); });
  for (const type of ["largest-contentful-paint", "longtask", "layout-shift"])
    new PerformanceObserver((list) => (bench[type] = [...(bench[type] ?? []), ...list.getEntries().map((entry) => entry.toJSON())]))
      .observe({ type, buffered: true });`;

const text =
  "The results of your last visits, your medicines and what your watch has measured can be shared in one place. ";

function html(scripts, styles, content) {
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bench</title>`;
  const links = styles ? `<link rel="stylesheet" href="${styles}">` : "";
  const tags = scripts.map((src) => `<script type="module" src="${src}"></script>`).join("");
  const body = content
    ? `<h1>Your health data</h1><p>${text.repeat(12)}</p><div id="root"></div>`
    : `<div id="root"></div>`;
  return `${head}${links}<script>${counters}</script>${tags}<body>${body}`;
}

/**
 * Creates the site of the benchmark.
 *
 * @returns {{ add: (page: { name: string, file: URL, folder: string, css?: string, isEmpty?: boolean }) => Promise<void>, answer: (request: { path: string }) =>
 * import("../network/servers.mjs").Reply | undefined }} `add` bundles a page; `folder` is where its imports are resolved from, `css` its
 * style sheet.
 */
export function createSite() {
  const files = new Map();
  const put = (path, body) => {
    const type = types[path.split(".").at(-1)] ?? "text/html";
    files.set(path, { type, body: brotliCompressSync(body), headers: { "content-encoding": "br" } });
  };
  return {
    async add({ name, file, folder, css, isEmpty = false }) {
      const chunks = await bundle(readFileSync(file, "utf8"), folder, { external: nothing });
      for (const { fileName, code } of chunks) put(`/${name}/${fileName}`, code);
      const entry = `/${name}/${chunks.find(({ isEntry }) => isEntry).fileName}`;
      if (css !== undefined) put(`/${name}/app.css`, css);
      put(`/${name}`, html([entry], css === undefined ? "" : `/${name}/app.css`, !isEmpty));
    },
    answer: ({ path }) => files.get(path.split("?")[0]),
  };
}
