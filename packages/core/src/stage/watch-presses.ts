/** How long nobody has to press anything before a frame is taken for empty, in seconds. */
const silentSeconds = 10;

/** Follows whether somebody uses a frame. */
export interface PressWatch {
  /** Whether a key or pointer was pressed in the frame. `undefined` where the browser does not tell. */
  readonly wasPressed: () => boolean | undefined;
  readonly stop: () => void;
}

/**
 * Follows whether somebody presses a key or the pointer in a frame of another origin. A browser tells nothing of what happens in
 * there, but an activation of a frame is one of the windows around it as well, for some seconds.
 *
 * @param hasFocus Whether the focus is in the frame, so that an activation is meant for it.
 * @param onSilence Called once, when nobody has pressed anything for ten seconds.
 */
export function watchPresses(hasFocus: () => boolean, onSilence: () => void): PressWatch {
  const { userActivation } = navigator as { userActivation?: UserActivation };
  // The click that has opened Connect still counts when the frame comes.
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
    // Whoever has pressed something all the time has something to press.
    else if (isFresh) onSilence();
  }
  return {
    wasPressed: () => (userActivation ? wasPressed : undefined),
    stop: () => clearTimeout(timer),
  };
}
