import { readTokenText } from "./read-token.js";

/** A token in the store. */
export interface KeptToken {
  readonly token: string;
  /** The whole life of the token, in milliseconds. */
  readonly lifeMs: number;
  /** Its expiry by the service's clock, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly humanId?: string | undefined;
  /** Whether it replaced a refused token. */
  readonly isRenewal?: boolean | undefined;
}

/** An array without field names, because there is one entry for each user. */
export const writeKept = ({ token, lifeMs, expiresAt, humanId, isRenewal }: KeptToken): string =>
  JSON.stringify([token, lifeMs, expiresAt, humanId ?? null, ...(isRenewal ? [1] : [])]);

/** Returns undefined for an invalid entry, which an older version or another program may have written. */
export function parseKept(text: string | undefined): KeptToken | undefined {
  if (text === undefined) return undefined;
  try {
    const [token, lifeMs, expiresAt, humanId, isRenewal] = JSON.parse(text) as unknown[];
    if (readTokenText(token) === undefined || !Number.isFinite(lifeMs) || !Number.isFinite(expiresAt)) return undefined;
    return {
      token: token as string,
      lifeMs: lifeMs as number,
      expiresAt: expiresAt as number,
      humanId: typeof humanId === "string" ? humanId : undefined,
      isRenewal: isRenewal === 1,
    };
  } catch {
    return undefined;
  }
}
