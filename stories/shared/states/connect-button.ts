import { expect, userEvent, waitFor } from "storybook/test";
import { openConnect } from "../gestures.ts";
import type { KitStory } from "../kit-story.ts";
import {
  findAll,
  findButton,
  findFrame,
  findStage,
  findWayOut,
  untilConnectShows,
  untilStageSays,
  untilStatus,
} from "../page.ts";
import { fetched } from "../sandbox.ts";

/** Every state of the button. What only time or a fault can bring about is brought about. */
export const connectButton = {
  Idle: {},
  Preparing: {
    async play({ canvasElement, args }) {
      const before = fetched.count;
      await userEvent.hover(findButton(canvasElement));
      await waitFor(() => expect(fetched.count).toBeGreaterThan(before));
      await expect(findButton(canvasElement)).toHaveAttribute("data-status", "idle");
      await expect(args.getToken).not.toHaveBeenCalled();
    },
  },
  Loading: {
    args: { token: "never" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await untilStatus(canvasElement, "loading");
      await expect(findButton(canvasElement)).toHaveAttribute("aria-busy", "true");
    },
  },
  WaitingForConnect: {
    args: { scenario: "never-loads" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await untilStageSays(/^Opening Connect…$/);
      await expect((await findWayOut("cancel")).checkVisibility()).toBe(true);
    },
  },
  Open: {
    async play({ canvasElement, args }) {
      await openConnect(canvasElement);
      await expect(findButton(canvasElement)).toHaveAttribute("data-status", "open");
      await expect(args.onOpen).toHaveBeenCalledOnce();
    },
  },
  Connected: { args: { sources: "one" } },
  Failed: {
    args: { token: "refused" },
    async play({ canvasElement, args }) {
      await userEvent.click(findButton(canvasElement));
      await untilStatus(canvasElement, "error");
      await expect(findButton(canvasElement)).toHaveAccessibleName("Try again");
      await expect(args.onError).toHaveBeenCalledOnce();
    },
  },
  FailedThenRetried: {
    args: { token: "refused once" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await untilStatus(canvasElement, "error");
      await userEvent.click(findButton(canvasElement));
      await untilConnectShows("Connect your health data");
    },
  },
  Disabled: {
    args: { disabled: true },
    async play({ canvasElement, args }) {
      const before = fetched.count;
      const button = findButton(canvasElement);
      button.click();
      await userEvent.hover(button, { pointerEventsCheck: 0 });
      await expect(button).toBeDisabled();
      await expect(findStage()).toBeUndefined();
      await expect(args.getToken).not.toHaveBeenCalled();
      await expect(fetched.count).toBe(before);
    },
  },
  FailsWhileOpen: {
    async play({ canvasElement, args }) {
      await openConnect(canvasElement);
      findFrame()!.remove();
      await untilStatus(canvasElement, "error");
      const error = expect.objectContaining({ code: "widget-removed" });
      await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ error }));
    },
  },
  ErrorPage: {
    args: { scenario: "server-error" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await waitFor(() => expect(findFrame()?.contentDocument?.body.textContent).toContain("server-error"));
      await expect((await findWayOut("close")).checkVisibility()).toBe(true);
    },
  },
  OutOfReach: {
    args: { scenario: "out of reach" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await waitFor(() => expect(findAll(document, "[role=alert]")[0]).toHaveTextContent("does not seem to load"));
    },
  },
  OwnTheme: {
    globals: { wrapper: "own" },
    async play({ canvasElement }) {
      await openConnect(canvasElement);
      const { colorScheme, direction } = getComputedStyle((await findWayOut("close")).closest("dialog")!);
      await expect({ colorScheme, direction }).toEqual({ colorScheme: "dark", direction: "rtl" });
    },
  },
  LongWord: { args: { label: "Gesundheitsdatenverbindungen hinzufügen" } },
  LongLabel: {
    args: { label: "Share the records of every clinic, hospital, pharmacy and device that I have ever used" },
  },
  RightToLeft: { globals: { direction: "rtl" }, args: { label: "ربط بياناتي الصحية" } },
  Spanish: {
    globals: { locale: "es" },
    async play({ canvasElement }) {
      await expect(findButton(canvasElement)).toHaveAccessibleName("Conectar tus datos de salud");
    },
  },
} satisfies Record<string, KitStory>;
