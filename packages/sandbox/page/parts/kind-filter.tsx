import type { JSX } from "preact";
import type { ProviderKind } from "../../src/base/connect-api.js";
import { kindWords } from "./words.js";

const choices: readonly (readonly [ProviderKind | null, string])[] = [
  [null, "All"],
  ...(Object.keys(kindWords) as ProviderKind[]).map((kind) => [kind, kindWords[kind].plural] as const),
];

/** Narrows the list to one kind of provider. */
export function KindFilter(props: {
  kind: ProviderKind | null;
  onKind: (kind: ProviderKind | null) => void;
}): JSX.Element {
  return (
    <div class="filter" role="group" aria-label="Kind of provider">
      {choices.map(([kind, label]) => (
        <button
          key={label}
          type="button"
          class="filter-button"
          aria-pressed={props.kind === kind}
          onClick={() => props.onKind(kind)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
