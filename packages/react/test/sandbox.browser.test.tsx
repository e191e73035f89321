import { closeStage, findStage } from "./setup.js";
import type { ConnectEvent } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import { ConnectButton, ConnectionList, ConnectStatus, HumanConnectProvider } from "@human-connect/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactElement } from "react";
import { describe, expect, inject, it, vi } from "vitest";

const heard = vi.fn<(event: ConnectEvent) => void>();

/** A page of a customer, with the vendor's own client against the sandbox. */
function Page({ user }: { user: string }): ReactElement {
  return (
    <HumanConnectProvider
      getToken={() => inject("sandboxTokens")[user]!}
      baseUrl={inject("sandboxUrl")}
      client={npmClient()}
      warmFrame={false}
      onOpen={heard}
      onConnect={heard}
      onClose={heard}
      onError={heard}
    >
      <ConnectButton>Share my records</ConnectButton>
      <ConnectStatus />
      <ConnectionList />
    </HumanConnectProvider>
  );
}

const button = (): HTMLElement => screen.getByRole("button");
const untilShown = (status: string): Promise<void> => waitFor(() => expect(button().dataset["status"]).toBe(status));
const types = (): string[] => heard.mock.calls.map(([{ type }]) => type);
/** Waits until these events have been emitted, and perhaps more: each step of a session has its own limit. */
const untilTold = (...expected: string[]): Promise<void> =>
  waitFor(() => expect(types().slice(0, expected.length)).toEqual(expected));

describe("React with the vendor's client", () => {
  it("shows what somebody has connected, as soon as Connect is done", async () => {
    heard.mockClear();
    render(<Page user="react+autopilot" />);

    await userEvent.click(button());
    await untilTold("open");
    await untilTold("open", "connect");
    await untilShown("closed");

    expect(types()).toEqual(["open", "connect", "close"]);
    const { source } = heard.mock.calls[1]![0] as ConnectEvent<"connect">;
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toContain(source!.name);
    expect(screen.getByText(/^\d+ sources? connected$/).dataset["status"]).toBe("closed");
    expect(findStage()).toBe(null);
  });

  it("lets a person out, and in again", async () => {
    heard.mockClear();
    render(<Page user="plain" />);

    await userEvent.click(button());
    await untilShown("open");
    closeStage();
    await untilShown("closed");
    await userEvent.click(button());
    await untilShown("open");

    expect(types()).toEqual(["open", "close", "open"]);
  });

  it("offers to try again when there is no such token", async () => {
    heard.mockClear();
    render(<Page user="nobody" />);

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Try again");
    expect(heard).toHaveBeenCalledExactlyOnceWith({
      type: "error",
      error: expect.objectContaining({ code: "token-malformed" }),
    });
  });
});
