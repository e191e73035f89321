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
  isStaged: boolean;
  isLive: boolean;
  /** The Connect page has spoken since it was opened last. */
  isHeard: boolean;
  /** Of `mode: "select"` without a client id. */
  readonly isInvalid: boolean;
  /** When a wait ends that nobody has ended before. */
  clientUntil: number;
  patienceUntil: number;
  widgetUntil: number;
  /** How often the network was asked for the Connect page, while the answer matters. */
  reach: { kind: "asked"; times: number } | { kind: "pausing"; until: number } | { kind: "doubted" } | undefined;
  /** What was connected and disconnected before the widget had to be opened again. */
  earlier: { connected: readonly string[]; disconnected: readonly string[] };
}

/** Where a token is. */
export type ModelToken =
  | { kind: "none" }
  | { kind: "asked"; at: number; until: number }
  | { kind: "held"; until: number };

/** A session whose token and client are on their way. */
export function createSession(
  isInvalid: boolean,
  waits: Pick<ModelSession, "patienceUntil" | "clientUntil">,
): ModelSession {
  return {
    phase: "preparing",
    opening: undefined,
    hasToken: false,
    isRenewed: false,
    wasShown: false,
    isStaged: false,
    isLive: false,
    isHeard: false,
    isInvalid,
    ...waits,
    widgetUntil: Number.POSITIVE_INFINITY,
    reach: undefined,
    earlier: { connected: [], disconnected: [] },
  };
}
