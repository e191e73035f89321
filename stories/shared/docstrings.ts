// Reads what the sources say about the components, for the documentation pages: the docstrings of components, props and slots,
// and those of the core's options that every face takes. Runs in Node, where a Storybook is configured.
import { readdirSync, readFileSync } from "node:fs";
import { parseSync, type ESTree } from "vite";
import { at } from "../../alias.ts";

/** A prop, an option, an event or a slot. */
export interface MemberDoc {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly group: "props" | "options" | "events" | "slots";
}

export interface ComponentDoc {
  readonly description: string;
  readonly members: readonly MemberDoc[];
}

interface Source {
  readonly text: string;
  readonly program: ESTree.Program;
  readonly comments: readonly { type: string; value: string; end: number }[];
  readonly group: MemberDoc["group"];
}

interface Declared {
  readonly source: Source;
  readonly node: Node;
}

type Node = ESTree.Node;

/** The documentation of every component that a face exports, by name. */
export function readDocstrings(face: "react" | "vue"): Record<string, ComponentDoc> {
  const own = readSources(`packages/${face}/src/`, "props");
  const sources = [...own, ...readSources("packages/core/src/", "options")];
  const events = membersOf(find(sources, "ConnectEventPayloads"), sources).map((member): MemberDoc => {
    const name = face === "react" ? `on${member.name[0]!.toUpperCase()}${member.name.slice(1)}` : member.name;
    return { ...member, name, isRequired: false, group: "events" };
  });
  const docs = own.flatMap((source) =>
    componentsOf(source).map(([name, description]) => {
      const props = membersOf(find([source], `${name}Props`), sources);
      const slots = membersOf(find([source], `${name}Slots`), sources).map((slot) => ({
        ...slot,
        group: "slots" as const,
      }));
      const isSession = props.some((prop) => prop.name === "getToken");
      return [name, { description, members: [...props, ...(isSession ? events : []), ...slots] }] as const;
    }),
  );
  return Object.fromEntries(docs);
}

function readSources(folder: string, group: Source["group"]): Source[] {
  const files = readdirSync(at(folder), { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  return files.map((file) => {
    const text = readFileSync(at(folder + file), "utf8");
    const { program, comments } = parseSync(file, text);
    return { text, program, comments, group };
  });
}

/** What is exported under a name like that of a type, and what shares a connection in a face without a component for it. */
function componentsOf(source: Source): [name: string, description: string][] {
  return source.program.body.flatMap((statement): [string, string][] => {
    if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) return [];
    const { declaration } = statement;
    const id =
      declaration.type === "VariableDeclaration"
        ? declaration.declarations[0]?.id
        : "id" in declaration
          ? declaration.id
          : null;
    const isValue = declaration.type === "VariableDeclaration" || declaration.type === "FunctionDeclaration";
    if (!isValue || id?.type !== "Identifier" || !/^([A-Z]|provide)/.test(id.name)) return [];
    return [[id.name, docBefore(statement.start, source)]];
  });
}

function find(sources: readonly Source[], name: string): Declared | undefined {
  for (const source of sources) {
    for (const statement of source.program.body) {
      const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      const isType = node?.type === "TSInterfaceDeclaration" || node?.type === "TSTypeAliasDeclaration";
      if (isType && node.id.name === name) return { source, node };
    }
  }
  return undefined;
}

/** Every member of a type that is written down in one of the sources; what comes from elsewhere, such as attributes, is left out. */
function membersOf(declared: Declared | undefined, sources: readonly Source[]): MemberDoc[] {
  if (!declared) return [];
  const { source, node } = declared;
  const go = (inner: Node): MemberDoc[] => membersOf({ source, node: inner }, sources);
  const goTo = (name: string, args: readonly Node[] = []): MemberDoc[] => {
    if (name === "Partial") return optional(go(args[0]!));
    return name === "Omit" ? go(args[0]!) : membersOf(find([source, ...sources], name), sources);
  };
  if (node.type === "TSInterfaceDeclaration") {
    const above = node.extends.flatMap(({ expression, typeArguments }) =>
      expression.type === "Identifier" ? goTo(expression.name, typeArguments?.params) : [],
    );
    return unique([...node.body.body.flatMap(go), ...above]);
  }
  if (node.type === "TSTypeAliasDeclaration" || node.type === "TSParenthesizedType") return go(node.typeAnnotation);
  if (node.type === "TSIntersectionType") return unique(node.types.flatMap(go));
  if (node.type === "TSUnionType") return unique(optional(node.types.flatMap(go)));
  if (node.type === "TSTypeReference" && node.typeName.type === "Identifier")
    return goTo(node.typeName.name, node.typeArguments?.params);
  if (node.type === "TSTypeLiteral") return node.members.flatMap(go);
  return node.type === "TSPropertySignature" ? describeMember(node, source) : [];
}

function describeMember(node: ESTree.TSPropertySignature, source: Source): MemberDoc[] {
  const annotation = node.typeAnnotation?.typeAnnotation;
  const type = annotation
    ? source.text.slice(annotation.start, annotation.end).replace(/\s*\|\s*undefined$/, "")
    : "unknown";
  if (node.key.type !== "Identifier" || type === "undefined" || type === "never") return [];
  const description = docBefore(node.start, source);
  return [{ name: node.key.name, description, type, isRequired: !node.optional, group: source.group }];
}

const optional = (members: readonly MemberDoc[]): MemberDoc[] =>
  members.map((member) => ({ ...member, isRequired: false }));

/** The same option may be reached in several ways; one of them carries its docstring. */
function unique(members: readonly MemberDoc[]): MemberDoc[] {
  const byName = new Map<string, MemberDoc>();
  for (const member of members) if (!byName.get(member.name)?.description) byName.set(member.name, member);
  return [...byName.values()];
}

/** The text of the docstring that ends right before a position, without its tags. */
function docBefore(position: number, { text, comments }: Source): string {
  const comment = comments.findLast(({ type, end }) => type === "Block" && end <= position);
  if (!comment?.value.startsWith("*") || text.slice(comment.end, position).trim()) return "";
  const lines = comment.value.split("\n").map((line) => line.replace(/^\s*\*+ ?/, "").trimEnd());
  return lines
    .join("\n")
    .split(/(?:^|\s)@(?=example|throws|param|returns|see)/)[0]!
    .replace(/\{@link (\w+)\}/g, "`$1`")
    .trim();
}
