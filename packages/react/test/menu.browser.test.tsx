import "./setup.js";
import { createFakeClient } from "@human-connect/core/testing";
import { ConnectButton, HumanConnectProvider } from "@human-connect/react";
import { act, render, screen } from "@testing-library/react";
import { useState, type ReactElement } from "react";
import { expect, it, vi } from "vitest";

/** A menu that closes on a click, as most do. */
function Menu(): ReactElement | false {
  const [isOpen, setOpen] = useState(true);
  return isOpen && <ConnectButton onClick={() => setOpen(false)} />;
}

it("a click in a menu that goes with it opens Connect for as long as the provider is there", async () => {
  const fake = createFakeClient();
  const [onOpen, onClose] = [vi.fn(), vi.fn()];
  const getToken = (): Promise<string> => new Promise((resolve) => setTimeout(resolve, 50, "token"));
  render(
    <HumanConnectProvider client={fake} getToken={getToken} warmFrame={false} onOpen={onOpen} onClose={onClose}>
      <Menu />
    </HumanConnectProvider>,
  );

  act(() => screen.getByRole("button").click());
  expect(screen.queryByRole("button")).toBeNull();
  const session = await fake.opened();
  session.close();

  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(onOpen).toHaveBeenCalledOnce();
});
