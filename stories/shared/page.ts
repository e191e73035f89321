import { expect, waitFor, within } from "storybook/test";

/** What a story shows, wherever in the shadow it lies. */
export function findAll<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T[] {
  const inShadow = [...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
    shadowRoot ? findAll<T>(shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll<T>(selector), ...inShadow];
}

/** The story's button. */
export function findButton(canvas: HTMLElement): HTMLButtonElement {
  const [button] = findAll<HTMLButtonElement>(canvas, ".human-connect-button");
  if (!button) throw new Error("The story shows no button.");
  return button;
}

/** The names in the story's list. */
export const readSources = (canvas: HTMLElement): string[] =>
  findAll(canvas, ".human-connect-source").map(({ textContent }) => textContent ?? "");

/** What has the focus, in the shadow too, but outside of frames. */
export function findFocused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}

export const untilStatus = (canvas: HTMLElement, status: string): Promise<void> =>
  waitFor(() => expect(findButton(canvas).dataset["status"]).toBe(status));

/** The dialog or the box that Connect is shown in. */
export const findStage = (): HTMLElement | undefined => findAll(document, "[data-human-connect-stage]")[0];

/** A button of the stage: a way out, while the page loads and after. */
export const findWayOut = (name: "cancel" | "close"): Promise<HTMLButtonElement> =>
  waitFor(() => {
    const button = findStage()?.shadowRoot?.querySelector<HTMLButtonElement>(`.${name}`);
    if (!button) throw new Error(`There is no stage with a button to ${name}.`);
    return button;
  });

/** What the stage says while Connect loads. */
export const untilStageSays = (text: RegExp): Promise<void> =>
  waitFor(() => expect(findStage()?.shadowRoot?.querySelector(".status")?.textContent).toMatch(text));

export const findFrame = (): HTMLIFrameElement | undefined => findAll<HTMLIFrameElement>(document, "#human-api")[0];

/** The Connect page, as soon as it shows a heading. */
export const untilConnectShows = (heading: string): Promise<ReturnType<typeof within>> =>
  waitFor(() => {
    const body = findFrame()?.contentDocument?.body;
    const shown = body?.querySelector("h1")?.textContent;
    if (!body || shown !== heading) throw new Error(`Connect shows ${shown ?? "nothing"} instead of ${heading}.`);
    return within(body);
  });

/** Leaves no session to the next story. */
export async function endSession(): Promise<void> {
  const stage = findStage();
  if (!stage) return;
  stage.shadowRoot?.querySelector<HTMLButtonElement>(".close")?.click();
  await waitFor(() => expect(stage.isConnected).toBe(false));
  // The focus goes back in the task after this one, and to this story's button: once that is gone, to the one of the next story.
  for (let task = 0; task < 2; task++) await new Promise((resolve) => setTimeout(resolve));
}
