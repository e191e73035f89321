import { isHeaderName } from "../base/header-name.js";
import type { Reply } from "../reply/json-reply.js";

/**
 * Replies to the CORS preflight of a page of an allowed origin.
 *
 * @param allowedHeaders Headers that the page may send; undefined allows the requested ones, because an allowed origin is trusted.
 */
export function replyToPreflight({ headers }: Request, allowedHeaders: readonly string[] | undefined): Reply {
  const asked = (headers.get("access-control-request-headers") ?? "").split(",").map((name) => name.trim());
  const names = allowedHeaders ?? (asked.every(isHeaderName) ? asked : []);
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

/** @throws {TypeError} for a value that is not the name of a header. */
export function readAllowedHeaders(names: readonly string[] | undefined): readonly string[] | undefined {
  if (names !== undefined && !Array.isArray(names))
    throw new TypeError('The option allowedHeaders has to be an array of names of headers, such as ["authorization"].');
  for (const name of names ?? []) {
    if (typeof name === "string" && isHeaderName(name) && name !== "*") continue;
    throw new TypeError(
      `allowedHeaders contains ${JSON.stringify(name)}. Pass names of headers such as "authorization".`,
    );
  }
  return names;
}
