/**
 * Finds the address of the next page in a `Link` header.
 *
 * @param header Such as `</list?offset=50>; rel="next", </list>; rel="first"`.
 * @returns The address as it stands there; undefined when there is no next page.
 * @see https://www.rfc-editor.org/rfc/rfc8288#section-3
 */
export function readNextLink(header: string): string | undefined {
  // An address may hold commas and semicolons, and so may a parameter in quotes.
  for (const [, address = "", params = ""] of header.matchAll(/<([^>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)/g)) {
    if (isNext(params)) return address;
  }
  return undefined;
}

/** The first `rel` counts; it may hold several words, in any case. */
function isNext(params: string): boolean {
  for (const [, name, quoted, plain = ""] of params.matchAll(
    /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g,
  )) {
    if (name?.toLowerCase() === "rel") return (quoted ?? plain).toLowerCase().split(/\s+/).includes("next");
  }
  return false;
}
