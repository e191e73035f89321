import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ConnectApi } from "../host/api.js";
import { ConsentScreen } from "./consent-screen.js";
import { FailedScreen } from "./failed-screen.js";
import type { Launch } from "../host/launch.js";
import { LoadingScreen } from "./loading-screen.js";
import { OverScreen } from "./over-screen.js";
import type { Page } from "../state/page.js";
import { ProgressScreen } from "./progress-screen.js";
import type { Query } from "../host/query.js";
import { RequestScreen } from "./request-screen.js";
import { RequestedScreen } from "./requested-screen.js";
import { SearchScreen } from "./search-screen.js";
import { SignInScreen } from "./sign-in-screen.js";
import type { PageState } from "../state/state.js";
import { SuccessScreen } from "./success-screen.js";

/** The screen that the state names. The query survives a visit to one provider. */
export function ScreenView(props: { page: Page; state: PageState; api: ConnectApi; launch: Launch }): JSX.Element {
  const { page, state, api, launch } = props;
  const { screen, session } = state;
  const [query, setQuery] = useState<Query>({ text: "", kind: null });
  const toSearch = (): void => page.show({ name: "search" });

  switch (screen.name) {
    case "loading":
      return <LoadingScreen />;
    case "failed":
      return <FailedScreen code={screen.code} message={screen.message} onRetry={page.start} onClose={page.close} />;
    case "search":
      return <SearchScreen page={page} state={state} api={api} launch={launch} query={query} onQuery={setQuery} />;
    case "sign-in":
      return <SignInScreen page={page} provider={screen.provider} />;
    case "consent":
      return <ConsentScreen page={page} provider={screen.provider} application={session?.application ?? ""} />;
    case "progress":
      return <ProgressScreen page={page} screen={screen} application={session?.application ?? ""} />;
    case "success":
      return <SuccessScreen page={page} names={screen.names} session={session} />;
    case "request":
      return <RequestScreen page={page} physician={screen.physician} />;
    case "requested":
      return <RequestedScreen physician={screen.physician} onSearch={toSearch} onDone={page.close} />;
    case "over":
      return <OverScreen />;
    default:
      return screen satisfies never;
  }
}
