import { useEffect, useState } from "preact/hooks";
import type { Page } from "../state/page.js";
import type { PageState } from "../state/state.js";

/** Renders again whenever the page's state changes. */
export function usePageState(page: Page): PageState {
  const [state, setState] = useState(page.getState);
  useEffect(() => {
    setState(page.getState());
    return page.subscribe(() => setState(page.getState()));
  }, [page]);
  return state;
}
