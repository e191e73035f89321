/** The window that embeds this page. */
export interface Host {
  /** False if the page was opened as a top-level window: then no host listens. */
  isFramed: boolean;
  post(message: unknown): void;
}

/** Posts to the window that embeds the page: like the vendor's page, this one cannot know the origin of its host. */
export function createHost(): Host {
  return {
    isFramed: window.parent !== window,
    post: (message) => window.parent.postMessage(message, "*"),
  };
}
