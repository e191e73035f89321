/**
 * Reads a number at the top of a JSON object as it stands there: as a number of JavaScript, a nonce of twenty digits would lose
 * some.
 *
 * @param json An object that can be parsed.
 * @returns Of several fields of this name the last one, as `JSON.parse` has it; undefined for a value of another kind.
 */
export function readRawNumber(json: string, name: string): string | undefined {
  let depth = 0;
  let key: unknown;
  let isValue = false;
  let found: string | undefined;
  // Texts, numbers and words, and the signs between them.
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
