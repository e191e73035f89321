import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** What passes an editor's HTML or Markdown on to the page, in Node. */
export interface Tool {
  readonly name: string;
  /** Package whose version the matrix names. */
  readonly from: string;
  pass(): Promise<string>;
}

const link = `<p>Then <a href="/connect#human-connect=button">Connect your data</a>.</p>`;
const markdown = "Then [Connect your data](/connect#human-connect=button).";

const { resolve } = createRequire(import.meta.url);
// Typed loosely: the types of these packages are not installed with the repository.
const load = (name: string): Promise<any> => import(pathToFileURL(resolve(name)).href); // oxlint-disable-line typescript/no-explicit-any

export const tools: readonly Tool[] = [
  {
    name: "sanitize-html",
    from: "sanitize-html",
    pass: async () => (await load("sanitize-html")).default(link),
  },
  {
    name: "rehype-sanitize",
    from: "rehype-sanitize",
    async pass() {
      const [{ unified }, parse, sanitize, stringify] = await Promise.all(
        ["unified", "rehype-parse", "rehype-sanitize", "rehype-stringify"].map(load),
      );
      const chain = unified().use(parse.default, { fragment: true }).use(sanitize.default).use(stringify.default);
      return String(await chain.process(link));
    },
  },
  {
    name: "markdown-it",
    from: "markdown-it",
    pass: async () => new (await load("markdown-it")).default().render(markdown),
  },
  {
    name: "MDX",
    from: "@mdx-js/mdx",
    async pass() {
      const [{ evaluate }, runtime, { createElement }, { renderToStaticMarkup }] = await Promise.all(
        ["@mdx-js/mdx", "react/jsx-runtime", "react", "react-dom/server"].map(load),
      );
      const { default: Content } = await evaluate(markdown, runtime);
      return renderToStaticMarkup(createElement(Content));
    },
  },
];

/** What passes HTML on in the browser. `page` is a module in `pages` that sets `window.sanitize`. */
export const browserTools = [
  { name: "DOMPurify", from: "dompurify", page: "dompurify" },
  { name: "Element.setHTML", from: undefined, page: undefined },
] as const;

export { link };
