import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { workspace, type PackageName } from "./customer.ts";

/** A node of a script's syntax tree, as far as it is looked at here. */
export interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly computed?: boolean;
  readonly regex?: { readonly pattern: string };
  readonly object?: Node;
  readonly property?: Node;
  readonly key?: Node;
  readonly id?: Node;
  readonly init?: Node | null;
  readonly properties?: readonly Node[];
}

/** The scripts of a package as they are built, which is how they are packed. */
export function readScripts(name: PackageName): string[] {
  const folder = join(workspace, "packages", name, "dist");
  const files = readdirSync(folder, { recursive: true }).map(String);
  return files.filter((file) => file.endsWith(".js")).map((file) => readFileSync(join(folder, file), "utf8"));
}

/** Every node of a script, each before what is in it. */
export function* walk(code: string): Generator<Node> {
  yield* walkNode(parseAst(code));
}

function* walkNode(node: unknown): Generator<Node> {
  if (typeof node !== "object" || node === null) return;
  if ("type" in node && typeof node.type === "string") yield node as Node;
  for (const child of Object.values(node)) yield* walkNode(child);
}
