/** How long a frame may have no user input before it may be empty, in seconds. */
const silentSeconds = 10;

/** Watches a frame for user input. */
export interface PressWatch {
  /** Whether a key or pointer was pressed in the frame. `undefined` where the browser does not report it. */
  readonly wasPressed: () => boolean | undefined;
  readonly stop: () => void;
}

/**
 * Watches a frame of another origin for key and pointer presses. A browser reports none of its events, but a user activation of a frame
 * also activates the windows around it, for some seconds.
 *
 * @param hasFocus Whether the focus is in the frame, so that an activation belongs to it.
 * @param onSilence Called once, after ten seconds without a press.
 */
export function watchPresses(hasFocus: () => boolean, onSilence: () => void): PressWatch {
  const { userActivation } = navigator as { userActivation?: UserActivation };
  // The click that opened Connect is still active when the frame loads.
  let isFresh = false;
  let wasPressed = false;
  let seconds = 0;
  let timer = setTimeout(look, 1000);
  function look(): void {
    const isActive = userActivation?.isActive ?? false;
    if (!isActive) isFresh = true;
    else if (isFresh) wasPressed = hasFocus();
    seconds += 1;
    if (wasPressed) return;
    if (seconds < silentSeconds) timer = setTimeout(look, 1000);
    // If the first activation never ended, the user kept pressing, so the frame is not empty.
    else if (isFresh) onSilence();
  }
  return {
    wasPressed: () => (userActivation ? wasPressed : undefined),
    stop: () => clearTimeout(timer),
  };
}
