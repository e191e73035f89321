/** Parses a URL; `undefined` if it is invalid. The kit supports browsers without `URL.canParse` and `URL.parse`. */
export function parseUrl(value: string | URL, base?: string): URL | undefined {
  try {
    return new URL(value, base);
  } catch {
    return undefined;
  }
}
