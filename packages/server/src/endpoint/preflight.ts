import type { Answer } from "../answer/json-answer.js";

const isName = (text: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(text);

/**
 * Answers what a browser asks before it lets a page of another origin call us.
 *
 * @param allowedHeaders Headers that such a page may send; undefined for whatever it asks for: an origin that is allowed is trusted.
 */
export function answerPreflight({ headers }: Request, allowedHeaders: readonly string[] | undefined): Answer {
  const asked = (headers.get("access-control-request-headers") ?? "").split(",").map((name) => name.trim());
  const names = allowedHeaders ?? (asked.every(isName) ? asked : []);
  const allowed = new Set(["content-type", ...names.map((name) => name.toLowerCase())]);
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": [...allowed].join(", "),
      "access-control-max-age": "600",
      vary: "origin, sec-fetch-site, access-control-request-headers",
    },
  };
}

/** @throws {TypeError} for what is no name of a header. */
export function readAllowedHeaders(names: readonly string[] | undefined): readonly string[] | undefined {
  for (const name of names ?? []) {
    if (typeof name === "string" && isName(name) && name !== "*") continue;
    throw new TypeError(`allowedHeaders holds ${JSON.stringify(name)}. Give names of headers such as "authorization".`);
  }
  return names;
}
