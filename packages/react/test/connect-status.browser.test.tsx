import "./setup.js";
import type { ConnectClient, HumanConnectOptions } from "@human-connect/core";
import { ConnectStatus, useHumanConnect, type ConnectStatusProps, type UseHumanConnect } from "@human-connect/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { alder, birch, createFakeVendor } from "../../../test/support/fake-vendor.ts";

let human: UseHumanConnect;

function Status({ options, ...props }: ConnectStatusProps & { options?: Partial<HumanConnectOptions> }): ReactElement {
  human = useHumanConnect({ ...createFakeVendor().options, ...options });
  return <ConnectStatus data-testid="line" connect={human.connect} {...props} />;
}

const line = (): HTMLElement => screen.getByTestId("line");
const open = (): void => act(() => void human.open());
const until = (status: string): Promise<void> => waitFor(() => expect(line().dataset["status"]).toBe(status));

const texts = {
  en: {
    counts: ["Nothing connected yet", "1 source connected", "2 sources connected"],
    loading: "Opening Connect…",
    open: "Continue in the Connect window",
    error: "Connect could not be opened. Try again.",
  },
  es: {
    counts: ["Todavía no hay nada conectado", "1 fuente conectada", "2 fuentes conectadas"],
    loading: "Abriendo Connect…",
    open: "Continúa en la ventana de Connect",
    error: "No se pudo abrir Connect. Inténtalo de nuevo.",
  },
};

describe.each(["en", "es"] as const)("ConnectStatus in %s", (locale) => {
  const words = texts[locale];

  it.each([[[]], [[alder]], [[alder, birch]]])("counts %j before anybody has opened Connect", (initialConnections) => {
    render(<Status options={{ initialConnections }} locale={locale} />);

    expect(line().textContent).toBe(words.counts[initialConnections.length]);
  });

  it("says that Connect is loading, is open, and what has come of it", async () => {
    const vendor = createFakeVendor();
    render(<Status options={vendor.options} locale={locale} />);

    open();
    expect(line().textContent).toBe(words.loading);
    await until("open");
    expect(line().textContent).toBe(words.open);
    await vendor.finish(alder);
    await until("closed");

    expect(line().textContent).toBe(words.counts[1]);
  });

  it("says what went wrong in the language of the options", async () => {
    const client: ConnectClient = { load: () => Promise.reject(new Error("blocked")) };
    render(<Status options={{ client, locale }} locale={locale} />);

    open();
    await until("error");

    expect(line().textContent).toBe(words.error);
  });
});

describe("ConnectStatus", () => {
  it("is announced only when it is asked to be, because the button does so already", () => {
    const { rerender } = render(<Status />);
    expect(line().hasAttribute("role")).toBe(false);

    rerender(<Status live />);

    expect(line().getAttribute("role")).toBe("status");
  });

  it("passes attributes through and adds its class", () => {
    render(<Status id="line" className="mine" role="note" />);

    expect(line()).toMatchObject({ tagName: "P", id: "line", className: "human-connect-status mine" });
    expect(line().getAttribute("role")).toBe("note");
  });

  it("says it in the words of a function of the state", () => {
    render(
      <Status options={{ initialConnections: [alder] }}>
        {(state) => `${state.status}, ${state.currentConnections[0]!.name}`}
      </Status>,
    );

    expect(line().textContent).toBe("idle, Alder Clinic");
  });

  it("fills the count into the user's words", () => {
    render(<Status options={{ initialConnections: [alder, birch] }} labels={{ manyConnections: "{count} so far" }} />);

    expect(line().textContent).toBe("2 so far");
  });
});
