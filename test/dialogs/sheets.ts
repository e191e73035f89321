import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** A stylesheet of a host. */
export interface Sheet {
  readonly name: string;
  readonly css: string;
}

/** Resets, themes and frameworks that pages have, from npm. */
export const sheetFiles: readonly string[] = [
  "@csstools/normalize.css/normalize.css",
  "@picocss/pico/css/pico.css",
  "@shopify/polaris/build/esm/styles.css",
  "@unocss/reset/tailwind-v4.css",
  "@unocss/reset/eric-meyer.css",
  "@unocss/reset/tailwind.css",
  "@wordpress/block-library/build-style/common.css",
  "@wordpress/block-library/build-style/reset.css",
  "@wordpress/block-library/build-style/style.css",
  "@wordpress/block-library/build-style/theme.css",
  "bootstrap/dist/css/bootstrap-reboot.css",
  "bootstrap/dist/css/bootstrap.css",
  "bulma/css/bulma.css",
  "destyle.css/destyle.css",
  "element-plus/dist/index.css",
  "foundation-sites/dist/css/foundation.css",
  "minireset.css/minireset.css",
  "modern-normalize/modern-normalize.css",
  "normalize.css/normalize.css",
  "ress/ress.css",
  "sanitize.css/sanitize.css",
  "tailwindcss/preflight.css",
  "the-new-css-reset/css/reset.css",
  "uikit/dist/css/uikit.css",
  "water.css/out/water.css",
];

/** What rules of hosts are about, each as strong as it can be. */
const parts = "human-connect-stage, iframe, dialog, div, button, span, p, section, [part], [data-human-connect-stage]";

/** Declarations that bend what they meet, for everything: what is inherited comes from the page's root. */
const forAll = [
  "min-height: 60px",
  "max-width: 90px",
  "transform: rotate(3deg) scale(0.9)",
  "opacity: 0.4",
  "visibility: hidden",
  "transition: all 9s",
  "all: unset",
  "contain: strict",
  "pointer-events: none",
  "animation: bend 1s infinite alternate",
  "writing-mode: vertical-rl",
  "filter: invert(1)",
  "clip-path: circle(9px)",
  "mix-blend-mode: difference",
  "perspective: 90px",
  "columns: 3",
  "position: absolute",
  "float: right",
  "font: italic 40px / 3 serif",
  "letter-spacing: 9px",
  "text-transform: uppercase",
  "text-indent: 40px",
  "word-spacing: 20px",
  "color: red",
  "border: 9px solid red",
  "box-shadow: 0 0 0 30px red",
  "outline: 9px solid red",
  "will-change: transform",
  "user-select: none",
];

const written: Record<string, string> = {
  "div:empty": "p:empty, div:empty, :empty:not(iframe) { display: none !important }",
  "hides all parts": `${parts} { display: none !important }`,
  "zooms all parts": `body, ${parts} { zoom: 1.4 !important }`,
  "leaves all parts out": `body, ${parts} { content-visibility: hidden !important }`,
  "62.5%": "html { font-size: 62.5% !important }",
  "a page in a row": "html { display: flex !important; gap: 40px !important; padding: 30px !important }",
  "generated content": `:not(html, body, #root)::before, :not(html, body, #root)::after { content: "x" !important; display: block !important; block-size: 40px !important; background: red !important }`,
  "short names of properties":
    "* { --w: 90px !important; --h: 90px !important; --top: 90px !important; --opacity: 0 !important }",
  "registered names": `@property --w { syntax: "<number>"; inherits: false; initial-value: 1 }
    @property --opacity { syntax: "<number>"; inherits: false; initial-value: 0 }`,
  "names of animations": "@keyframes fade { to { opacity: 0 } } @keyframes turn { to { opacity: 0 } }",
  "the backdrop": "*::backdrop { background: red !important; opacity: 1 !important }",
  scrolling: "html, body { overflow: scroll !important; scrollbar-width: auto !important }",
};

/** Each sheet by itself. */
export async function readSheets(): Promise<Sheet[]> {
  const { resolve } = createRequire(import.meta.url);
  const theirs = sheetFiles.map(async (name) => ({ name, css: await readFile(resolve(name), "utf8") }));
  const bend = "@keyframes bend { from { translate: 9px } to { translate: -9px } }";
  return [
    ...(await Promise.all(theirs)),
    ...forAll.map((rule) => ({ name: rule, css: `*, ${parts} { ${rule} !important } ${bend}` })),
    ...Object.entries(written).map(([name, css]) => ({ name, css })),
  ];
}

/** All of them in one, as a page may have them before Connect opens; with what only counts from then on. @param left Names of those left out. */
export async function readAllSheets(left: readonly string[] = []): Promise<string> {
  const sheets = (await readSheets()).filter(({ name }) => !left.includes(name));
  return [...sheets.map(({ css }) => css), "* { zoom: 1.3 !important }"].join("\n");
}
