import { parseDocument } from "yaml";

/**
 * Reads YAML 1.2 with its own types. What the library only warns of is refused as well.
 *
 * @throws {Error} naming the line.
 */
export function readYaml(text: string): unknown {
  const document = parseDocument(text);
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw new Error(`line ${fault.linePos?.[0].line}: ${fault.message}`, { cause: fault });
  return document.toJS();
}
