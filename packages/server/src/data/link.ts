/**
 * Finds the URL of the next page in a `Link` header.
 *
 * @param header Such as `</list?offset=50>; rel="next", </list>; rel="first"`.
 * @returns The URL reference verbatim; undefined without a next page.
 * @see https://www.rfc-editor.org/rfc/rfc8288#section-3
 */
export function readNextLink(header: string): string | undefined {
  // A URL may contain commas and semicolons, and so may a quoted parameter.
  for (const [, address = "", params = ""] of header.matchAll(/<([^>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)/g)) {
    if (isNext(params)) return address;
  }
  return undefined;
}

/** Only the first `rel` counts; it may contain several relation types, in upper or lower case. */
function isNext(params: string): boolean {
  for (const [, name, quoted, plain = ""] of params.matchAll(
    /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g,
  )) {
    if (name?.toLowerCase() === "rel") return (quoted ?? plain).toLowerCase().split(/\s+/).includes("next");
  }
  return false;
}
