import type { JSX } from "preact";
import type { Provider } from "../../src/base/connect-api.js";
import { countOf, listOf } from "./words.js";

/** Keeps the ticked providers and the button to continue in view. */
export function ChosenBar({
  chosen,
  onContinue,
}: {
  chosen: readonly Provider[];
  onContinue: () => void;
}): JSX.Element {
  const count = chosen.length;
  return (
    <div class="chosen-bar" role="group" aria-label="Your choice">
      <p class="chosen-names quiet small">
        {count === 0 ? "Tick the providers that hold your records." : listOf(chosen.map(({ name }) => name))}
      </p>
      <button type="button" class="button button-primary" disabled={count === 0} onClick={onContinue}>
        {count === 0 ? "Continue" : `Continue with ${countOf(count, "provider")}`}
      </button>
    </div>
  );
}
