import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ConnectApi } from "../host/api.js";
import { Icon } from "./icon.js";
import { splitPinned } from "../state/pinned.js";
import { type Picking, ProviderList } from "./provider-list.js";
import type { Query } from "../host/query.js";
import { useProviders } from "../hooks/use-providers.js";
import { countOf, kindWords } from "./words.js";

/** The search results; their number is announced once the search has settled. */
export function SearchResults(props: {
  api: ConnectApi;
  query: Query;
  pinned: readonly string[];
  application: string;
  connectedIds: ReadonlySet<string>;
  picking: Picking;
  onRefused: (error: unknown) => void;
  onRequest: () => void;
}): JSX.Element {
  const { api, query, onRefused, onRequest } = props;
  const [attempt, setAttempt] = useState(0);
  const { answer, question, isSearching, error } = useProviders(api, query, attempt, onRefused);
  const found = answer ? splitPinned(answer.providers, props.pinned) : null;
  const shared = { connectedIds: props.connectedIds, picking: props.picking };

  return (
    <div class="results" aria-busy={isSearching}>
      <p role="status" class="visually-hidden">
        {answer && !isSearching ? spokenOf(answer.total, question.text.trim()) : ""}
      </p>
      {error && <Failure message={error} onRetry={() => setAttempt(attempt + 1)} />}
      {found && found.pinned.length > 0 && (
        <ProviderList title={`Suggested by ${props.application}`} providers={found.pinned} {...shared} />
      )}
      {found && found.others.length > 0 && (
        <ProviderList title={titleOf(question, answer?.total ?? 0)} providers={found.others} {...shared} />
      )}
      {answer?.total === 0 && <NoMatch text={question.text.trim()} />}
      {answer && (
        <p class="unlisted">
          {answer.total > 0 && <span class="quiet">Not listed?</span>}
          <button type="button" class={answer.total > 0 ? "text-button" : "button"} onClick={onRequest}>
            Request a provider
          </button>
        </p>
      )}
    </div>
  );
}

function titleOf({ text, kind }: Query, total: number): string {
  if (text.trim() !== "") return countOf(total, "result");
  return kind === null ? "Popular" : kindWords[kind].plural;
}

/** The announced text is the visible text. */
function spokenOf(total: number, text: string): string {
  return total === 0 ? nothingOf(text) : countOf(total, "provider");
}

function nothingOf(text: string): string {
  return text === "" ? "Nothing here yet" : `No match for “${text}”`;
}

function NoMatch({ text }: { text: string }): JSX.Element {
  return (
    <div class="no-match">
      <h2>{nothingOf(text)}</h2>
      <p class="quiet">Check the spelling, try another name, or ask for the provider to be added.</p>
    </div>
  );
}

function Failure({ message, onRetry }: { message: string; onRetry: () => void }): JSX.Element {
  return (
    <div class="no-match" role="alert">
      <p class="field-error">
        <Icon name="alert" />
        {message}
      </p>
      <button type="button" class="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
