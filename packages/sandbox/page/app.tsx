import type { JSX } from "preact";
import { useCallback, useState } from "preact/hooks";
import type { ConnectApi } from "./host/api.js";
import { ForgerFrame } from "./parts/forger-frame.js";
import { Header } from "./parts/header.js";
import { Icon } from "./parts/icon.js";
import type { Launch } from "./host/launch.js";
import { LeaveDialog } from "./parts/leave-dialog.js";
import type { Page } from "./state/page.js";
import { ScreenView } from "./screens/screen-view.js";
import { screenBehind } from "./state/state.js";
import { useEscape } from "./hooks/use-escape.js";
import { usePageState } from "./hooks/use-page-state.js";
import { useScreenFocus } from "./hooks/use-screen-focus.js";

/** The whole page: frame, current screen, and dialogs over it. */
export function App({ page, api, launch }: { page: Page; api: ConnectApi; launch: Launch }): JSX.Element {
  const state = usePageState(page);
  const [isLeaving, setIsLeaving] = useState(false);
  const { screen } = state;
  const behind = screenBehind(screen);
  useScreenFocus(screen);

  const leave = useCallback(() => {
    if (page.getState().isDirty) setIsLeaving(true);
    else page.close();
  }, [page]);
  const leaveAnyway = (): void => {
    setIsLeaving(false);
    page.close();
  };
  useEscape(leave, !isLeaving && screen.name !== "over");

  return (
    <>
      {screen.name !== "over" && <Header onBack={behind && (() => page.show(behind))} onClose={page.close} />}
      <main class={`main main-${screen.name}`}>
        <ScreenView page={page} state={state} api={api} launch={launch} />
      </main>
      <footer class="footer">
        <Icon name="shield" />
        <p>This is a sandbox. Its providers are made up, and no real health data is involved.</p>
      </footer>
      <p role="status" class="visually-hidden">
        {state.notice}
      </p>
      {isLeaving && <LeaveDialog onStay={() => setIsLeaving(false)} onLeave={leaveAnyway} />}
      {state.session?.scenario === "forged-messages" && <ForgerFrame state={state} />}
    </>
  );
}
