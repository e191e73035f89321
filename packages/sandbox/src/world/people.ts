import { providers } from "./providers.js";
import type { SandboxContext } from "./sandbox-context.js";
import type { User } from "./state.js";
import type { Users } from "./users.js";

/** What a host, a demo or a test does with the people of a sandbox. */
export interface People {
  /**
   * Mints a token that launches Connect: a session token, or an id token for somebody with a connected source.
   *
   * @param clientUserId Default "sandbox-user".
   */
  mintToken(clientUserId?: string): string;
  /**
   * Tells which type of launch token somebody can have at the moment; the token service refuses the other one.
   *
   * @param clientUserId Default "sandbox-user".
   */
  launchTokenType(clientUserId?: string): "session" | "id";
  /**
   * Connects a source as if the person had done so on the page.
   *
   * @param providerId Default the first provider of the list.
   * @throws {TypeError} when there is no such provider.
   */
  connectSource(clientUserId: string, providerId?: string): void;
  /** What opens the legacy Connect for somebody; `""` as long as they have connected nothing. */
  publicToken(clientUserId: string): string;
  /** Deletes a user: their tokens end, and access tokens are refused until they have connected a source again. */
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
