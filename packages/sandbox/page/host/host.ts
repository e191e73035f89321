/** The window that embeds this page. */
export interface Host {
  /** False when the page was opened as a window of its own: nobody listens then. */
  isFramed: boolean;
  post(message: unknown): void;
}

/** Posts to whoever embeds the page: like the vendor's page, this one cannot know its host's origin. */
export function createHost(): Host {
  return {
    isFramed: window.parent !== window,
    post: (message) => window.parent.postMessage(message, "*"),
  };
}
