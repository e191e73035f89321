import { expect, userEvent, waitFor } from "storybook/test";
import { connectProvider, disconnectSource, finish, leave, openConnect, untilFrameIsFocused } from "../gestures.ts";
import { press, tabTo } from "../keys.ts";
import type { KitStory } from "../kit-story.ts";
import {
  findAll,
  findButton,
  findFocused,
  findStage,
  findWayOut,
  readSources,
  untilConnectShows,
  untilStatus,
} from "../page.ts";

/** A list, a button and a line that share one connection, and what people do with them. */
export const sharedConnection = {
  Idle: {},
  Connected: { args: { sources: "twelve" } },
  /** Two places of a page that open the same. */
  TwoButtons: {
    async play({ canvasElement }) {
      await openConnect(canvasElement);
      await connectProvider("Applefen Pharmacy");
      await finish(canvasElement);
      const buttons = findAll(canvasElement, ".human-connect-button");
      await waitFor(() =>
        expect(buttons.map(({ textContent }) => textContent)).toEqual(Array(2).fill("Add or remove sources")),
      );
      const said = findAll(canvasElement, "[role=status]").map(({ textContent }) => textContent);
      await expect(said.filter(Boolean)).toEqual(["Applefen Pharmacy connected. 1 source connected."]);
    },
  },
  ConnectsASource: {
    async play({ canvasElement, args }) {
      await openConnect(canvasElement);
      await connectProvider("Applefen Pharmacy");
      await finish(canvasElement);
      await expect(readSources(canvasElement)).toEqual(["Applefen Pharmacy"]);
      await expect(findAll(canvasElement, ".human-connect-status")[0]).toHaveTextContent("1 source connected");
      await expect(findStage()).toBeUndefined();
      await waitFor(() => expect(findFocused()).toBe(findButton(canvasElement)));
      await expect(args.onConnect).toHaveBeenCalledOnce();
      await expect(args.onClose).toHaveBeenCalledOnce();
    },
  },
  DisconnectsASource: {
    args: { sources: "one" },
    async play({ canvasElement, args }) {
      await openConnect(canvasElement);
      await disconnectSource();
      await waitFor(() => expect(readSources(canvasElement)).toEqual([]));
      await expect(args.onDisconnect).toHaveBeenCalledOnce();
    },
  },
  Cancels: {
    args: { scenario: "never-loads" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await leave(canvasElement, "cancel");
      await expect(findStage()).toBeUndefined();
      await waitFor(() => expect(findFocused()).toBe(findButton(canvasElement)));
    },
  },
  ClosesFromOutside: {
    async play({ canvasElement, args }) {
      await openConnect(canvasElement);
      await leave(canvasElement, "close");
      await expect(args.onClose).toHaveBeenCalledWith(expect.objectContaining({ reason: "cancelled" }));
    },
  },
  KeyboardOnly: {
    async play({ canvasElement }) {
      await tabTo(findButton(canvasElement));
      await press("Enter");
      await untilConnectShows("Connect your health data");
      await untilFrameIsFocused();
      await press("Escape");
      await untilStatus(canvasElement, "closed");
      await waitFor(() => expect(findFocused()).toBe(findButton(canvasElement)));
    },
  },
  KeyboardWhileWaiting: {
    args: { scenario: "never-loads" },
    async play({ canvasElement }) {
      await tabTo(findButton(canvasElement));
      await press("Enter");
      const cancel = await findWayOut("cancel");
      // A key that comes twice does not press what has just come.
      await waitFor(() => expect(findFocused()).toBe(cancel.closest("dialog")));
      await press("Escape");
      await untilStatus(canvasElement, "closed");
      await waitFor(() => expect(findFocused()).toBe(findButton(canvasElement)));
    },
  },
  RetriesAfterAnError: {
    args: { token: "refused once" },
    async play({ canvasElement, args }) {
      await userEvent.click(findButton(canvasElement));
      await untilStatus(canvasElement, "error");
      await expect(findAll(canvasElement, ".human-connect-status")[0]).toHaveTextContent("could not be opened");
      await openConnect(canvasElement);
      await expect(args.onError).toHaveBeenCalledOnce();
    },
  },
  RenewsAnExpiredToken: {
    args: { scenario: "expired-once" },
    async play({ canvasElement, args }) {
      await openConnect(canvasElement);
      await expect(args.getToken).toHaveBeenLastCalledWith({ reason: "expired" });
      await expect(args.getToken).toHaveBeenCalledTimes(2);
      await expect(args.onError).not.toHaveBeenCalled();
    },
  },
  GivesUpOnExpiredTokens: {
    args: { scenario: "expired-token" },
    async play({ canvasElement, args }) {
      await userEvent.click(findButton(canvasElement));
      await untilStatus(canvasElement, "error");
      const error = expect.objectContaining({ code: "token-expired" });
      await expect(args.onError).toHaveBeenCalledWith(expect.objectContaining({ error }));
    },
  },
  IgnoresForgedMessages: {
    args: { scenario: "forged-messages" },
    async play({ canvasElement }) {
      await openConnect(canvasElement);
      await connectProvider("Applefen Pharmacy");
      await expect(readSources(canvasElement)).toEqual(["Applefen Pharmacy"]);
    },
  },
  WithoutAnybody: {
    args: { scenario: "autopilot" },
    async play({ canvasElement }) {
      await userEvent.click(findButton(canvasElement));
      await untilStatus(canvasElement, "closed");
      await expect(readSources(canvasElement)).toHaveLength(1);
    },
  },
} satisfies Record<string, KitStory>;
