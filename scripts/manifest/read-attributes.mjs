// What the attributes mean that are read when they are used: the lists of read-options.ts, the core's table of options and their docs.
import { ts } from "@custom-elements-manifest/analyzer";
import { oneLine, readDefault, readDocs } from "./read-types.mjs";

/**
 * Attributes of an element that reads options, and the words that any element may be given.
 *
 * @param sources Parsed files, read-options.ts and the core's labels among them.
 * @param types What `readTypes` found in them.
 * @returns `options`, without the words, and `words`: name → attribute of the manifest.
 */
export function readAttributes(sources, types) {
  const table = sources.find(({ fileName }) => fileName.endsWith("/read-options.ts"));
  const core = sources.find(({ fileName }) => fileName.endsWith("/option-names.ts"));
  const kinds = new Map(
    findValue(core, "optionKinds").properties.map(({ name, initializer }) => [name.text, initializer.text]),
  );
  const readers = listed(table, "attributeOptions").map((option) => {
    const kind = kinds.get(option);
    return [option, findVariable(table, kind === "words" ? "text" : kind)];
  });
  const options = types.membersOf("HumanConnectOptions");
  const client = types.membersOf("CdnClientOptions");
  const clientNames = listed(table, "clientOptions").map((name) => [name, `client-${name}`]);
  const names = new Map(readers.map(([option]) => [option, dashed(option)]));

  return {
    options: new Map([
      ...readers.map(([option, reader]) => describe(dashed(option), options.get(option), reader)),
      // Browsers hide this attribute from scripts, so the code reads the property.
      ...[...clientNames, ["nonce", "nonce"]].map(([option, name]) => describe(name, client.get(option))),
    ]),
    words: readWords(sources, types),
  };

  function describe(name, option, reader) {
    const kind = reader?.name.text ?? "text";
    const type = { text: types.attributeType(option.type), flag: "boolean", number: "number" }[kind] ?? "string";
    const known = new Map([...names, ...(reader ? [] : clientNames)]);
    const docs = oneLine(`${option.description} ${kind === "text" ? "" : readDocs(reader?.parent.parent)}`);
    const description = docs.replace(/`(\w+)`/g, (whole, word) => (known.has(word) ? `\`${known.get(word)}\`` : whole));
    return [name, withDefault({ name, type: { text: type }, description })];
  }
}

/** Adds the default that a description names. */
export function withDefault(doc) {
  const value = readDefault(doc.description ?? "");
  return value === undefined ? doc : { ...doc, default: value };
}

/** `label-…` of every word, with the English one as default. */
function readWords(sources, types) {
  const english = new Map(
    sources
      .flatMap(({ statements }) => statements.filter(ts.isVariableStatement))
      .flatMap(({ declarationList }) => declarationList.declarations)
      .filter(({ name }) => name.text?.startsWith("english"))
      .flatMap(readEnglish),
  );
  return new Map(
    [...types.membersOf("Labels")].map(([word, { description, of }]) => {
      const name = `label-${dashed(word)}`;
      const docs = description || types.describe(of);
      return [name, { name, type: { text: "string" }, description: docs, default: english.get(word) }];
    }),
  );
}

/** The words of `const englishButton = { … }`. */
function readEnglish({ initializer }) {
  return initializer.properties.map((word) => [word.name.text, JSON.stringify(word.initializer.text)]);
}

/** The texts of `const name = ["…"] as const`. */
function listed(source, name) {
  let list = findValue(source, name);
  while (!ts.isArrayLiteralExpression(list)) list = list.expression;
  return list.elements.map(({ text }) => text);
}

function findValue(source, name) {
  return findVariable(source, name).initializer;
}

function findVariable(source, name) {
  const found = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find((declaration) => declaration.name.text === name);
  if (!found) throw new Error(`${source.fileName} has no ${name}, which the manifest is made from`);
  return found;
}

function dashed(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
