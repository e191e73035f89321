/** Where a session that runs leaves its mark. A registered symbol is the same for every copy of the kit on the page. */
export const pageKey: unique symbol = Symbol.for("human-connect.session") as never;

/** The page as far as sessions are concerned. */
export interface Page {
  /** Other versions of the kit may leave an empty object. */
  [pageKey]?: {
    /** Aborted when the session has to go. */
    readonly signal?: AbortSignal;
    /** Resolves when it is gone. */
    readonly left?: Promise<void>;
    /** How a developer ends it, when there is a way beside closing it. */
    readonly release?: string | undefined;
  };
}

/** Whether a session runs somewhere on the page. */
export function isPageTaken(): boolean {
  return pageKey in globalThis;
}
