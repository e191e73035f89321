import { button, closeStage, findStage, mount, texts, untilShown } from "./setup.js";
import type { ConnectEvent } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import { ConnectButton, ConnectionList, ConnectStatus, createHumanConnectPlugin } from "@human-connect/vue";
import userEvent from "@testing-library/user-event";
import { h } from "vue";
import { beforeEach, describe, expect, inject, it, vi } from "vitest";

const heard = vi.fn<(event: ConnectEvent) => void>();
const types = (): string[] => heard.mock.calls.map(([{ type }]) => type);
/** Waits until these events have been emitted, and perhaps more: each step of a session has its own limit. */
const untilTold = (...expected: string[]): Promise<void> =>
  vi.waitFor(() => expect(types().slice(0, expected.length)).toEqual(expected));

/** A page of a customer, with the vendor's own client against the sandbox. */
function mountPage(user: string): void {
  const plugin = createHumanConnectPlugin({
    getToken: () => inject("sandboxTokens")[user]!,
    baseUrl: inject("sandboxUrl"),
    client: npmClient(),
    warmFrame: false,
  });
  const listeners = { onOpen: heard, onConnect: heard, onClose: heard, onError: heard };
  mount(
    () => [h(ConnectButton, listeners, { default: () => "Share my records" }), h(ConnectStatus), h(ConnectionList)],
    (app) => void app.use(plugin),
  );
}

beforeEach(() => heard.mockClear());

describe("Vue with the vendor's client", () => {
  it("shows what somebody has connected, as soon as Connect is done", async () => {
    mountPage("vue+autopilot");

    await userEvent.click(button());
    await untilTold("open");
    await untilTold("open", "connect");
    await untilShown("closed");

    expect(types()).toEqual(["open", "connect", "close"]);
    const { source } = heard.mock.calls[1]![0] as ConnectEvent<"connect">;
    expect(texts("li")).toContain(source!.name);
    expect(texts(".human-connect-status")[0]).toMatch(/^\d+ sources? connected$/);
    expect(findStage()).toBe(null);
  });

  it("lets a person out, and in again", async () => {
    mountPage("plain");

    await userEvent.click(button());
    await untilShown("open");
    closeStage();
    await untilShown("closed");
    await userEvent.click(button());
    await untilShown("open");

    expect(types()).toEqual(["open", "close", "open"]);
  });

  it("offers to try again when there is no such token", async () => {
    mountPage("nobody");

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Try again");
    const error = expect.objectContaining({ code: "token-malformed" });
    expect(heard).toHaveBeenCalledExactlyOnceWith({ type: "error", error });
  });
});
