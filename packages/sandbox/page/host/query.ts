import type { ProviderKind } from "../../src/base/connect-api.js";

/** What the user searches for. */
export interface Query {
  text: string;
  kind: ProviderKind | null;
}

/** The query in the syntax of the provider search. */
export function toQ({ text, kind }: Query): string {
  return kind === null ? text.trim() : `kind:${kind} ${text.trim()}`;
}
