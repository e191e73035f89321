/**
 * One small way to drive any browser engine as a person would. A path leads to an element: each step but the last enters a
 * frame or a shadow root. A step is a CSS selector, or `name:…`, the visible text or label of a button or link, or `frame:…`, a
 * frame by its selector, in whatever shadow tree it is.
 */
export interface Driver {
  readonly engine: string;
  goto(url: string): Promise<void>;
  /**
   * Goes back in the history, and returns once that page is there. Nothing is asked of a page that is being left: what it was
   * asked just before it went into the browser's page cache, WebKit's driver never answers.
   */
  goBack(): Promise<void>;
  /** Clicks with real input once the element is there. */
  click(...path: string[]): Promise<void>;
  /** Presses the pointer at a point of the window, in CSS pixels, whatever is there. */
  clickAt(x: number, y: number): Promise<void>;
  /** A picture of the window. @returns PNG. */
  screenshot(): Promise<Uint8Array>;
  /** Types a text with real keys into a field, once it is there. */
  type(text: string, ...path: string[]): Promise<void>;
  /** Types with real keys into what has the focus. One of the names of keys, such as "Escape", presses that key. */
  press(key: string): Promise<void>;
  /** Text of an element now, or null when it is not there. */
  text(...path: string[]): Promise<string | null>;
  /** Runs an expression in the page and returns its JSON value; promises are awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /**
   * Gives the page a window of this size, in CSS pixels. One that is wider than high is a phone held across, where the engine
   * knows of such. A zoom is a smaller window of a higher density.
   */
  resize(size: WindowSize): Promise<void>;
  /** Puts the page where nobody sees it, or back: behind another tab, or away with its window. */
  setHidden(isHidden: boolean): Promise<void>;
  /** Freezes a hidden page, or wakes it. Chromium alone has such a state. */
  setFrozen?(isFrozen: boolean): Promise<void>;
  /** Takes the network from the page, or gives it back. WebKit's driver cannot. */
  setOffline?(isOffline: boolean): Promise<void>;
  /** Prints the page. WebKit's driver cannot. @returns A PDF. */
  print?(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface WindowSize {
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen for each of CSS. Default 1; WebKit's driver has no other. */
  readonly density?: number;
}

/** How long a driver waits for an element, in milliseconds: generous, because a cold start on two busy cores is slow. */
export const findMs = 10_000;

/** A step `name:Done` as XPath; a CSS selector as undefined. */
export function toXPath(step: string): string | undefined {
  if (!step.startsWith("name:")) return undefined;
  const name = JSON.stringify(step.slice(5));
  return `//*[self::button or self::a or @role="button"][normalize-space(.)=${name} or @aria-label=${name}]`;
}

/** The value that `read` finds, however often it has to look. */
export async function waitFor<T>(read: () => Promise<T | undefined>, what: string): Promise<T> {
  const until = Date.now() + findMs;
  for (;;) {
    // A frame that navigates takes its world with it; the next try finds the new one.
    const value = await read().catch(() => undefined);
    if (value !== undefined) return value;
    if (Date.now() > until) throw new Error(`not found within ${findMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
