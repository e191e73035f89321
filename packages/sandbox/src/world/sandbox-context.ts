import type { Clock } from "../base/clock.js";
import type { Digest } from "../base/digest.js";
import { createSources, type Sources } from "./sources.js";
import type { State } from "./state.js";
import { createTokens, type Expiry, type Tokens } from "./tokens.js";
import { createUsers, type Users } from "./users.js";

/** What the services of one sandbox share. */
export interface SandboxContext {
  clientId: string;
  clientSecret: string;
  /** Name of the application that people come from. */
  application: string;
  /** Of the Connect page: 1 as people can follow, 0 without any pause. */
  pace: number;
  clock: Clock;
  users: Users;
  tokens: Tokens;
  sources: Sources;
}

/** What a sandbox is made of, beside its state. */
export interface SandboxParts extends Pick<
  SandboxContext,
  "clientId" | "clientSecret" | "application" | "pace" | "clock"
> {
  digest: Digest;
  /** Read whenever a token is minted. */
  expiry: Readonly<Expiry>;
}

export function createContext(parts: SandboxParts, state: State): SandboxContext {
  const { clientId, clientSecret, application, pace, clock, digest, expiry } = parts;
  const users = createUsers(state, clientId, digest);
  const tokens = createTokens(state, clock.now, expiry, digest);
  const sources = createSources(state, clock.now);
  return { clientId, clientSecret, application, pace, clock, users, tokens, sources };
}
