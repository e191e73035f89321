import type { ConnectCallbacks, HumanConnectOptions, TokenGrant, TokenReason } from "@human-connect/core";
import type { ScenarioName } from "@human-connect/sandbox/browser";
import { languages } from "./languages.ts";
import { client, connectUrl, sandbox } from "./sandbox.ts";
import { sourcesOf, type SourcesName } from "./sources.ts";
import { readLocale } from "./surroundings.ts";

/** How the story's backend answers when it is asked for a token. */
export type TokenAnswer = "at once" | "never" | "refused" | "refused once";

/** What a story is told: what Connect and the backend do, and props that every face has. */
export interface StoryArgs extends Required<ConnectCallbacks> {
  sources: SourcesName;
  scenario: ScenarioName | "none" | "out of reach";
  token: TokenAnswer;
  /** Hears of each time that a token is asked for. */
  getToken: (context: { reason: TokenReason }) => void;
  label: string;
  disabled: boolean;
  inline: boolean;
  detailed: boolean;
  live: boolean;
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  prepareOn: "intent" | "visible" | "mount" | "none";
  overlayOpacity: number;
}

export interface StorySurroundings {
  readonly id: string;
  readonly globals: Readonly<Record<string, unknown>>;
}

/** One mounting of a story: a person of its own, whom the sandbox has never seen. */
interface Visit {
  readonly person: string;
  tokensAsked: number;
}

const visits = new Map<string, Visit>();
let visitCount = 0;

/** A story that is mounted begins anew: nobody is known, and nothing was asked for. */
export function beginVisit(storyId: string): void {
  visitCount += 1;
  visits.set(storyId, { person: `${storyId}-${visitCount}`, tokensAsked: 0 });
}

/** The options of the core that a story's args stand for. */
export function readConnectOptions(args: StoryArgs, { id, globals }: StorySurroundings): HumanConnectOptions {
  const { onOpen, onConnect, onDisconnect, onClose, onError, overlayOpacity } = args;
  return {
    client,
    // A port that no browser goes to.
    baseUrl: args.scenario === "out of reach" ? "http://localhost:9/" : connectUrl,
    getToken: ({ reason }) => {
      args.getToken({ reason });
      return answer(args, id);
    },
    initialConnections: sourcesOf(args.sources),
    ...languages.get(readLocale(globals)),
    overlayOpacity,
    onOpen,
    onConnect,
    onDisconnect,
    onClose,
    onError,
  };
}

function answer({ sources, scenario, token }: StoryArgs, id: string): Promise<TokenGrant> | TokenGrant {
  if (!visits.has(id)) beginVisit(id);
  const visit = visits.get(id)!;
  visit.tokensAsked += 1;
  if (token === "never") return new Promise(() => {});
  if (token === "refused" || (token === "refused once" && visit.tokensAsked === 1))
    throw new Error("The story's backend refuses to mint a token.");
  const person = scenario === "none" || scenario === "out of reach" ? visit.person : `${visit.person}+${scenario}`;
  // What the page shows as connected is connected on the Connect page too, as far as the sandbox knows the source.
  const offered = new Set(sandbox.providers.map((provider) => provider.id));
  if (visit.tokensAsked === 1)
    for (const source of sourcesOf(sources)) if (offered.has(source.id)) sandbox.connectSource(person, source.id);
  return sandbox.mintToken(person);
}
