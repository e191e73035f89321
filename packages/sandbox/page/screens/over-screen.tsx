import type { JSX } from "preact";
import { Icon } from "../parts/icon.js";

/** The last screen of a top-level window, which no host removes. */
export function OverScreen(): JSX.Element {
  return (
    <div class="column centred">
      <span class="badge badge-success">
        <Icon name="check" />
      </span>
      <h1 tabIndex={-1}>All done</h1>
      <p class="lead">You can close this window.</p>
    </div>
  );
}
