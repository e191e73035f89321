/** What the vendor's client does when it is opened. */
export type Opening = "shows the widget" | "throws" | "refuses" | "adds nothing";

/** A session as the model has it. */
export interface ModelSession {
  phase: "preparing" | "frameless" | "shown" | "renewing";
  /** What the client will do; undefined until it has come. */
  opening: Opening | undefined;
  hasToken: boolean;
  isRenewed: boolean;
  wasShown: boolean;
  /** The stage lies over the page. */
  isStaged: boolean;
  /** Connect is shown in the page, in a box that is there from the click on. */
  readonly isInline: boolean;
  isLive: boolean;
  /** The Connect page has spoken since it was opened last. */
  isHeard: boolean;
  /** Nobody has used the frame, so it may be loaded anew. */
  isOffered: boolean;
  /** Of `mode: "select"` without a client id. */
  readonly isInvalid: boolean;
  /** When a wait ends that nobody has ended before. */
  clientUntil: number;
  patienceUntil: number;
  widgetUntil: number;
  silentUntil: number;
  /** How often the network was asked for the Connect page, while the answer matters. */
  reach: { kind: "asked"; times: number } | { kind: "pausing"; until: number } | { kind: "doubted" } | undefined;
  /** What was connected and disconnected before the widget had to be opened again. */
  earlier: { connected: readonly string[]; disconnected: readonly string[] };
}

/** Where a token is. */
export type ModelToken =
  | { kind: "none" }
  | { kind: "asked"; reason: string; at: number; until: number }
  | { kind: "held"; until: number };

/** Whether there is a stage, over the page or in it. */
export function hasStage(session: ModelSession | undefined): boolean {
  return Boolean(session?.isStaged || session?.isInline);
}

/** What the stage shows and offers, as it can be seen from outside. */
export function describeOffers(session: ModelSession | undefined): object {
  const isLive = session?.isLive ?? false;
  const isDoubted = session?.reach?.kind === "doubted";
  return { isLive, isDoubted, canReload: isLive && !isDoubted && !session!.isHeard && session!.isOffered };
}

/**
 * A session whose token and client are on their way.
 *
 * @param after When a wait ends that begins now.
 */
export function createSession(isInvalid: boolean, isInline: boolean, after: (ms: number) => number): ModelSession {
  return {
    phase: "preparing",
    opening: undefined,
    hasToken: false,
    isRenewed: false,
    wasShown: false,
    isStaged: false,
    isInline,
    isLive: false,
    isHeard: false,
    isOffered: false,
    isInvalid,
    patienceUntil: after(2000),
    clientUntil: after(15_000),
    widgetUntil: Number.POSITIVE_INFINITY,
    silentUntil: Number.POSITIVE_INFINITY,
    reach: undefined,
    earlier: { connected: [], disconnected: [] },
  };
}
