import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { ConnectApi } from "../host/api.js";
import { ChosenBar } from "../parts/chosen-bar.js";
import { ConnectedList, connectedTitleId } from "../parts/connected-list.js";
import { KindFilter } from "../parts/kind-filter.js";
import type { Launch } from "../host/launch.js";
import { moveThroughRows } from "../parts/move-through-rows.js";
import type { Page } from "../state/page.js";
import type { Picking } from "../parts/provider-list.js";
import type { Query } from "../host/query.js";
import { SearchField } from "../parts/search-field.js";
import { SearchResults } from "../parts/search-results.js";
import type { PageState } from "../state/state.js";
import { useFocusAfterRemoval } from "../hooks/use-focus-after-removal.js";
import { countOf } from "../parts/words.js";

/** The first screen: find a provider, and see the connected sources. */
export function SearchScreen(props: {
  page: Page;
  state: PageState;
  api: ConnectApi;
  launch: Launch;
  query: Query;
  onQuery: (query: Query) => void;
}): JSX.Element {
  const { page, state, api, launch, query, onQuery } = props;
  const { connections, chosen, session } = state;
  const area = useRef<HTMLDivElement>(null);
  useFocusAfterRemoval(connections.length, connectedTitleId);
  const isSelect = session?.mode === "select";
  const connectedIds = useMemo(() => new Set(connections.map(({ id }) => id)), [connections]);
  const picking: Picking = isSelect
    ? { mode: "many", chosen, onToggle: page.toggle }
    : { mode: "one", onPick: (provider) => page.show({ name: "sign-in", provider }) };

  return (
    <div class={connections.length > 0 ? "start start-split" : "start"}>
      <div class="start-main" ref={area} onKeyDown={(event) => area.current && moveThroughRows(event, area.current)}>
        <Intro isSelect={isSelect} application={session?.application ?? ""} segment={launch.segment} />
        {connections.length > 0 && <JumpToConnected count={connections.length} />}
        <SearchField text={query.text} onText={(text) => onQuery({ ...query, text })} />
        <KindFilter kind={query.kind} onKind={(kind) => onQuery({ ...query, kind })} />
        <SearchResults
          api={api}
          query={query}
          pinned={launch.pinned}
          application={session?.application ?? ""}
          connectedIds={connectedIds}
          picking={picking}
          onRefused={page.fail}
          onRequest={() => page.show({ name: "request", physician: query.text.trim() })}
        />
      </div>
      {connections.length > 0 && <ConnectedList page={page} connections={connections} />}
      {isSelect && <ChosenBar chosen={chosen} onContinue={() => void page.connect(chosen)} />}
    </div>
  );
}

function Intro(props: { isSelect: boolean; application: string; segment: string | null }): JSX.Element {
  const { isSelect, application, segment } = props;
  return (
    <div class="intro">
      <h1 tabIndex={-1}>{isSelect ? "Choose your providers" : "Connect your health data"}</h1>
      <p class="lead">
        {isSelect
          ? `Tell ${application} where your records are. You do not sign in anywhere yet.`
          : `Choose who may share records with ${application}. Nothing is shared before you agree.`}
      </p>
      {segment !== null && (
        <p class="segment">
          <span class="quiet">Showing</span> {segment}
        </p>
      )}
    </div>
  );
}

/** On a narrow page the connections are below a long list. */
function JumpToConnected({ count }: { count: number }): JSX.Element {
  const jump = (): void => {
    const title = document.getElementById(connectedTitleId);
    title?.scrollIntoView({ block: "center" });
    title?.focus({ preventScroll: true });
  };
  return (
    <button type="button" class="jump text-button" onClick={jump}>
      See {countOf(count, "connection")}
    </button>
  );
}
