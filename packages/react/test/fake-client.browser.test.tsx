import "./setup.js";
import { createFakeClient } from "@human-connect/core/testing";
import { ConnectButton, ConnectionList, HumanConnectProvider } from "@human-connect/react";
import { act, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { alder, birch } from "../../../test/support/fake-vendor.ts";

const getToken = (): string => "token";

it("a fake client plays a session for the components, without a frame", async () => {
  const onClose = vi.fn();
  const fake = createFakeClient();
  render(
    <HumanConnectProvider client={fake} getToken={getToken} warmFrame={false} onClose={onClose}>
      <ConnectionList />
      <ConnectButton />
    </HumanConnectProvider>,
  );

  act(() => screen.getByRole("button").click());
  await act(async () => (await fake.opened()).connect([alder, birch]));

  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([alder.name, birch.name]);
  expect(document.querySelector("iframe, dialog, [data-human-connect-stage]")).toBe(null);
  await act(() => fake.reset());
  expect(onClose.mock.lastCall![0]).toMatchObject({
    reason: "cancelled",
    session: { currentConnections: [alder, birch] },
  });
});

it("a fake client shows the person what a failure looks like", async () => {
  const fake = createFakeClient();
  render(<ConnectButton client={fake} getToken={getToken} warmFrame={false} />);
  fake.fail("widget-timeout");

  act(() => screen.getByRole("button").click());

  expect(await screen.findByText("Connect is taking too long to open. Try again in a moment.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});
