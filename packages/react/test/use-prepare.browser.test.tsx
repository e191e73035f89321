import "./setup.js";
import { createHumanConnect, type HumanConnect } from "@human-connect/core";
import { ConnectButton } from "@human-connect/react";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createFakeVendor } from "../../../test/support/fake-vendor.ts";

const button = (): HTMLElement => screen.getByRole("button");

/** A connection that counts how often it is asked to prepare. */
function createCounting(): HumanConnect & { readonly prepares: number } {
  let prepares = 0;
  const own = createHumanConnect(createFakeVendor().options);
  return {
    ...own,
    async prepare() {
      prepares++;
      await own.prepare();
    },
    get prepares() {
      return prepares;
    },
  };
}

/** Long enough for an observer to report what it sees. */
async function nextFrames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

async function showIntent(): Promise<void> {
  await userEvent.hover(button());
  await userEvent.tab();
  fireEvent.touchStart(button());
  fireEvent.pointerDown(button());
}

// What a test has scrolled to stays where it is, when the next one is as tall.
beforeEach(() => scrollTo(0, 0));

describe("prepareOn", () => {
  it.each([
    ["the pointer comes near", () => userEvent.hover(button())],
    ["the focus arrives", () => userEvent.tab()],
    ["a finger touches", () => fireEvent.touchStart(button())],
    ["a pointer that was there before the button presses", () => fireEvent.pointerDown(button())],
  ])('"intent", the default, prepares when %s', async (_when, show) => {
    const connect = createCounting();
    render(<ConnectButton connect={connect} />);
    expect(connect.prepares).toBe(0);

    await show();

    expect(connect.prepares).toBe(1);
    expect(button().dataset["status"]).toBe("idle");
  });

  it("fetches the vendor's code, and no token", async () => {
    const vendor = createFakeVendor();
    const getToken = vi.fn(() => "token");
    render(<ConnectButton {...vendor.options} getToken={getToken} />);

    await userEvent.hover(button());
    await waitFor(() => expect(vendor.loads).toBe(1));

    expect(getToken).not.toHaveBeenCalled();
  });

  it("fetches a token as well when it may", async () => {
    const vendor = createFakeVendor();
    const getToken = vi.fn(() => "token");
    render(<ConnectButton {...vendor.options} getToken={getToken} user="ada" prefetchToken />);

    await userEvent.hover(button());
    await waitFor(() => expect(getToken).toHaveBeenCalledOnce());

    expect(getToken).toHaveBeenCalledWith(expect.objectContaining({ reason: "prefetch" }));
  });

  it('"mount" prepares without being shown any intent', () => {
    const connect = createCounting();

    render(<ConnectButton connect={connect} prepareOn="mount" />, { reactStrictMode: false });

    expect(connect.prepares).toBe(1);
  });

  it('"visible" prepares when the button is scrolled to, and once', async () => {
    const connect = createCounting();
    render(
      <>
        <div style={{ height: "300vh" }} />
        <ConnectButton connect={connect} prepareOn="visible" />
      </>,
    );
    await nextFrames();
    expect(connect.prepares).toBe(0);

    button().scrollIntoView();
    await waitFor(() => expect(connect.prepares).toBe(1));
    scrollTo(0, 0);
    await nextFrames();
    button().scrollIntoView();
    await nextFrames();

    expect(connect.prepares).toBe(1);
  });

  it('"visible" stops watching a button that has left', async () => {
    const connect = createCounting();
    const { unmount, container } = render(
      <>
        <div style={{ height: "300vh" }} />
        <ConnectButton connect={connect} prepareOn="visible" />
      </>,
    );
    const left = button();
    await nextFrames();

    unmount();
    container.append(left);
    left.scrollIntoView();
    await nextFrames();

    expect(connect.prepares).toBe(0);
    left.remove();
  });

  it.each(["none", "mount", "visible"] as const)(
    '"%s" does nothing for hover, focus, touch or press',
    async (prepareOn) => {
      const connect = createCounting();
      render(<ConnectButton connect={connect} prepareOn={prepareOn} />);
      await nextFrames();
      const before = connect.prepares;

      await showIntent();

      expect(connect.prepares).toBe(before);
    },
  );

  it('"none" fetches everything with the click', async () => {
    const vendor = createFakeVendor();
    render(<ConnectButton {...vendor.options} prepareOn="none" />);
    await showIntent();

    await userEvent.click(button());
    await waitFor(() => expect(button().dataset["status"]).toBe("open"));

    expect(vendor.loads).toBe(1);
  });

  it("leaves the user's own handlers of intent alone", async () => {
    const connect = createCounting();
    const heard: string[] = [];
    render(
      <ConnectButton
        connect={connect}
        onPointerEnter={({ type }) => heard.push(type)}
        onFocus={({ type }) => heard.push(type)}
        onTouchStart={({ type }) => heard.push(type)}
        onPointerDown={({ type }) => heard.push(type)}
        onPointerLeave={({ type }) => heard.push(type)}
        onBlur={({ type }) => heard.push(type)}
      />,
    );

    await userEvent.hover(button());
    await userEvent.unhover(button());
    await userEvent.tab();
    await userEvent.tab();
    fireEvent.touchStart(button());
    fireEvent.pointerDown(button());

    expect(heard).toEqual(["pointerenter", "pointerleave", "focus", "blur", "touchstart", "pointerdown"]);
    expect(connect.prepares).toBe(4);
  });

  it("prepares nothing for a disabled button", async () => {
    const connect = createCounting();
    render(<ConnectButton connect={connect} disabled />);

    fireEvent.pointerEnter(button());
    fireEvent.touchStart(button());
    fireEvent.pointerDown(button());

    expect(connect.prepares).toBe(0);
  });

  it("prepares nothing for a button of a disabled fieldset", async () => {
    const connect = createCounting();
    render(
      <fieldset disabled>
        <ConnectButton connect={connect} />
      </fieldset>,
    );

    fireEvent.pointerEnter(button());
    fireEvent.touchStart(button());

    expect(connect.prepares).toBe(0);
  });

  it("prepares nothing when the user's handler prevents it", async () => {
    const connect = createCounting();
    render(<ConnectButton connect={connect} onPointerEnter={(event) => event.preventDefault()} />);

    await userEvent.hover(button());

    expect(connect.prepares).toBe(0);
  });
});
