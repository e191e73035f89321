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
  /** Name of the application that opens Connect. */
  application: string;
  /** Pace of the Connect page: 1 as a user can follow, 0 without any pause. */
  pace: number;
  clock: Clock;
  users: Users;
  tokens: Tokens;
  sources: Sources;
}

/** The parts of a sandbox, beside its state. */
export interface SandboxParts extends Pick<
  SandboxContext,
  "clientId" | "clientSecret" | "application" | "pace" | "clock"
> {
  digest: Digest;
  /** Read each time a token is minted. */
  expiry: Readonly<Expiry>;
}

export function createContext(parts: SandboxParts, state: State): SandboxContext {
  const { clientId, clientSecret, application, pace, clock, digest, expiry } = parts;
  const users = createUsers(state, clientId, digest);
  const tokens = createTokens(state, clock.now, expiry, digest);
  const sources = createSources(state, clock.now);
  return { clientId, clientSecret, application, pace, clock, users, tokens, sources };
}
