/**
 * Reads a number at the top level of a JSON object verbatim: as a JavaScript number, a nonce of twenty digits would lose some.
 *
 * @param json Valid JSON of an object.
 * @returns The last field with this name, as with `JSON.parse`; undefined for a value of another type.
 */
export function readRawNumber(json: string, name: string): string | undefined {
  let depth = 0;
  let key: unknown;
  let isValue = false;
  let found: string | undefined;
  // Strings, numbers and literals, and the punctuation between them.
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[^\s"[\]{}:,]+|[[\]{}:,]/g)) {
    if (token === "}" || token === "]") depth -= 1;
    else if (depth !== 1) depth += token === "{" || token === "[" ? 1 : 0;
    else if (token === ":" || token === ",") isValue = token === ":";
    else {
      if (!isValue) key = JSON.parse(token);
      else if (key === name) found = /^-?\d/.test(token) ? token : undefined;
      if (token === "{" || token === "[") depth += 1;
    }
  }
  return found;
}
