import { createTokenVault, type OwnedTokens } from "../token/token-vault.js";
import { type IssuedToken, readTokenText } from "../token/read-token.js";
import type { CallOptions } from "../token/tokens.js";
import { HumanityError } from "./error.js";
import { refreshTokenName, requestGrant } from "./grant.js";
import { requireHumanityCredentials, type HumanitySettings } from "./options.js";

/** A token for Humanity's API. Never send it to a browser. */
export interface HumanityToken {
  readonly token: string;
  /** Remaining life in whole seconds. */
  readonly expiresInSeconds: number;
}

/** The account's tokens: from the store, else by refresh token, else by password; one request for concurrent callers. */
export interface HumanityTokens {
  get(options: CallOptions): Promise<HumanityToken>;
  /** @throws {HumanApiError} `store-failed`. */
  forget(): Promise<void>;
}

const accessTokenName = "humanity-access";

export function createHumanityTokens(settings: HumanitySettings): HumanityTokens {
  const { tokenUrl, clientId, username } = settings;
  const vault = createTokenVault({ ...settings, scope: [tokenUrl, clientId], renewalPauseMs: 0 });
  const findAccount = (): OwnedTokens => {
    requireHumanityCredentials(settings);
    return vault.of(username);
  };

  return {
    async get(call) {
      const account = findAccount();
      const kept = await account.get(accessTokenName, call, () => request(account, settings));
      return { token: kept.token, expiresInSeconds: vault.secondsLeft(kept) };
    },
    forget: async () => findAccount().forget([accessTokenName, refreshTokenName]),
  };
}

async function request(account: OwnedTokens, settings: HumanitySettings): Promise<IssuedToken> {
  const refreshToken = readTokenText(await account.readMetadata(refreshTokenName));
  try {
    if (refreshToken !== undefined)
      return await requestGrant({ type: "refresh_token", refreshToken }, undefined, settings);
  } catch (error) {
    // Used by another server, expired or revoked: fall back to the password.
    if (!(error instanceof HumanityError && error.code === "credentials-refused")) throw error;
  }
  return requestGrant({ type: "password", ...settings }, undefined, settings);
}
