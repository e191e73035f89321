import type { Source } from "@human-connect/core";

/** Who may be signed in. Whatever belongs to somebody says so: a source of the first person is `clinic-of-first`. */
export type Name = "first" | "second" | "nobody";

export const names: readonly Name[] = ["first", "second", "nobody"];

/** Whose something is that holds texts: a token, an event, a state, a page. */
export function ownersIn(value: unknown): Name[] {
  const owners = write(value).matchAll(/-of-(first|second|nobody)/gi);
  return [...new Set([...owners].map(([, name]) => name!.toLowerCase() as Name))];
}

/** Sources as a backend tells them. */
export function toSources(ids: readonly string[]): Source[] {
  return ids.map((id) => ({ id, name: id }));
}

/** Of an error, what a host may log of it. */
function write(value: unknown): string {
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Error ? { message: part.message, cause: part.cause } : part,
  );
}
