import MarkdownIt from "markdown-it";

/** What a reader of a quick start does, in order. */
export interface Start {
  /** Contents by path: a code block below a paragraph that is a path. */
  readonly files: ReadonlyMap<string, string>;
  /** Lines of `sh` blocks, which end. */
  readonly commands: readonly string[];
  /** Lines of `sh server` blocks, each in a terminal of its own, which go on. */
  readonly servers: readonly string[];
  /** The page to open: the first link to localhost. */
  readonly address: string;
}

// With HTML, so that a comment between a path and its block is no text.
const markdown = new MarkdownIt({ html: true });

/** Reads a quick start. @throws {Error} When it names no page to open. */
export function readStart(text: string): Start {
  const files = new Map<string, string>();
  const commands: string[] = [];
  const servers: string[] = [];
  const tokens = markdown.parse(text, {});
  let path: string | undefined;
  for (const { type, info, content, children } of tokens) {
    if (type === "inline")
      path = children?.length === 1 && children[0]!.type === "code_inline" ? children[0]!.content : undefined;
    if (type !== "fence") continue;
    const lines = content.trim().split("\n");
    if (info === "sh") commands.push(...lines);
    else if (info === "sh server") servers.push(...lines);
    else if (path !== undefined) files.set(path, content);
    else throw new Error(`A block of ${info} has no path above it.`);
    path = undefined;
  }
  const [, address] = /<(http:\/\/localhost:\d+)>/.exec(text) ?? [];
  if (!address) throw new Error("The start names no page to open, such as <http://localhost:3000>.");
  return { files, commands, servers, address };
}
