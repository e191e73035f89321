import { closeStage, findStage } from "./setup.js";
import { ConnectButton, useHumanConnect } from "@human-connect/react";
import type { ConnectClient, ConnectEvent, TokenGrant } from "@human-connect/core";
import { fireEvent, render, renderHook, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { alder, createFakeVendor } from "../../../test/support/fake-vendor.ts";

const button = (): HTMLElement => screen.getByRole("button");
const live = (): HTMLElement => screen.getByRole("status");
const untilShown = (status: string): Promise<void> => waitFor(() => expect(button().dataset["status"]).toBe(status));

/** A promise and its end. */
function pending<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

describe("a click on ConnectButton", () => {
  it("opens Connect", async () => {
    const vendor = createFakeVendor();
    render(<ConnectButton {...vendor.options} />);

    await userEvent.click(button());
    await untilShown("open");

    expect(vendor.opened).toMatchObject([{ token: "token", baseURL: location.origin }]);
  });

  it("is one press of Enter or Space away for a keyboard", async () => {
    const vendor = createFakeVendor();
    render(<ConnectButton {...vendor.options} />);

    await userEvent.tab();
    expect(document.activeElement).toBe(button());
    await userEvent.keyboard("{Enter}");
    await untilShown("open");
    closeStage();
    await untilShown("closed");
    button().focus();
    await userEvent.keyboard(" ");
    await untilShown("open");

    expect(vendor.opened.length).toBe(2);
  });

  it("shows and announces that Connect is loading", async () => {
    const token = pending<TokenGrant>();
    const { options } = createFakeVendor();
    render(<ConnectButton {...options} getToken={() => token.promise} />);

    fireEvent.click(button());

    expect(button().dataset["status"]).toBe("loading");
    expect(button().getAttribute("aria-busy")).toBe("true");
    await waitFor(() => expect(live().textContent).toBe("Opening Connect…"));
    token.resolve("token");
    await untilShown("open");
    expect(button().hasAttribute("aria-busy")).toBe(false);
    // React renders a store at once, and what is announced in a task of its own.
    await waitFor(() => expect(live().textContent).toBe(""));
  });

  it("announces loading in the language of the page", async () => {
    const token = pending<TokenGrant>();
    const { options } = createFakeVendor();
    render(<ConnectButton {...options} getToken={() => token.promise} locale="es" />);

    fireEvent.click(button());

    await waitFor(() => expect(live().textContent).toBe("Abriendo Connect…"));
    token.resolve("token");
    await untilShown("open");
  });

  it("moves the focus to the button, as not every browser does by itself", async () => {
    const { options } = createFakeVendor();
    render(<ConnectButton {...options} getToken={() => new Promise(() => {})} />);

    fireEvent.click(button());

    expect(document.activeElement).toBe(button());
  });

  it("gets the focus back when it has its new name, so that this is what is heard", async () => {
    const vendor = createFakeVendor();
    render(<ConnectButton {...vendor.options} />);
    await userEvent.click(button());
    await untilShown("open");
    const names: (string | null)[] = [];
    button().focus = () => names.push(button().textContent);

    findStage()!.shadowRoot!.querySelector("iframe")!.remove();

    await waitFor(() => expect(names[0]).toContain("Try again"));
  });

  it("runs the user's handler before anything else", async () => {
    const order: string[] = [];
    const vendor = createFakeVendor();
    const getToken = (): string => {
      order.push("getToken");
      return "token";
    };
    render(
      <ConnectButton
        {...vendor.options}
        getToken={getToken}
        onClick={() => order.push(`click while ${button().dataset["status"]}`)}
      />,
    );

    await userEvent.click(button());
    await untilShown("open");

    expect(order).toEqual(["click while idle", "getToken"]);
  });

  it("opens nothing when the user's handler prevents it", async () => {
    const vendor = createFakeVendor();
    const getToken = vi.fn(() => "token");
    render(<ConnectButton {...vendor.options} getToken={getToken} onClick={(event) => event.preventDefault()} />);

    await userEvent.click(button());

    expect(button().dataset["status"]).toBe("idle");
    expect(getToken).not.toHaveBeenCalled();
  });

  it("does nothing on a disabled button", async () => {
    const vendor = createFakeVendor();
    const onClick = vi.fn();
    render(<ConnectButton {...vendor.options} disabled onClick={onClick} />);

    await userEvent.click(button());

    expect(button().dataset["status"]).toBe("idle");
    expect(onClick).not.toHaveBeenCalled();
  });

  it("opens the connection that the button was given instead of options", async () => {
    const vendor = createFakeVendor();
    const { result } = renderHook(() => useHumanConnect(vendor.options));
    render(<ConnectButton connect={result.current.connect} locale="es" />);
    expect(button().textContent).toBe("Conectar tus datos de salud");

    await userEvent.click(button());
    await untilShown("open");

    expect(result.current.status).toBe("open");
  });

  it("marks the button as soon as a source is connected", async () => {
    const vendor = createFakeVendor();
    render(<ConnectButton {...vendor.options} />);
    await userEvent.click(button());
    await vendor.connect(alder);

    await waitFor(() => expect(button().dataset["connected"]).toBe(""));

    expect(button().dataset["status"]).toBe("open");
  });

  it("tells the latest callbacks, whatever the options were when it was clicked", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const record =
      (tag: string) =>
      ({ type }: ConnectEvent): number =>
        told.push(`${tag} ${type}`);
    const props = (tag: string) => ({ onOpen: record(tag), onConnect: record(tag), onClose: record(tag) });
    const { rerender } = render(<ConnectButton {...vendor.options} {...props("first")} />);

    await userEvent.click(button());
    await untilShown("open");
    rerender(<ConnectButton {...vendor.options} {...props("second")} />);
    await vendor.connect(alder);
    await vendor.finish(alder);
    await untilShown("closed");

    expect(told).toEqual(["first open", "second connect", "second close"]);
    expect(vendor.opened.length).toBe(1);
  });
});

describe("ConnectButton after an error", () => {
  const failing: ConnectClient = { load: () => Promise.reject(new Error("no network")) };

  it("offers to try again and says what went wrong, in plain words", async () => {
    const { options } = createFakeVendor();
    const onError = vi.fn<(event: ConnectEvent<"error">) => void>();
    render(
      <ConnectButton {...options} client={failing} onError={onError}>
        Share
      </ConnectButton>,
    );

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Try again");
    expect(live().textContent).toBe("Connect could not be opened. Try again.");
    expect(onError).toHaveBeenCalledExactlyOnceWith({
      type: "error",
      error: expect.objectContaining({ code: "client-failed" }),
    });
  });

  it("says so in the language of the page", async () => {
    const { options } = createFakeVendor();
    render(<ConnectButton {...options} client={failing} locale="es" />);

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Intentar de nuevo");
    expect(live().textContent).toBe("No se pudo abrir Connect. Inténtalo de nuevo.");
  });

  it("says it in the user's words", async () => {
    const { options } = createFakeVendor();
    const labels = { retry: "Once more", errorFailed: "That did not work." };
    render(<ConnectButton {...options} client={failing} labels={labels} />);

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Once more");
    expect(live().textContent).toBe("That did not work.");
  });

  it("leaves every word to a function of the state", async () => {
    const { options } = createFakeVendor();
    render(
      <ConnectButton {...options} client={failing}>
        {(state) => (state.status === "error" ? `Failed: ${state.error.code}` : "Go")}
      </ConnectButton>,
    );

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Failed: client-failed");
  });

  it("opens with the next click when the cause has gone", async () => {
    const vendor = createFakeVendor();
    const { rerender } = render(<ConnectButton {...vendor.options} client={failing} />);
    await userEvent.click(button());
    await untilShown("error");

    rerender(<ConnectButton {...vendor.options} />);
    await userEvent.click(button());
    await untilShown("open");

    await waitFor(() => expect(live().textContent).toBe(""));
  });
});

describe("two buttons of their own", () => {
  it("share the page: the second says that Connect is open already", async () => {
    const vendor = createFakeVendor();
    render(
      <>
        <ConnectButton {...vendor.options}>One</ConnectButton>
        <ConnectButton {...vendor.options}>Two</ConnectButton>
      </>,
    );
    const [one, two] = screen.getAllByRole("button") as [HTMLElement, HTMLElement];

    fireEvent.click(one);
    await waitFor(() => expect(one.dataset["status"]).toBe("open"));
    fireEvent.click(two);
    await waitFor(() => expect(two.dataset["status"]).toBe("error"));

    expect(two.parentElement!.textContent).toContain(
      "Connect is already open on this page. Finish there or close it first.",
    );
    expect(one.dataset["status"]).toBe("open");
  });
});
