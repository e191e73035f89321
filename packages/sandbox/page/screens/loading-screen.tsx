import type { JSX } from "preact";

/** A placeholder for the search while the server identifies the user. */
export function LoadingScreen(): JSX.Element {
  return (
    <div class="column loading">
      <h1 class="visually-hidden" tabIndex={-1}>
        Loading Connect
      </h1>
      {["title", "line", "field", "row", "row", "row"].map((shape, index) => (
        <div key={index} class={`bone bone-${shape}`} />
      ))}
    </div>
  );
}
