import MarkdownIt from "markdown-it";
import { readText } from "./repository-files.ts";

const markdown = new MarkdownIt({ html: true });

export interface ReadDocument {
  /** Addresses of links and pictures, in Markdown and in HTML. */
  targets: string[];
  /** What can follow `#`: headings as GitHub names them, and ids. */
  anchors: ReadonlySet<string>;
}

const cache = new Map<string, ReadDocument>();

/** Reads the links and the anchors of a Markdown document, by its path from the root. */
export function readDocument(name: string): ReadDocument {
  const known = cache.get(name) ?? parse(readText(name));
  cache.set(name, known);
  return known;
}

function parse(text: string): ReadDocument {
  const targets: string[] = [];
  const anchors = new Set<string>();
  const tokens = markdown.parse(text, {});
  const html = (content: string): void => {
    for (const [, address] of content.matchAll(/\s(?:href|src|srcset)="([^"]*)"/g)) targets.push(address!);
    for (const [, id] of content.matchAll(/\sid="([^"]*)"/g)) anchors.add(id!);
  };
  tokens.forEach((token, index) => {
    if (token.type === "html_block") html(token.content);
    for (const child of token.children ?? []) {
      if (child.type === "html_inline") html(child.content);
      const address = child.attrGet("href") ?? child.attrGet("src");
      if (address !== null) targets.push(String(address));
    }
    if (token.type === "heading_open") addUnique(anchors, toAnchor(tokens[index + 1]!.children ?? []));
  });
  return { targets, anchors };
}

/** As GitHub makes an anchor of a heading's text. */
function toAnchor(children: readonly { content: string }[]): string {
  const text = children.map(({ content }) => content).join("");
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** The second heading of a name gets the ending `-1`. */
function addUnique(anchors: Set<string>, anchor: string): void {
  let unique = anchor;
  for (let count = 1; anchors.has(unique); count++) unique = `${anchor}-${count}`;
  anchors.add(unique);
}
