import { buildAstroPages, type BuiltPages } from "./astro-pages.ts";

/** A library that changes a page without loading it. */
export interface SoftLibrary {
  readonly name: string;
  /** Module of the page: it sets `window.go`, with what the library can do. */
  readonly code: string;
  /** Its pages have to be built. */
  readonly build?: () => Promise<BuiltPages>;
  /** HTML of the head. */
  readonly head?: string;
  /** Attributes of the body. */
  readonly body?: string;
  /** What stands around the content; default a `<main id="main">`. */
  readonly wrap?: (content: string) => string;
  /** Selector of what is there when it has drawn the page once more, as some do when they start. */
  readonly drawn?: string;
  /** What it does with pages: `visit` swaps one for another, `refresh` brings the same one up to date, `back` goes back in history. */
  readonly does: readonly SoftAction[];
  /** Attributes of the button with which it stays the same element from page to page. */
  readonly keep?: string;
  /** What a refresh does with elements that are there: it keeps them, or puts new ones in their place. Default `morph`. */
  readonly refresh?: "morph" | "swap";
}

export type SoftAction = "visit" | "refresh" | "back";

const main = (content: string): string => `<main id="main">${content}</main>`;

/** The body of the page as the server has it now, for libraries that fetch nothing themselves. */
const readPage = `const readPage = async () => new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");`;

const followLink = `(path) => document.querySelector("#" + path.slice(1)).click()`;

const libraries: readonly SoftLibrary[] = [
  {
    name: "Turbo 8",
    code: `import * as Turbo from "@hotwired/turbo";
      window.go = { visit: (path) => Turbo.visit(path), refresh: () => Turbo.visit(location.href, { action: "replace" }) };`,
    head: `<meta name="turbo-refresh-method" content="morph">`,
    does: ["visit", "refresh", "back"],
  },
  {
    name: "Turbo 8, a frame",
    code: `import "@hotwired/turbo";
      const frame = () => document.querySelector("turbo-frame");
      window.go = { visit: (path) => (frame().src = path), refresh: () => frame().reload() };`,
    wrap: (content) => main(`<turbo-frame id="part" src="/one" refresh="morph">${content}</turbo-frame>`),
    drawn: "turbo-frame[complete]",
    does: ["visit", "refresh"],
  },
  {
    name: "htmx 2",
    code: `import htmx from "htmx.org";
      window.htmx = htmx;
      await import("idiomorph/htmx");
      window.go = { visit: ${followLink},
        refresh: () => htmx.ajax("GET", location.pathname, { target: "#main", select: "#main", swap: "morph:outerHTML" }) };`,
    body: `hx-boost="true" hx-ext="morph"`,
    does: ["visit", "refresh", "back"],
  },
  {
    name: "htmx 4",
    code: `import htmx from "htmx.org-4";
      window.go = { visit: ${followLink},
        refresh: () => htmx.ajax("GET", location.pathname, { target: "#main", select: "#main", swap: "outerMorph" }) };`,
    body: `hx-boost:inherited="true"`,
    does: ["visit", "refresh", "back"],
  },
  {
    name: "unpoly",
    code: `import "unpoly";
      window.go = { visit: (path) => up.render({ url: path, target: "#main", history: true }), refresh: () => up.reload("#main") };`,
    does: ["visit", "refresh", "back"],
    refresh: "swap",
  },
  {
    name: "swup",
    code: `import Swup from "swup";
      const swup = new Swup({ containers: ["#main"], animationSelector: false });
      window.go = { visit: (path) => swup.navigate(path) };`,
    does: ["visit", "back"],
  },
  {
    name: "barba",
    code: `import barba from "@barba/core";
      barba.init();
      window.go = { visit: (path) => barba.go(path) };`,
    body: `data-barba="wrapper"`,
    wrap: (content) => `<main id="main" data-barba="container" data-barba-namespace="page">${content}</main>`,
    does: ["visit", "back"],
  },
  {
    name: "Astro's ClientRouter",
    code: "",
    build: buildAstroPages,
    does: ["visit", "back"],
  },
  {
    name: "idiomorph",
    code: `import { Idiomorph } from "idiomorph";
      ${readPage}
      window.go = { refresh: async () => Idiomorph.morph(document.body, (await readPage()).body) };`,
    does: ["refresh"],
  },
  {
    name: "Alpine morph",
    code: `import Alpine from "alpinejs";
      import morph from "@alpinejs/morph";
      ${readPage}
      Alpine.plugin(morph);
      Alpine.start();
      const find = (root) => root.querySelector("#main");
      window.go = { refresh: async () => Alpine.morph(find(document), find(await readPage()).outerHTML) };`,
    does: ["refresh"],
  },
  {
    name: "Phoenix LiveView",
    code: `import { Socket } from "phoenix";
      import { LiveSocket } from "phoenix_live_view";
      const live = new LiveSocket(document.querySelector("meta[name=live]").content, Socket);
      live.connect();
      window.go = { refresh: () => void fetch("/push", { method: "POST" }) };`,
    wrap: (content) =>
      main(`<div id="live" data-phx-main data-phx-session="session" data-phx-static="static">${content}</div>`),
    drawn: ".phx-connected",
    does: ["refresh"],
  },
];

/** The mark of each library for an element that is to be kept. */
const keepMarks: Record<string, string> = {
  "Turbo 8": "data-turbo-permanent",
  "htmx 2": "hx-preserve",
  "htmx 4": "hx-preserve",
  unpoly: "up-keep",
  "Astro's ClientRouter": "data-astro-transition-persist=button",
};

export const softLibraries: readonly SoftLibrary[] = [
  ...libraries,
  ...libraries
    .filter(({ name }) => keepMarks[name])
    .map((library): SoftLibrary => {
      const keep = keepMarks[library.name]!;
      return { ...library, name: `${library.name}, ${keep}`, keep, does: ["visit"] };
    }),
];
