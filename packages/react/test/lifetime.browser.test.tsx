import { findStage } from "./setup.js";
import type { ConnectClient } from "@human-connect/core";
import { ConnectButton, ConnectStatus, HumanConnectProvider } from "@human-connect/react";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Suspense, useState, type ReactElement } from "react";
import { describe, expect, it, vi } from "vitest";
import { alder, createFakeVendor, type FakeVendor } from "../../../test/support/fake-vendor.ts";

const button = (): HTMLElement => screen.getByRole("button", { hidden: true });
const untilShown = (status: string): Promise<void> => waitFor(() => expect(button().dataset["status"]).toBe(status));

/** A promise, its end, and a component that waits for it as React 18 and 19 both understand: by throwing it. */
function createGate(): { open: () => void; Gate: () => null } {
  let isOpen = false;
  let open!: () => void;
  const promise = new Promise<void>((resolve) => {
    open = () => {
      isOpen = true;
      resolve();
    };
  });
  return {
    open,
    Gate() {
      if (!isOpen) throw promise;
      return null;
    },
  };
}

describe("a component that leaves while Connect is loading", () => {
  it("drops the session without an event, and tells a developer why, once", async () => {
    const { options } = createFakeVendor();
    let signal!: AbortSignal;
    const heard = vi.fn();
    const { unmount } = render(
      <ConnectButton
        {...options}
        getToken={(context) => {
          signal = context.signal;
          return new Promise(() => {});
        }}
        onOpen={heard}
        onClose={heard}
        onError={heard}
      />,
    );
    fireEvent.click(button());
    expect(button().dataset["status"]).toBe("loading");

    unmount();
    await waitFor(() => expect(signal.aborted).toBe(true));

    expect(heard).not.toHaveBeenCalled();
    expect(findStage()).toBe(null);
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining("unmounted while Connect was loading"),
    );
    vi.mocked(console.warn).mockClear();
  });

  it("leaves the page free for the next session", async () => {
    const vendor = createFakeVendor();
    const { unmount } = render(<ConnectButton {...vendor.options} getToken={() => new Promise(() => {})} />);
    fireEvent.click(button());
    unmount();

    render(<ConnectButton {...vendor.options} />);
    // A component that is only moved mounts again in the same task; its session ends in the next one.
    await act(() => new Promise<void>((resolve) => void setTimeout(resolve)));
    fireEvent.click(button());
    await untilShown("open");

    expect(vendor.opened.length).toBe(1);
  });

  it("takes nothing from a sibling that shares the connection", async () => {
    const vendor = createFakeVendor();
    const { rerender } = render(
      <HumanConnectProvider {...vendor.options}>
        <ConnectButton />
        <ConnectStatus />
      </HumanConnectProvider>,
    );
    fireEvent.click(button());

    rerender(
      <HumanConnectProvider {...vendor.options}>
        <ConnectStatus />
      </HumanConnectProvider>,
    );

    await screen.findByText("Continue in the Connect window");
  });
});

describe("a component that leaves while Connect is open", () => {
  it("leaves the session alone and still calls back", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn<(event: { reason: string }) => void>();
    const { unmount } = render(<ConnectButton {...vendor.options} onClose={onClose} />);
    fireEvent.click(button());
    await untilShown("open");

    unmount();
    await vendor.finish(alder);
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());

    expect(onClose.mock.lastCall?.[0]).toMatchObject({ reason: "finished", session: { currentConnections: [alder] } });
  });

  it("ends the session when it is told to", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn<(event: { reason: string }) => void>();
    const { unmount } = render(<ConnectButton {...vendor.options} onClose={onClose} closeOnUnmount />);
    fireEvent.click(button());
    await untilShown("open");

    unmount();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());

    expect(onClose.mock.lastCall?.[0]).toMatchObject({ reason: "closed-by-host" });
    expect(findStage()).toBe(null);
  });

  it("ends the session of its provider when it is told to", async () => {
    const vendor = createFakeVendor();
    const page = (hasButton: boolean): ReactElement => (
      <HumanConnectProvider {...vendor.options}>
        {hasButton && <ConnectButton closeOnUnmount />}
        <ConnectStatus data-testid="line" />
      </HumanConnectProvider>
    );
    const { rerender } = render(page(true));
    fireEvent.click(button());
    await untilShown("open");

    rerender(page(false));

    await waitFor(() => expect(screen.getByTestId("line").dataset["status"]).toBe("closed"));
  });

  it("goes by the latest closeOnUnmount", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn<(event: { reason: string }) => void>();
    const { unmount, rerender } = render(<ConnectButton {...vendor.options} onClose={onClose} closeOnUnmount />);
    fireEvent.click(button());
    await untilShown("open");

    rerender(<ConnectButton {...vendor.options} onClose={onClose} closeOnUnmount={false} />);
    unmount();
    await vendor.finish();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());

    expect(onClose.mock.lastCall?.[0]).toMatchObject({ reason: "finished" });
  });
});

/** An open-ended session's button beside something that can wait. */
function renderSuspending(vendor: FakeVendor, { Gate }: ReturnType<typeof createGate>): { suspend: () => void } {
  let setWaiting!: (value: boolean) => void;

  function Page(): ReactElement {
    const [isWaiting, set] = useState(false);
    setWaiting = set;
    return (
      <Suspense fallback="Wait">
        {isWaiting && <Gate />}
        <ConnectButton {...vendor.options} closeOnUnmount />
      </Suspense>
    );
  }
  render(<Page />);
  return { suspend: () => act(() => setWaiting(true)) };
}

describe("Suspense", () => {
  it("may hold a button back, which then works", async () => {
    const vendor = createFakeVendor();
    const gate = createGate();
    render(
      <Suspense fallback="Wait">
        <gate.Gate />
        <ConnectButton {...vendor.options} />
      </Suspense>,
    );
    expect(screen.getByText("Wait").textContent).toBe("Wait");

    await act(async () => gate.open());
    fireEvent.click(button());
    await untilShown("open");

    expect(vendor.opened.length).toBe(1);
  });

  it("may hide a button during a session, which goes on", async () => {
    const vendor = createFakeVendor();
    const gate = createGate();
    const { suspend } = renderSuspending(vendor, gate);
    fireEvent.click(button());
    await untilShown("open");

    suspend();
    expect(screen.getByText("Wait").textContent).toContain("Wait");
    await vendor.finish(alder);
    await waitFor(() => expect(findStage()).toBe(null));
    await act(async () => gate.open());
    await untilShown("closed");

    expect(button().dataset["connected"]).toBe("");
  });

  it("may show a button again during a session, which goes on", async () => {
    const vendor = createFakeVendor();
    const gate = createGate();
    const { suspend } = renderSuspending(vendor, gate);
    fireEvent.click(button());
    await untilShown("open");

    suspend();
    await act(async () => gate.open());
    await vendor.finish(alder);
    await untilShown("closed");

    expect(button().dataset["connected"]).toBe("");
  });
});

describe("a button that is mounted again", () => {
  it("starts afresh", async () => {
    const client: ConnectClient = { load: () => Promise.reject(new Error("down")) };
    const vendor = createFakeVendor();
    const { rerender } = render(<ConnectButton key="one" {...vendor.options} client={client} />);
    fireEvent.click(button());
    await untilShown("error");

    rerender(<ConnectButton key="two" {...vendor.options} />);
    expect(button().dataset["status"]).toBe("idle");
    fireEvent.click(button());
    await untilShown("open");

    expect(vendor.opened.length).toBe(1);
  });
});
