// Titles of documents.
import { readFileSync } from "node:fs";
import { root } from "./repository.mjs";

/** The first heading of a document, without marks. */
export function readTitle(document) {
  const [, heading = document] = /^# (.+)$/m.exec(readFileSync(root + document, "utf8")) ?? [];
  return heading.replaceAll("`", "");
}

/** An anchor as GitHub makes it of a heading's text, so that links into documents work in both places. */
export const toAnchor = (text) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
