import { cleanup, configure, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, vi, type Mock } from "vitest";

/** What the console has been told since the test began; every test ends by expecting nothing. */
let told: Mock[] = [];

// A cold import of the lazy part takes longer than Testing Library's second.
configure({ reactStrictMode: true, asyncUtilTimeout: 5000 });

beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

beforeEach(() => {
  told = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
});

afterEach(async () => {
  // Unmounting leaves a session alive, and the next test wants the page for itself.
  closeStage();
  await waitFor(() => expect(findStage()).toBe(null));
  cleanup();
  const said = told.flatMap(({ mock }) => mock.calls);
  vi.restoreAllMocks();
  expect(said).toEqual([]);
  // A session that was still loading goes at the end of this task.
  await new Promise((resolve) => setTimeout(resolve));
});

/** The stage on the page, if a session is shown. */
export function findStage(): HTMLElement | null {
  return document.querySelector("[data-human-connect-stage]");
}

/** Backs out of the session that is shown, as a person does with Close. */
export function closeStage(): void {
  findStage()?.shadowRoot!.querySelector<HTMLButtonElement>(".close")!.click();
}
