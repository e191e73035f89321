import type { JSX } from "preact";
import { Icon } from "../parts/icon.js";

/** Tells the user what happens to the request. */
export function RequestedScreen(props: { physician: string; onSearch: () => void; onDone: () => void }): JSX.Element {
  const { physician, onSearch, onDone } = props;
  return (
    <div class="column narrow centred">
      <span class="badge badge-success badge-drawn">
        <Icon name="check" />
      </span>
      <h1 tabIndex={-1}>Request noted</h1>
      <p class="lead">
        We have passed on that you would like to connect {physician}. Nothing is shared until it is offered here and you
        agree.
      </p>
      <div class="actions">
        <button type="button" class="button button-primary" onClick={onDone}>
          Done
        </button>
        <button type="button" class="button" onClick={onSearch}>
          Find another provider
        </button>
      </div>
    </div>
  );
}
