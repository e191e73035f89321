import "./setup.js";
import { ConnectButton } from "@human-connect/react";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { createFakeVendor } from "./fake-vendor.js";

const button = (): HTMLElement => screen.getByRole("button");

/** Long enough for an observer or an effect to have done what it does. */
async function settle(): Promise<void> {
  await act(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

describe("prepareOn", () => {
  it.each([
    ["the pointer comes near", () => userEvent.hover(button())],
    ["the focus arrives", () => userEvent.tab()],
    ["a finger touches", async () => void fireEvent.touchStart(button())],
  ])('"intent", the default, prepares when %s', async (_when, show) => {
    const vendor = createFakeVendor();
    render(<ConnectButton {...vendor.options} />);
    await settle();
    expect(vendor.loads).toBe(0);

    await act(show);

    expect(vendor.loads).toBe(1);
    expect(button().dataset["status"]).toBe("idle");
  });

  it("asks for no token ahead of a click", async () => {
    const { options } = createFakeVendor();
    const getToken = vi.fn(() => "token");
    render(<ConnectButton {...options} getToken={getToken} prepareOn="mount" />);

    await userEvent.hover(button());

    expect(getToken).not.toHaveBeenCalled();
  });

  it("asks for a token on intent when it may", async () => {
    const { options } = createFakeVendor();
    const getToken = vi.fn(() => "token");
    render(<ConnectButton {...options} getToken={getToken} prefetchToken />);

    await userEvent.hover(button());
    await waitFor(() => expect(getToken).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ reason: "prefetch" })));

    expect(button().dataset["status"]).toBe("idle");
  });

  it('"mount" prepares without being shown any intent', async () => {
    const vendor = createFakeVendor();

    render(<ConnectButton {...vendor.options} prepareOn="mount" />);

    await waitFor(() => expect(vendor.loads).toBeGreaterThan(0));
  });

  it('"visible" prepares when the button is scrolled to, and once', async () => {
    const vendor = createFakeVendor();
    render(
      <>
        <div style={{ height: "300vh" }} />
        <ConnectButton {...vendor.options} prepareOn="visible" />
      </>,
    );
    await settle();
    expect(vendor.loads).toBe(0);

    button().scrollIntoView();
    await waitFor(() => expect(vendor.loads).toBe(1));
    scrollTo(0, 0);
    await settle();
    button().scrollIntoView();
    await settle();

    expect(vendor.loads).toBe(1);
  });

  it('"visible" stops watching a button that has left', async () => {
    const vendor = createFakeVendor();
    const { unmount, container } = render(
      <>
        <div style={{ height: "300vh" }} />
        <ConnectButton {...vendor.options} prepareOn="visible" />
      </>,
    );
    const left = button();
    await settle();

    unmount();
    container.append(left);
    left.scrollIntoView();
    await settle();

    expect(vendor.loads).toBe(0);
  });

  it.each(["none", "mount", "visible"] as const)('"%s" does nothing for hover, focus or touch', async (prepareOn) => {
    const vendor = createFakeVendor();
    render(<ConnectButton {...vendor.options} prepareOn={prepareOn} />);
    await settle();
    const before = vendor.loads;

    await userEvent.hover(button());
    await userEvent.tab();
    fireEvent.touchStart(button());
    await settle();

    expect(vendor.loads).toBe(before);
  });

  it('"none" loads with the click', async () => {
    const vendor = createFakeVendor();
    render(<ConnectButton {...vendor.options} prepareOn="none" />);
    await settle();
    expect(vendor.loads).toBe(0);

    fireEvent.click(button());
    await waitFor(() => expect(button().dataset["status"]).toBe("open"));

    expect(vendor.loads).toBe(1);
  });

  it("leaves the user's own handlers of intent alone", async () => {
    const vendor = createFakeVendor();
    const heard: string[] = [];
    render(
      <ConnectButton
        {...vendor.options}
        onPointerEnter={({ type }) => heard.push(type)}
        onFocus={({ type }) => heard.push(type)}
        onTouchStart={({ type }) => heard.push(type)}
        onPointerLeave={({ type }) => heard.push(type)}
        onBlur={({ type }) => heard.push(type)}
      />,
    );

    await userEvent.hover(button());
    await userEvent.unhover(button());
    await userEvent.tab();
    await userEvent.tab();
    fireEvent.touchStart(button());

    expect(heard).toEqual(["pointerenter", "pointerleave", "focus", "blur", "touchstart"]);
    expect(vendor.loads).toBe(3);
  });

  it("prepares nothing when the user's handler prevents it", async () => {
    const vendor = createFakeVendor();
    render(<ConnectButton {...vendor.options} onPointerEnter={(event) => event.preventDefault()} />);

    await userEvent.hover(button());
    await settle();

    expect(vendor.loads).toBe(0);
  });
});
