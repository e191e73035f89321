/** The global property that marks a running session. A registered symbol is the same in every copy of the kit on the page. */
export const pageKey: unique symbol = Symbol.for("human-connect.session") as never;

/** The global object as sessions use it. */
export interface Page {
  /** Other versions of the kit may set an empty object. */
  [pageKey]?: {
    /** Aborted when the session has to end. */
    readonly signal?: AbortSignal;
    /** Resolves when the session is over. */
    readonly left?: Promise<void>;
    /** How a developer ends the session, if there is another way than closing it. */
    readonly release?: string | undefined;
  };
}

/** Whether a session is running on the page, of this or another copy of the kit. */
export function isPageTaken(): boolean {
  return pageKey in globalThis;
}
