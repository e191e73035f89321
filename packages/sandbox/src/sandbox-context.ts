import type { Clock } from "./clock.js";
import type { Sources } from "./sources.js";
import type { Tokens } from "./tokens.js";
import type { Users } from "./users.js";

/** What the services of one sandbox share. */
export interface SandboxContext {
  clientId: string;
  clientSecret: string;
  /** Name of the application that people come from. */
  application: string;
  clock: Clock;
  users: Users;
  tokens: Tokens;
  sources: Sources;
}
