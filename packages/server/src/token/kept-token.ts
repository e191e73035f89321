import { readTokenText } from "./read-token.js";

/** A token as it is kept. */
export interface KeptToken {
  readonly token: string;
  /** The whole life of the token, in milliseconds. */
  readonly lifeMs: number;
  /** Its end by the service's clock, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly humanId?: string | undefined;
  /** Whether it was asked for in the place of another one. */
  readonly isRenewal?: boolean | undefined;
}

/** Without names: there are as many as there are users. */
export const writeKept = ({ token, lifeMs, expiresAt, humanId, isRenewal }: KeptToken): string =>
  JSON.stringify([token, lifeMs, expiresAt, humanId ?? null, ...(isRenewal ? [1] : [])]);

/** What an older version, another program or a broken disk has left is no token. */
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
