/** What YAML that we write ourselves can hold. */
export type Yaml = string | null | Yaml[] | { [key: string]: Yaml };

interface Line {
  readonly indent: number;
  readonly text: string;
  readonly at: number;
}

/**
 * Reads the part of YAML that workflows and settings of ours use: mappings, lists, plain and quoted words, `|` texts and `[a, b]`.
 * Every plain word is a string, also `true` and `24`. Whatever it does not know it refuses, rather than reading it wrongly.
 *
 * @throws {Error} naming the line.
 */
export function readYaml(text: string): Yaml {
  const reader = new Reader(text);
  const value = reader.readBlock(0);
  reader.expectEnd();
  return value;
}

class Reader {
  readonly #all: readonly string[];
  readonly #lines: Line[];

  constructor(text: string) {
    this.#all = text.split("\n");
    this.#lines = this.#all
      .map((line, at) => ({ indent: line.search(/\S/), text: stripComment(line.trim()), at }))
      .filter(({ text: content }) => content !== "");
  }

  expectEnd(): void {
    if (this.#lines[0]) throw fault(this.#lines[0], "stands outside of everything");
  }

  readBlock(least: number): Yaml {
    const [first] = this.#lines;
    if (!first || first.indent < least) return null;
    return isItem(first.text) ? this.#readList(first.indent) : this.#readMap(first.indent);
  }

  #readList(indent: number): Yaml[] {
    const items: Yaml[] = [];
    for (let line = this.#lines[0]; line?.indent === indent && isItem(line.text); line = this.#lines[0]) {
      const rest = line.text.slice(1).trimStart();
      const inner = { ...line, indent: indent + line.text.length - rest.length, text: rest };
      if (rest && isPair(rest)) {
        this.#lines[0] = inner;
        items.push(this.#readMap(inner.indent));
      } else {
        this.#lines.shift();
        items.push(rest ? readScalar(rest, line) : this.readBlock(indent + 1));
      }
    }
    return items;
  }

  #readMap(indent: number): { [key: string]: Yaml } {
    const map: { [key: string]: Yaml } = {};
    for (let line = this.#lines[0]; line && line.indent >= indent; line = this.#lines[0]) {
      const pair = pairShape.exec(line.text);
      if (line.indent > indent || !pair) throw fault(line, "is no pair of this mapping");
      const key = readQuoted(pair[1]!) ?? pair[1]!;
      if (Object.hasOwn(map, key)) throw fault(line, "names a key for the second time");
      this.#lines.shift();
      map[key] = this.#readValue(pair[2]!, line);
    }
    return map;
  }

  #readValue(text: string, line: Line): Yaml {
    if (text === "|") return this.#readText(line);
    if (text) return readScalar(text, line);
    // A list may stand as far left as its key.
    const [next] = this.#lines;
    return next?.indent === line.indent && isItem(next.text)
      ? this.#readList(line.indent)
      : this.readBlock(line.indent + 1);
  }

  /** As it was written, comments and empty lines with it. */
  #readText({ indent, at }: Line): string {
    const end = this.#all.findIndex((line, index) => index > at && line.trim() !== "" && line.search(/\S/) <= indent);
    const lines = this.#all.slice(at + 1, end === -1 ? undefined : end);
    while (this.#lines[0] && (end === -1 || this.#lines[0].at < end)) this.#lines.shift();
    const margin = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
    return `${lines
      .map((line) => line.slice(margin))
      .join("\n")
      .trimEnd()}\n`;
  }
}

const pairShape = /^("[^"]*"|'[^']*'|[\w$.@/-]+):(?:\s+(.*))?$/;
const isItem = (text: string): boolean => text === "-" || text.startsWith("- ");
const isPair = (text: string): boolean => pairShape.test(text);

function readScalar(text: string, line: Line): Yaml {
  const quoted = readQuoted(text);
  if (quoted !== undefined) return quoted;
  const list = /^\[(.*)\]$/.exec(text);
  if (list) return list[1] ? list[1].split(/,\s*/).map((item) => readScalar(item, line)) : [];
  if (/^[[\]{}>|&*!%@`"']/.test(text) || /:\s/.test(text)) throw fault(line, "is more than this reader knows");
  return text;
}

function readQuoted(text: string): string | undefined {
  const quoted = /^"([^"\\]*)"$|^'([^']*)'$/.exec(text);
  return quoted?.[1] ?? quoted?.[2];
}

/** A `#` begins a comment after a space; in our files no quoted word holds one. */
const stripComment = (text: string): string => text.replace(/(^|\s)#.*$/, "").trimEnd();

const fault = ({ at, text }: Line, what: string): Error => new Error(`line ${at + 1}, "${text}", ${what}`);
