import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { autop } from "@wordpress/autop";
import MarkdownIt from "markdown-it";
import { marked } from "marked";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import type { Driver } from "../support/driver.ts";
import { launchChromium } from "../support/puppeteer-driver.ts";

// The HTML examples of the READMEs, as somebody pastes them into a CMS: what the CMS makes of them has to work.

/** Everything between the fences of `html`, of every README that shows an element. */
const snippets = ["README.md", "packages/element/README.md"].flatMap((name) =>
  [...readFileSync(at(name), "utf8").matchAll(/```html\n([^]*?)```/g)]
    .map(([, html]) => html!)
    .filter((html) => html.includes("<human-connect-"))
    .map((html, index) => ({ name: `${name}, ${index + 1}`, html })),
);

const markdown = new MarkdownIt({ html: true, typographer: true });
const tools: Record<string, (html: string) => string> = {
  "nothing in between": (html) => html,
  "markdown-it": (html) => markdown.render(html),
  marked: (html) => marked.parse(html, { async: false }),
  "WordPress' autop": (html) => autop(html),
  // As a page builder joins what stood on several lines.
  "one line": (html) => html.replaceAll("\n", " "),
  "markdown-it, in one line": (html) => markdown.render(html.replaceAll("\n", " ")),
};

let server: Server;
let driver: Driver;
let page = "";
let origin: string;

beforeAll(async () => {
  const script = readFileSync(at("packages/element/dist/human-connect.js"));
  server = createServer((request, response) => {
    const isScript = request.url!.endsWith(".js");
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(isScript ? script : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  driver = await launchChromium();
});
afterAll(async () => {
  await driver?.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => void (page = ""));

interface Seen {
  /** Words on each button, and how high it is. */
  buttons: [words: string, height: number][];
  /** What stands in an empty list that has words of its own. */
  lists: string[];
  /** What a reader of the page sees, outside of our elements. */
  rest: string;
  scripts: number;
}

/** Shows a page with this content, and says what there is to see. */
async function look(content: string): Promise<Seen> {
  page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><article>${content}</article><script type="module" src="/human-connect.js"></script>`;
  await driver.goto(origin);
  return driver.evaluate(`(async () => {
    await customElements.whenDefined("human-connect-status");
    await new Promise((resolve) => setTimeout(resolve));
    const shown = (element) => {
      const slot = element.querySelector("slot");
      return (slot ? slot.assignedNodes().map((node) => node.textContent).join("") : element.textContent).trim();
    };
    const all = (name) => [...document.querySelectorAll(name)];
    const article = document.querySelector("article").cloneNode(true);
    for (const element of article.querySelectorAll("human-connect-button, human-connect-card, human-connect-list, script"))
      element.remove();
    return {
      buttons: [...all("human-connect-button"), ...all("human-connect-card")].map((host) => {
        const button = host.shadowRoot.querySelector("button");
        return [shown(button.querySelector("[part=label]")), button.offsetHeight];
      }),
      lists: all("human-connect-list").map((host) =>
        host.shadowRoot.querySelector("slot[name=empty]").assignedElements().map((node) => node.textContent).join(),
      ),
      rest: article.textContent.replace(/\\s+/g, " ").trim(),
      scripts: document.querySelectorAll("article script[src*=human-connect]").length,
    };
  })()`);
}

describe.each(snippets)("$name", ({ html }) => {
  it.each(Object.keys(tools).slice(1))("is the same after %s", async (tool) => {
    const expected = await look(html);
    expect(expected.buttons.length + expected.lists.length).toBeGreaterThan(0);

    expect(await look(tools[tool]!(html))).toEqual(expected);
  });

  it("has no line that a CMS would take for a quotation", () => {
    expect(html.split("\n").filter((line) => /^\s*>/.test(line))).toEqual([]);
  });
});
