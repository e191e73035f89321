import { providers } from "./providers.js";
import type { SandboxContext } from "./sandbox-context.js";
import type { User } from "./state.js";
import type { Users } from "./users.js";

/** What a host, a demo or a test can do with the users of a sandbox. */
export interface People {
  /**
   * Mints a token that launches Connect: a session token, or an id token for a user with a connected source.
   *
   * @param clientUserId Default "sandbox-user".
   */
  mintToken(clientUserId?: string): string;
  /**
   * The type of launch token that a user can have now; the token service refuses the other one.
   *
   * @param clientUserId Default "sandbox-user".
   */
  launchTokenType(clientUserId?: string): "session" | "id";
  /**
   * Connects a source as if the user had done so on the page.
   *
   * @param providerId Default the first provider of the list.
   * @throws {TypeError} for an unknown provider.
   */
  connectSource(clientUserId: string, providerId?: string): void;
  /** The public token that opens the legacy Connect for a user; `""` for a user who has connected nothing yet. */
  publicToken(clientUserId: string): string;
  /** Deletes a user: the user's tokens end, and access tokens are refused until the user connects a source again. */
  deleteUser(clientUserId: string): void;
}

const defaultUser = "sandbox-user";

export function createPeople(sandbox: SandboxContext): People {
  const { users } = sandbox;
  return {
    mintToken: (clientUserId = defaultUser) => mintLaunchToken(sandbox, clientUserId),
    launchTokenType: (clientUserId = defaultUser) => readLaunchType(users.find(clientUserId)),
    connectSource: (clientUserId, providerId) => connectSource(sandbox, clientUserId, providerId),
    publicToken: (clientUserId) => readPublicToken(users, clientUserId),
    deleteUser: (clientUserId) => users.remove(clientUserId),
  };
}

function mintLaunchToken({ users, tokens }: SandboxContext, clientUserId: string): string {
  const user = users.findOrCreate(clientUserId);
  return tokens.mint(user, readLaunchType(user)).token;
}

const readLaunchType = (user: User | undefined): "session" | "id" =>
  user && user.connections.length > 0 ? "id" : "session";

function connectSource({ users, sources }: SandboxContext, clientUserId: string, providerId?: string): void {
  const provider = providerId === undefined ? providers[0] : providers.find((known) => known.id === providerId);
  if (!provider) throw new TypeError("The sandbox has no provider with this id.");
  sources.connect(users.findOrCreate(clientUserId), provider);
}

function readPublicToken(users: Users, clientUserId: string): string {
  const user = users.find(clientUserId);
  return (user && users.publicToken(user)) ?? "";
}
