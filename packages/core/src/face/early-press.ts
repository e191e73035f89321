type EarlyPage = Partial<Record<symbol, (button: HTMLElement) => void>>;

/**
 * Repeats a click that came before the face could hear it, if the page has `earlyScript`. Call it when a button is mounted, and when it
 * is clicked: the first call for a button decides.
 *
 * @param isReady Whether a click would open Connect now. If not, a later call decides. Default: always.
 */
export function repeatEarlyPress(button: HTMLElement, isReady?: () => boolean): void {
  // By a symbol, which no markup can set.
  const repeat = (globalThis as EarlyPage)[Symbol.for("human-connect.early")];
  if (repeat && isReady?.() !== false) repeat(button);
}
