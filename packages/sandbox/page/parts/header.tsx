import type { JSX } from "preact";
import { Icon } from "./icon.js";

/** The bar on every screen: Back, the page's name, and Close. */
export function Header({ onBack, onClose }: { onBack: (() => void) | null; onClose: () => void }): JSX.Element {
  return (
    <header class="header">
      <div class="header-start">
        {onBack && (
          <button type="button" class="icon-button" aria-label="Back" onClick={onBack}>
            <Icon name="back" flips />
          </button>
        )}
      </div>
      <p class="wordmark">
        <Icon name="heart" />
        Connect
        <span class="sandbox-mark">Sandbox</span>
      </p>
      <div class="header-end">
        <button type="button" class="icon-button" aria-label="Close Connect" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
    </header>
  );
}
