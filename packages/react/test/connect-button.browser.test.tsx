import "./setup.js";
import { ConnectButton, ConnectionList, useHumanConnect } from "@human-connect/react";
import { render, screen } from "@testing-library/react";
import { createRef, type ReactElement } from "react";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { alder, createFakeVendor } from "../../../test/support/fake-vendor.ts";

const getToken = (): string => "token";
const button = (): HTMLElement => screen.getByRole("button");
/** The texts whose room the button keeps. */
const kept = (): (string | undefined)[] => {
  const { text, also } = button().querySelector<HTMLElement>(".human-connect-room")?.dataset ?? {};
  return [text, also];
};

describe("ConnectButton", () => {
  it("passes every attribute of a button through", () => {
    render(
      <ConnectButton
        getToken={getToken}
        id="connect"
        name="connect"
        value="1"
        title="Health data"
        tabIndex={-1}
        form="form"
        style={{ color: "red" }}
        data-testid="mine"
        aria-describedby="help"
        aria-haspopup="menu"
      />,
    );

    expect(button().outerHTML).toMatch(/^<button type="button"/);
    expect(Object.fromEntries([...button().attributes].map(({ name, value }) => [name, value]))).toMatchObject({
      id: "connect",
      name: "connect",
      value: "1",
      title: "Health data",
      tabindex: "-1",
      form: "form",
      style: "color: red;",
      "data-testid": "mine",
      "aria-describedby": "help",
      "aria-haspopup": "menu",
    });
  });

  it("submits no form, although a wrapper passes an undefined type on", () => {
    render(<ConnectButton getToken={getToken} type={undefined} />);
    expect(button().getAttribute("type")).toBe("button");
  });

  it.each([
    ["false", false],
    ["an empty text", ""],
    ["a space", " "],
    ["an empty list", []],
    ["a list of nothing", [false, null, ""]],
  ])("has the label of its language for %s as content", (_, children) => {
    render(<ConnectButton getToken={getToken}>{children}</ConnectButton>);
    expect(button().textContent).toBe("Connect your health data");
  });

  it("speaks the language of the connection that it was given, the latest one, with own words before it", () => {
    function Page({ locale }: { locale: string }): ReactElement {
      const { connect } = useHumanConnect({ getToken, locale, labels: { noConnections: "–" } });
      return (
        <>
          <ConnectButton connect={connect} />
          <ConnectButton connect={connect} labels={{ connect: "Hallo" }} />
          <ConnectionList connect={connect} />
        </>
      );
    }
    const { rerender, container } = render(<Page locale="es" />);
    expect(container.textContent).toBe("Conectar tus datos de saludHallo–");

    rerender(<Page locale="en" />);

    expect(container.textContent).toBe("Connect your health dataHallo–");
  });

  it("is there in a simulated page, which sees nothing", () => {
    vi.stubGlobal("IntersectionObserver", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());

    render(<ConnectButton getToken={getToken} prepareOn="visible" />);

    expect(button().dataset["status"]).toBe("idle");
  });

  it("writes no option of the core on the button", () => {
    const { options } = createFakeVendor();

    render(
      <ConnectButton
        {...options}
        user="jane"
        mode="auth"
        segment="adults"
        locale="en"
        labels={{}}
        debug={false}
        warmFrame={false}
        prepareOn="none"
        closeOnUnmount
        onOpen={() => {}}
        onError={() => {}}
      />,
    );

    expect([...button().attributes].map(({ name }) => name).toSorted()).toEqual([
      "aria-haspopup",
      "class",
      "data-status",
      "type",
    ]);
  });

  it("submits a form only when it is told to", () => {
    const { rerender } = render(<ConnectButton getToken={getToken} />);
    expect(button().getAttribute("type")).toBe("button");

    rerender(<ConnectButton getToken={getToken} type="submit" />);

    expect(button().getAttribute("type")).toBe("submit");
  });

  it("adds its class to that of the user", () => {
    const { rerender } = render(<ConnectButton getToken={getToken} />);
    expect(button().className).toBe("human-connect-button");

    rerender(<ConnectButton getToken={getToken} className="mine wide" />);

    expect(button().className).toBe("human-connect-button mine wide");
  });

  it("gives the button to an object ref, and null when it leaves", () => {
    const ref = createRef<HTMLButtonElement>();
    const { unmount } = render(<ConnectButton ref={ref} getToken={getToken} />);
    expect(ref.current).toBe(button());

    unmount();

    expect(ref.current).toBe(null);
  });

  it("gives the button to a callback ref, and null when it leaves", () => {
    const ref = vi.fn<(element: HTMLButtonElement | null) => void>();
    const { unmount } = render(<ConnectButton ref={ref} getToken={getToken} />);
    expect(ref).toHaveBeenLastCalledWith(button());

    unmount();

    expect(ref).toHaveBeenLastCalledWith(null);
  });

  it("calls a callback ref that stays the same only when the button comes and goes", () => {
    const ref = vi.fn<(element: HTMLButtonElement | null) => void>();
    const { rerender } = render(<ConnectButton ref={ref} getToken={getToken} />, { reactStrictMode: false });

    rerender(<ConnectButton ref={ref} getToken={getToken} title="Again" />);

    expect(ref).toHaveBeenCalledOnce();
  });

  it("says that it opens a dialog and shows where things stand", () => {
    render(<ConnectButton getToken={getToken} />);

    expect(button().getAttribute("aria-haspopup")).toBe("dialog");
    expect(button().dataset["status"]).toBe("idle");
    expect(button().hasAttribute("aria-busy")).toBe(false);
    expect(button().hasAttribute("data-connected")).toBe(false);
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("marks a person who has connected something", () => {
    render(<ConnectButton getToken={getToken} initialConnections={[alder]} />);

    expect(button().dataset["connected"]).toBe("");
  });

  it("offers somebody who has connected something to add or remove sources, and keeps the room of both labels", () => {
    render(<ConnectButton getToken={getToken} initialConnections={[alder]} />);

    expect(screen.getByRole("button", { name: "Add or remove sources" })).toBe(button());
    expect(kept()).toEqual(["Connect your health data", "Try again"]);
  });

  it("keeps a label of the user when something is connected", () => {
    render(
      <ConnectButton getToken={getToken} initialConnections={[alder]}>
        Share
      </ConnectButton>,
    );

    expect(button().textContent).toBe("Share");
    expect(kept()).toEqual(["Share", "Try again"]);
  });

  it("hides its icon from screen readers", () => {
    render(<ConnectButton getToken={getToken} />);

    expect(button().querySelector(".human-connect-icon")!.getAttribute("aria-hidden")).toBe("true");
    expect(screen.getByRole("button", { name: "Connect your health data" })).toBe(button());
  });
});

describe("the label of ConnectButton", () => {
  it.each<[of: string, props: Partial<Parameters<typeof ConnectButton>[0]>, text: string]>([
    ["English", {}, "Connect your health data"],
    ["Spanish", { locale: "es" }, "Conectar tus datos de salud"],
    ["a Spanish region", { locale: "es-MX" }, "Conectar tus datos de salud"],
    ["a language that is not built in", { locale: "fr" }, "Connect your health data"],
    ["the user's words", { locale: "es", labels: { connect: "Vincular" } }, "Vincular"],
    ["the user's children", { labels: { connect: "Link" }, children: "Share my records" }, "Share my records"],
  ])("is %s", (_of, props, text) => {
    render(<ConnectButton {...({ getToken, ...props } as Parameters<typeof ConnectButton>[0])} />);

    expect(button().textContent).toBe(text);
  });

  it("can be any node", () => {
    render(
      <ConnectButton getToken={getToken}>
        <b>Share</b> my records
      </ConnectButton>,
    );

    expect(button().querySelector(".human-connect-label")!.innerHTML).toBe("<b>Share</b><span> my records</span>");
  });

  it("is replaced as a whole by a function of the state", () => {
    render(
      <ConnectButton getToken={getToken} initialConnections={[alder]}>
        {({ status, currentConnections }): ReactElement => (
          <i>
            {status}: {currentConnections.length}
          </i>
        )}
      </ConnectButton>,
    );

    expect(button().innerHTML).toBe("<i>idle: 1</i>");
  });

  it("keeps room for the retry label, so that the box stays as it is", () => {
    render(<ConnectButton getToken={getToken}>Share</ConnectButton>);

    expect(kept()).toEqual(["Share", "Try again"]);
  });

  it("follows the locale when it changes", () => {
    const { rerender } = render(<ConnectButton getToken={getToken} />);

    rerender(<ConnectButton getToken={getToken} locale="es" />);

    expect(button().textContent).toBe("Conectar tus datos de salud");
  });
});
