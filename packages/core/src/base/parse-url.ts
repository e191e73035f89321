/** A URL, or nothing for a text that is none. `URL.canParse` and `URL.parse` are younger than browsers that the kit runs in. */
export function parseUrl(value: string | URL, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}
