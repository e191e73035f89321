import { expect, userEvent, waitFor } from "storybook/test";
import { findButton, findFocused, findFrame, findWayOut, untilConnectShows, untilStatus } from "./page.ts";

/** Clicks the story's button and waits until Connect offers something to connect. */
export async function openConnect(canvas: HTMLElement): Promise<void> {
  await userEvent.click(findButton(canvas));
  const page = await untilConnectShows("Connect your health data");
  await page.findByText("Popular");
}

/** Finds a provider on the Connect page, signs in and agrees, as a person does. */
export async function connectProvider(name: string): Promise<void> {
  const search = await untilConnectShows("Connect your health data");
  await userEvent.type(search.getByRole("searchbox"), name);
  await userEvent.click(await search.findByRole("button", { name: `Connect ${name}` }));
  const signIn = await untilConnectShows(`Sign in to ${name}`);
  await userEvent.type(signIn.getByLabelText("User name"), "ada");
  await userEvent.type(signIn.getByLabelText("Password"), "anything");
  await userEvent.click(signIn.getByRole("button", { name: "Sign in" }));
  await userEvent.click(await signIn.findByRole("button", { name: "Agree and connect" }));
  await untilConnectShows("Connected");
}

/** Disconnects the only source on the Connect page. */
export async function disconnectSource(): Promise<void> {
  const page = await untilConnectShows("Connect your health data");
  await userEvent.click(page.getByRole("button", { name: /^Disconnect / }));
  await userEvent.click(await page.findByRole("button", { name: "Yes, disconnect" }));
}

/** Says that nothing more is to be connected. */
export async function finish(canvas: HTMLElement): Promise<void> {
  const page = await untilConnectShows("Connected");
  await userEvent.click(page.getByRole("button", { name: "Done" }));
  await untilStatus(canvas, "closed");
}

/** Backs out by a button of the stage. */
export async function leave(canvas: HTMLElement, way: "cancel" | "close"): Promise<void> {
  await userEvent.click(await findWayOut(way));
  await untilStatus(canvas, "closed");
}

/** Waits until the frame has the focus, so that a keyboard reaches Connect. */
export const untilFrameIsFocused = (): Promise<void> => waitFor(() => expect(findFocused() === findFrame()).toBe(true));
