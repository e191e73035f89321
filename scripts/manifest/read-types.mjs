// Reads what sources say of their types: members of interfaces with their docs, and what an alias stands for.
import { readFileSync } from "node:fs";
import { ts } from "@custom-elements-manifest/analyzer";

/** Parses files as the analyzer wants them. @param paths Relative to `root`, which stay the names of the modules. */
export function parseSources(root, paths) {
  return paths.map((path) =>
    ts.createSourceFile(path, readFileSync(new URL(path, root), "utf8"), ts.ScriptTarget.ES2022, true),
  );
}

/** The interfaces and aliases of parsed sources, by name. */
export function readTypes(sources) {
  const interfaces = new Map();
  const aliases = new Map();
  for (const statement of sources.flatMap(({ statements }) => statements)) {
    if (ts.isInterfaceDeclaration(statement)) interfaces.set(statement.name.text, statement);
    if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type);
  }

  /** Members of an interface by name, those that it inherits included. */
  function membersOf(name) {
    const node = interfaces.get(name);
    const inherited = (node?.heritageClauses ?? [])
      .flatMap(({ types }) => types)
      .flatMap(({ expression }) => [...membersOf(expression.getText())]);
    const own = (node?.members ?? []).map((member) => [
      member.name.text,
      { description: readDocs(member), type: oneLine(member.type?.getText() ?? ""), of: name },
    ]);
    return new Map([...inherited, ...own]);
  }

  return {
    membersOf,
    describe: (name) => readDocs(interfaces.get(name)),
    /** What may stand in an attribute for a type: its literals, or `string`, `number`, `boolean`. */
    attributeType(text) {
      const types = [...new Set(flatten(parseType(text)))];
      return types.join(" | ") || "string";
    },
  };

  function flatten(node) {
    if (ts.isUnionTypeNode(node)) return node.types.flatMap(flatten);
    const alias = ts.isTypeReferenceNode(node) && aliases.get(node.typeName.getText());
    if (alias) return flatten(alias);
    return /^(".*"|string|number|boolean)$/.test(node.getText()) ? [node.getText()] : [];
  }
}

/** The docstring of a node as one paragraph, without its tags. */
export function readDocs(node) {
  const [comment] = (node && ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).slice(-1)) ?? [];
  return oneLine(ts.getTextOfJSDocComment(comment?.comment) ?? "");
}

/** The default that a docstring names as a value: `Default 0.6.`, `Default "en"`, `` Default `https://…` ``. */
export function readDefault(description) {
  const [, value] =
    /\bdefault:? (`[^`]+`|"[^"]*"|true|false|\d[\d._]*(?:px|rem|em|%)?)(?=[\s.,:;)]|$)/i.exec(description) ?? [];
  return value?.replaceAll("`", "").replace(/\.$/, "");
}

/** A text on one line. */
export function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

function parseType(text) {
  const { statements } = ts.createSourceFile("type.ts", `type T = ${text};`, ts.ScriptTarget.ES2022, true);
  return statements[0].type;
}
