// Makes the custom elements manifest from the docstrings of the sources: what the analyzer finds in the classes, completed by
// what it cannot know: types that are named elsewhere, and attributes that are read only when they are used.
import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { create, ts } from "@custom-elements-manifest/analyzer";
import { litPlugin } from "@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js";
import { readAttributes, withDefault } from "./read-attributes.mjs";
import { oneLine, parseSources, readTypes } from "./read-types.mjs";

const packages = new URL("../../packages/", import.meta.url);
const coreFiles = [
  "button-labels",
  "card-labels",
  "client",
  "events",
  "labels",
  "option-names",
  "options",
  "prepare-on",
  "view-labels",
  "widget-labels-en",
  "widget-options",
];

/** @returns The manifest of packages/element, whose modules are the built ones. @see https://github.com/webcomponents/custom-elements-manifest */
export function createManifest() {
  const modules = parseSources(
    new URL("element/", packages),
    listSources("element/src/").map((file) => `src/${file}`),
  );
  const sources = [
    ...modules,
    ...parseSources(
      new URL("core/src/", packages),
      listSources("core/src/").filter((file) => coreFiles.includes(basename(file, ".ts"))),
    ),
  ];
  const types = readTypes(sources);
  const known = { types, ...readAttributes(sources, types), cssProperties: readCssProperties() };
  const { modules: found } = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const tags = readTags(modules.find(({ fileName }) => fileName === "src/define.ts"));
  const exported = readExports(modules.find(({ fileName }) => fileName === "src/index.ts"));
  const manifest = {
    schemaVersion: "2.1.0",
    readme: "README.md",
    modules: [
      ...found
        .filter(({ declarations }) => declarations.some(({ name }) => exported.has(name) || name.endsWith("Element")))
        .map((module) => completeModule(module, tags, known, modules)),
      { path: "src/index.ts", exports: [...exported].map(([name, path]) => refer("js", name, name, path)) },
      {
        path: "src/define.ts",
        exports: [...tags].map(([name, tag]) => refer("custom-element-definition", tag, name, exported.get(name))),
      },
    ].map((module) => ({ kind: "javascript-module", ...module })),
  };
  // The package is its built modules.
  return JSON.parse(JSON.stringify(manifest).replace(/"\/?src\/([\w/-]+)\.[jt]s"/g, '"dist/$1.js"'));
}

/** Every module in the rooms of a package; not those that hold types alone. */
const listSources = (folder) =>
  readdirSync(new URL(folder, packages), { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.d|-types)\.ts$/.test(file),
  );

/** Custom properties, as the comment at the top of the stylesheet lists them. */
export function readCssProperties() {
  const [comment] = readFileSync(new URL("core/src/styles.css", packages), "utf8").split("*/");
  const lines = [...comment.matchAll(/^ \* +(--human-connect-[\w-]+) +(.+)$/gm)];
  return lines.map(([, name, description]) => withDefault({ name, description }));
}

/** The module with its public classes and functions. */
function completeModule({ path, declarations, exports }, tags, known, sources) {
  const names = new Set(exports.map(({ name }) => name));
  const source = sources.find(({ fileName }) => fileName === path);
  return {
    path,
    declarations: declarations
      .filter(({ name }) => names.has(name))
      .map((declaration) => ({ ...declaration, description: oneLine(declaration.description ?? "") }))
      .map((declaration) => completeDeclaration(declaration, tags.get(declaration.name), known, source)),
    exports,
  };
}

function completeDeclaration(declaration, tagName, { types, options, words, cssProperties }, source) {
  if (declaration.kind !== "class") return declaration;
  const docs = classProperties(declaration, source, types);
  const members = (declaration.members ?? [])
    .filter(
      ({ name, privacy = "public", static: isStatic }) => privacy === "public" && !isStatic && !name.startsWith("#"),
    )
    .filter(({ name }) => !/(Callback|^host(Connected|Disconnected|Updated))$/.test(name))
    .map((member) => completeMember(member, docs.get(member.name)));
  if (!declaration.attributes) return { ...declaration, members };
  const own = declaration.attributes.map((attribute) =>
    completeAttribute(attribute, docs.get(attribute.fieldName), { types, options, words }),
  );
  const readLater = docs.size ? [...options.values(), ...words.values()] : [];
  const attributes = [...new Map([...own, ...readLater].map((attribute) => [attribute.name, attribute])).values()];
  attributes.sort((one, other) => isWord(one) - isWord(other));
  const events = declaration.events?.map((event) => completeEvent(event, types));
  return {
    ...declaration,
    tagName,
    customElement: true,
    members,
    attributes,
    events,
    ...(tagName && { cssProperties }),
  };
}

/** Words come last, because there are many. */
function isWord({ name }) {
  return Number(name.startsWith("label-"));
}

/** Docs of the properties of a class by name, from the interfaces of ours that it implements. */
function classProperties({ name }, source, types) {
  const node = source.statements.find((statement) => ts.isClassDeclaration(statement) && statement.name.text === name);
  const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ImplementsKeyword);
  return new Map((clause?.types ?? []).flatMap(({ expression }) => [...types.membersOf(expression.getText())]));
}

function completeMember(member, property) {
  const { description = property?.description, type = property && { text: property.type } } = member;
  const isIndexed = /^\w+\["\w+"\]$/.test(type?.text ?? "");
  const { parameters } = member;
  return withDefault({
    ...member,
    description: description && oneLine(description),
    type: isIndexed && property ? { text: property.type } : type,
    // `...[overrides]: Parameters<F>` is how a method takes the parameters of another.
    parameters: parameters?.map(({ name, type: { text }, ...rest }) =>
      /^\[\w+\]$/.test(name)
        ? { ...rest, name: name.slice(1, -1), type: { text: `${text}[0]` }, optional: true }
        : { ...rest, name, type: { text } },
    ),
  });
}

function completeAttribute(attribute, property, { types, options, words }) {
  const known = options.get(attribute.name) ?? words.get(attribute.name);
  const type = property?.type ?? attribute.type?.text;
  const description = attribute.description ?? property?.description.replace(/ ?Attribute `[\w-]+`\./, "");
  return withDefault({
    ...known,
    ...attribute,
    description: description || known?.description,
    type: type ? { text: types.attributeType(type) } : known?.type,
  });
}

/** The core's table of events says what an event brings. */
function completeEvent({ name }, types) {
  const payload = types.membersOf("ConnectEventPayloads").get(name.replace("human-connect-", ""));
  if (!payload) throw new Error(`@fires ${name}: the core has no such event`);
  return { name, type: { text: `CustomEvent<${payload.type}>` }, description: payload.description };
}

/** Class → tag, from the list in define.ts. */
function readTags(source) {
  const tags = new Map();
  const visit = (node) => {
    if (ts.isArrayLiteralExpression(node) && node.elements.length === 2) {
      const [tag, name] = node.elements;
      if (ts.isStringLiteral(tag) && ts.isIdentifier(name)) tags.set(name.text, tag.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return tags;
}

/** What index.ts exports at run time: name → module. */
function readExports(source) {
  const lists = source.statements.filter((node) => ts.isExportDeclaration(node) && !node.isTypeOnly);
  return new Map(
    lists.flatMap(({ exportClause, moduleSpecifier }) =>
      exportClause.elements
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .map(({ name }) => [name.text, moduleSpecifier.text.replace(/^\.\/(.*)\.js$/, "src/$1.ts")]),
    ),
  );
}

function refer(kind, name, declaration, module) {
  return { kind, name, declaration: { name: declaration, module } };
}
