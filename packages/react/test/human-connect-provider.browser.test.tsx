import { closeStage } from "./setup.js";
import type { ConnectEvent } from "@human-connect/core";
import { ar } from "@human-connect/core/languages/ar";
import { en } from "@human-connect/core/languages/en";
import {
  ConnectButton,
  ConnectionList,
  ConnectStatus,
  HumanConnectProvider,
  useHumanConnect,
  type HumanConnectProviderProps,
  type UseHumanConnect,
  type UseHumanConnectOptions,
} from "@human-connect/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { memo, useState, type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { alder, birch, createFakeVendor } from "../../../test/support/fake-vendor.ts";

/** Shows the hook's state, and gives what it returned last to `into`. */
function Probe({ into, options }: { into: UseHumanConnect[]; options?: UseHumanConnectOptions }): ReactElement {
  const human = useHumanConnect(options);
  into[0] = human;
  return <output>{human.status}</output>;
}

describe("HumanConnectProvider", () => {
  it("lets a button, a list, a status line and a hook tell the same story", async () => {
    const vendor = createFakeVendor();
    const into: UseHumanConnect[] = [];
    render(
      <HumanConnectProvider {...vendor.options}>
        <ConnectButton />
        <ConnectionList />
        <ConnectStatus />
        <Probe into={into} />
      </HumanConnectProvider>,
    );

    await userEvent.click(screen.getByRole("button"));
    await screen.findByText("Continue in the Connect window");
    await vendor.connect(alder);
    expect((await screen.findByRole("listitem")).textContent).toBe("Alder Clinic");
    await vendor.finish(alder);
    await screen.findByText("1 source connected");

    expect(screen.getByRole("button").dataset).toMatchObject({ status: "closed", connected: "" });
    expect(into[0]).toMatchObject({ status: "closed", currentConnections: [alder] });
    expect(vendor.opened.length).toBe(1);
  });

  it("opens once for two buttons", async () => {
    const vendor = createFakeVendor();
    render(
      <HumanConnectProvider {...vendor.options}>
        <ConnectButton>One</ConnectButton>
        <ConnectButton>Two</ConnectButton>
      </HumanConnectProvider>,
    );
    const [one, two] = screen.getAllByRole("button") as [HTMLElement, HTMLElement];

    act(() => {
      one.click();
      two.click();
    });
    await waitFor(() => expect(one.dataset["status"]).toBe("open"));

    expect(two.dataset["status"]).toBe("open");
    expect(vendor.opened.length).toBe(1);
  });

  it("gives its words to everything below", () => {
    const { options } = createFakeVendor();
    render(
      <HumanConnectProvider {...options} locale="es" labels={{ noConnections: "Nada" }} initialConnections={[alder]}>
        <ConnectButton />
        <ConnectionList />
        <ConnectStatus />
      </HumanConnectProvider>,
    );

    expect(screen.getByRole("button").textContent).toBe("Añadir o quitar fuentes");
    expect(screen.getByRole("list", { name: "Tus fuentes" }).children.length).toBe(1);
    expect(screen.getByText("1 fuente conectada").tagName).toBe("P");
  });

  it("lets a component choose words of its own", () => {
    const { options } = createFakeVendor();
    render(
      <HumanConnectProvider {...options} locale="es">
        <ConnectionList locale="en" />
        <ConnectStatus labels={{ noConnections: "Nada de nada" }} />
      </HumanConnectProvider>,
    );

    expect(screen.getByText("Nothing connected yet").className).toBe("human-connect-empty");
    expect(screen.getByText("Nada de nada").className).toBe("human-connect-status");
  });

  it("gives a language to everything below, with its plural forms, and lets a component have another", () => {
    const { options } = createFakeVendor();
    render(
      <HumanConnectProvider {...options} {...ar} initialConnections={[alder, birch]}>
        <ConnectStatus />
        <ConnectStatus {...en} />
        <ConnectionList />
      </HumanConnectProvider>,
    );

    expect(screen.getByText("تم ربط مصدرين").tagName).toBe("P");
    expect(screen.getByText("2 sources connected").tagName).toBe("P");
    expect(screen.getByRole("list", { name: ar.labels.connections }).children.length).toBe(2);
  });

  it("changes the words of everything below when the locale changes", () => {
    const { options } = createFakeVendor();
    const Below = memo(function Below(): ReactElement {
      return (
        <>
          <ConnectButton />
          <ConnectStatus />
        </>
      );
    });
    const { rerender } = render(<HumanConnectProvider {...options} locale="en" children={<Below />} />);

    rerender(<HumanConnectProvider {...options} locale="es" children={<Below />} />);

    expect(screen.getByRole("button").textContent).toBe("Conectar tus datos de salud");
    expect(screen.getByText("Todavía no hay nada conectado").tagName).toBe("P");
  });

  it("renders nothing below again when it renders with the same words", () => {
    let renders = 0;
    const Consumer = memo(function Consumer(): null {
      useHumanConnect();
      renders++;
      return null;
    });
    const { options } = createFakeVendor();
    const { rerender } = render(<HumanConnectProvider {...options} locale="en" children={<Consumer />} />);
    const before = renders;

    rerender(
      <HumanConnectProvider
        {...options}
        locale="en"
        onClose={() => {}}
        getToken={() => "other"}
        children={<Consumer />}
      />,
    );

    expect(renders).toBe(before);
  });

  it("uses its latest options", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const props = (tag: string): HumanConnectProviderProps => ({
      ...vendor.options,
      getToken: () => `token-${tag}`,
      onOpen: ({ type }) => told.push(`${tag} ${type}`),
      children: <ConnectButton />,
    });
    const { rerender } = render(<HumanConnectProvider {...props("first")} />);

    rerender(<HumanConnectProvider {...props("second")} />);
    await userEvent.click(screen.getByRole("button"));
    await waitFor(() => expect(told).toEqual(["second open"]));

    expect(vendor.opened).toMatchObject([{ token: "token-second" }]);
  });

  it("gives defaults to a component with options of its own, which has a connection of its own", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const record =
      (tag: string) =>
      ({ type }: ConnectEvent): number =>
        told.push(`${tag} ${type}`);
    render(
      <HumanConnectProvider
        {...vendor.options}
        segment="adults"
        onOpen={record("provider")}
        onClose={record("provider")}
      >
        <ConnectButton config="special" onOpen={record("button")} />
        <ConnectStatus />
      </HumanConnectProvider>,
    );

    await userEvent.click(screen.getByRole("button"));
    await waitFor(() => expect(screen.getByRole("button").dataset["status"]).toBe("open"));
    closeStage();
    await waitFor(() => expect(screen.getByRole("button").dataset["status"]).toBe("closed"));

    expect(vendor.opened).toMatchObject([{ segment: "adults", config: "special" }]);
    expect(told).toEqual(["button open", "provider close"]);
    expect(screen.getByText("Nothing connected yet").dataset["status"]).toBe("idle");
  });

  it("adds to the defaults of a provider around it, and has a connection of its own", async () => {
    const vendor = createFakeVendor();
    const outer: UseHumanConnect[] = [];
    const inner: UseHumanConnect[] = [];
    render(
      <HumanConnectProvider {...vendor.options} segment="adults" locale="es">
        <Probe into={outer} />
        <HumanConnectProvider config="special">
          <ConnectButton />
          <Probe into={inner} />
        </HumanConnectProvider>
      </HumanConnectProvider>,
    );
    expect(screen.getByRole("button").textContent).toBe("Conectar tus datos de salud");

    await userEvent.click(screen.getByRole("button"));
    await waitFor(() => expect(inner[0]!.status).toBe("open"));

    expect(vendor.opened).toMatchObject([{ segment: "adults", config: "special" }]);
    expect(outer[0]!.status).toBe("idle");
    expect(outer[0]!.connect).not.toBe(inner[0]!.connect);
  });

  it("shares one connection for as long as it is there", () => {
    const { options } = createFakeVendor();
    const into: UseHumanConnect[] = [];
    const seen = new Set<unknown>();
    let count!: (value: number) => void;

    function Page(): ReactElement {
      const [value, setValue] = useState(0);
      count = setValue;
      return (
        <HumanConnectProvider {...options} segment={`segment-${value}`} locale={value % 2 ? "es" : "en"}>
          <Probe into={into} />
        </HumanConnectProvider>
      );
    }
    render(<Page />);
    for (let value = 1; value <= 4; value++) {
      act(() => count(value));
      seen.add(into[0]!.connect);
    }

    expect(seen.size).toBe(1);
  });

  it("keeps the session when the component that opened it leaves", async () => {
    const vendor = createFakeVendor();
    const below = (hasButton: boolean): ReactElement => (
      <HumanConnectProvider {...vendor.options}>
        {hasButton && <ConnectButton />}
        <ConnectStatus />
      </HumanConnectProvider>
    );
    const { rerender } = render(below(true));
    await userEvent.click(screen.getByRole("button"));
    await screen.findByText("Continue in the Connect window");

    rerender(below(false));
    await vendor.finish(alder);

    await screen.findByText("1 source connected");
  });

  it("shares its connection with a button that only says it in other words", async () => {
    const vendor = createFakeVendor();
    render(
      <HumanConnectProvider {...vendor.options}>
        <ConnectButton labels={{ connect: "Add a source" }} locale="es" />
        <ConnectStatus />
      </HumanConnectProvider>,
    );
    expect(screen.getByRole("button").textContent).toBe("Add a source");

    await userEvent.click(screen.getByRole("button"));

    await screen.findByText("Continue in the Connect window");
  });

  it("tells a button that only listens, by its latest callbacks, and tells its own as well", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const record =
      (tag: string) =>
      ({ type }: ConnectEvent): number =>
        told.push(`${tag} ${type}`);
    const page = (tag: string): ReactElement => (
      <HumanConnectProvider {...vendor.options} onClose={record("provider")}>
        <ConnectButton onOpen={record(tag)} onConnect={record(tag)} onClose={record(tag)} />
        <ConnectStatus />
      </HumanConnectProvider>
    );
    const { rerender } = render(page("first"));

    await userEvent.click(screen.getByRole("button"));
    await screen.findByText("Continue in the Connect window");
    rerender(page("second"));
    await vendor.connect(alder);
    await vendor.finish(alder);
    await screen.findByText("1 source connected");

    expect(told.toSorted()).toEqual(["first open", "provider close", "second close", "second connect"]);
  });

  it("shares its connection with a button whose options are all undefined", async () => {
    const vendor = createFakeVendor();
    render(
      <HumanConnectProvider {...vendor.options}>
        <ConnectButton onConnect={undefined} baseUrl={undefined} />
        <ConnectStatus />
      </HumanConnectProvider>,
    );

    await userEvent.click(screen.getByRole("button"));

    await screen.findByText("Continue in the Connect window");
  });

  it("keeps its defaults where a component says undefined", async () => {
    const vendor = createFakeVendor();
    const into: UseHumanConnect[] = [];
    const options = { config: "special", getToken: undefined, client: undefined, baseUrl: undefined };
    render(<HumanConnectProvider {...vendor.options} children={<Probe into={into} options={options} />} />);

    act(() => void into[0]!.open());
    await waitFor(() => expect(into[0]!.status).toBe("open"));

    expect(vendor.opened).toMatchObject([{ config: "special", baseURL: location.origin }]);
  });

  it.each([
    ["alone", {}],
    ["with a connection of its own", { config: "special" }],
  ])("gives each label to a component that has others of its own: %s", (_, options) => {
    render(
      <HumanConnectProvider {...createFakeVendor().options} labels={{ connect: "Share", noConnections: "Nada" }}>
        <ConnectButton {...options} labels={{ retry: "Again" }} />
        <ConnectStatus labels={{ retry: "Again" }} />
      </HumanConnectProvider>,
    );

    const label = document.querySelector<HTMLElement>(".human-connect-label")!;
    expect([label.textContent, document.querySelector<HTMLElement>(".human-connect-room")!.dataset["also"]]).toEqual([
      "Share",
      "Again",
    ]);
    expect(document.querySelector(".human-connect-status")!.textContent).toBe("Nada");
  });

  it("keeps the connections below that have options of their own when its words change", async () => {
    const vendor = createFakeVendor();
    const page = (locale: string): ReactElement => (
      <HumanConnectProvider {...vendor.options} locale={locale} labels={{ cancel: "Back" }}>
        <ConnectButton config="special" />
      </HumanConnectProvider>
    );
    const { rerender } = render(page("en"));
    await userEvent.click(screen.getByRole("button"));
    await waitFor(() => expect(screen.getByRole("button", { hidden: true }).dataset["status"]).toBe("open"));

    rerender(page("es"));

    expect(screen.getByRole("button", { hidden: true }).dataset["status"]).toBe("open");
  });

  it("shows connections that arrive later to components that do not render again", async () => {
    const vendor = createFakeVendor();
    const below = <ConnectionList />;
    const { rerender } = render(<HumanConnectProvider {...vendor.options} children={below} />);

    rerender(<HumanConnectProvider {...vendor.options} initialConnections={[alder]} children={below} />);

    expect((await screen.findByRole("listitem")).textContent).toBe("Alder Clinic");
  });
});
