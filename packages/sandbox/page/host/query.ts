import type { ProviderKind } from "../../src/base/connect-api.js";

/** What the person is looking for. */
export interface Query {
  text: string;
  kind: ProviderKind | null;
}

/** The query in the words of the providers' search. */
export function toQ({ text, kind }: Query): string {
  return kind === null ? text.trim() : `kind:${kind} ${text.trim()}`;
}
