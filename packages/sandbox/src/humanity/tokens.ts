import type { Clock } from "../base/clock.js";
import { randomText } from "../base/random-text.js";

/** The response of Humanity's token endpoint, as its documentation shows it (docs/vendor.md#humanity). */
export interface HumanityGrant {
  access_token: string;
  expires_in: number;
  token_type: "bearer";
  scope: null;
  refresh_token: string;
}

/** Tokens of the sandbox's only Humanity account. Kept in memory only. */
export interface HumanityTokens {
  grant(): HumanityGrant;
  /** Consumes a refresh token. @returns A new grant; undefined if the token is invalid or was already used. */
  refresh(refreshToken: string): HumanityGrant | undefined;
  isValid(accessToken: string): boolean;
  /** Revokes every token of that kind, or of both. */
  revoke(kind?: "access" | "refresh"): void;
}

export const humanityLifeSeconds = 3600;

export function createHumanityTokens({ now }: Pick<Clock, "now">): HumanityTokens {
  /** Expiry of each token, in milliseconds since 1970. */
  const accessTokens = new Map<string, number>();
  const refreshTokens = new Set<string>();

  const grant = (): HumanityGrant => {
    const accessToken = randomText();
    const refreshToken = randomText();
    accessTokens.set(accessToken, now() + humanityLifeSeconds * 1000);
    refreshTokens.add(refreshToken);
    return {
      access_token: accessToken,
      expires_in: humanityLifeSeconds,
      token_type: "bearer",
      scope: null,
      refresh_token: refreshToken,
    };
  };

  return {
    grant,
    refresh: (refreshToken) => (refreshTokens.delete(refreshToken) ? grant() : undefined),
    isValid: (accessToken) => now() < (accessTokens.get(accessToken) ?? 0),
    revoke(kind) {
      if (kind !== "refresh") accessTokens.clear();
      if (kind !== "access") refreshTokens.clear();
    },
  };
}
