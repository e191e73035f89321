import type { JSX, TargetedKeyboardEvent } from "preact";
import { Icon } from "./icon.js";

/** The search box. The first Escape clears it, the next one reaches the page. */
export function SearchField({ text, onText }: { text: string; onText: (text: string) => void }): JSX.Element {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== "Escape" || text === "") return;
    event.preventDefault();
    onText("");
  };
  return (
    <search class="search">
      <label for="search">Find your provider</label>
      <div class="search-box">
        <Icon name="search" />
        <input
          id="search"
          type="search"
          class="input"
          placeholder="Clinic, pharmacy, device…"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
    </search>
  );
}
