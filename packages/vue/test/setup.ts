import { createApp, type App, type VNodeChild } from "vue";
import { afterEach, beforeEach, expect, vi, type Mock } from "vitest";

/** What is on the page, and how it goes. */
export interface Mounted {
  readonly container: HTMLElement;
  readonly app: App;
  unmount(): void;
}

/** What the console has been told since the test began; every test ends by expecting nothing, least of all a warning of Vue. */
let told: Mock[] = [];
let mounted: Mounted[] = [];

beforeEach(() => {
  told = [vi.spyOn(console, "error"), vi.spyOn(console, "warn")];
  // Where Vue says that Suspense is experimental.
  vi.spyOn(console, "info").mockImplementation(() => {});
});

afterEach(async () => {
  // Unmounting leaves a session alive, and the next test wants the page for itself.
  closeStage();
  await vi.waitFor(() => expect(findStage()).toBe(null), 5000);
  for (const { unmount } of mounted) unmount();
  mounted = [];
  const said = told.flatMap(({ mock }) => mock.calls);
  vi.restoreAllMocks();
  expect(said).toEqual([]);
  // A session that was still loading goes at the end of this task.
  await new Promise((resolve) => setTimeout(resolve));
});

/** Mounts what the function draws, as the whole of an app. Refs that it reads make it draw again. */
export function mount(render: () => VNodeChild, prepare: (app: App) => void = () => {}): Mounted {
  return mountApp(createApp({ render }), prepare);
}

/** Mounts an app whose root component is set up by the function, which returns what draws it. */
export function mountSetup(setup: () => () => VNodeChild, prepare: (app: App) => void = () => {}): Mounted {
  return mountApp(createApp({ setup }), prepare);
}

function mountApp(app: App, prepare: (app: App) => void): Mounted {
  const container = document.body.appendChild(document.createElement("div"));
  prepare(app);
  app.mount(container);
  let isMounted = true;
  const own = {
    container,
    app,
    unmount() {
      if (isMounted) app.unmount();
      isMounted = false;
      container.remove();
    },
  };
  mounted.push(own);
  return own;
}

/** The first button on the page. */
export function button(): HTMLButtonElement {
  return document.querySelector<HTMLButtonElement>("button.human-connect-button")!;
}

/** What is read to those who cannot see the button. */
export function live(): HTMLElement {
  return document.querySelector<HTMLElement>("[role=status]")!;
}

/** Waits until something holds; a cold import of the lazy part takes longer than a second. */
export function until(assertion: () => unknown): Promise<unknown> {
  return vi.waitFor(assertion, 5000);
}

/** Waits until the button shows a status. */
export function untilShown(status: string): Promise<unknown> {
  return until(() => expect(button().dataset["status"]).toBe(status));
}

/** Texts of all elements that match. */
export function texts(selector: string): (string | null)[] {
  return [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
}

/** The stage on the page, if a session is shown. */
export function findStage(): HTMLElement | null {
  return document.querySelector("[data-human-connect-stage]");
}

/** Backs out of the session that is shown, as a person does with Close. */
export function closeStage(): void {
  findStage()?.shadowRoot!.querySelector<HTMLButtonElement>(".close")!.click();
}
