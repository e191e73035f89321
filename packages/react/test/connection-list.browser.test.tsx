import "./setup.js";
import { ConnectionList, HumanConnectProvider, useHumanConnect, type ConnectionListProps } from "@human-connect/react";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import type { HumanConnectOptions } from "@human-connect/core";
import { alder, birch, createFakeVendor } from "../../../test/support/fake-vendor.ts";

function List({ options, ...props }: ConnectionListProps & { options?: Partial<HumanConnectOptions> }): ReactElement {
  const { connect } = useHumanConnect({ ...createFakeVendor().options, ...options });
  return <ConnectionList connect={connect} {...props} />;
}

const known = { initialConnections: [alder, birch] };

describe("ConnectionList", () => {
  it("is a named list with an item for each source", () => {
    render(<List options={known} />);

    const list = screen.getByRole("list", { name: "Your sources" });

    expect(list.tagName).toBe("UL");
    expect(
      within(list)
        .getAllByRole("listitem")
        .map((item) => item.textContent),
    ).toEqual(["Alder Clinic", "Birch Pharmacy"]);
  });

  it("passes attributes through and adds its class", () => {
    render(<List options={known} className="mine" id="sources" aria-label="My clinics" data-testid="list" />);

    const list = screen.getByRole("list", { name: "My clinics" });

    expect(list).toMatchObject({ id: "sources", className: "human-connect-list mine" });
    expect(list.dataset["testid"]).toBe("list");
  });

  it("draws each source as it is told to", () => {
    render(<List options={known}>{({ id, name }) => <a href={`/sources/${id}`}>{name}</a>}</List>);

    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
      "/sources/a1",
      "/sources/b2",
    ]);
  });

  it.each([
    [undefined, "Nothing connected yet"],
    ["es", "Todavía no hay nada conectado"],
  ])("says in the language %s that it is empty", (locale, text) => {
    render(<List locale={locale} />);

    expect(screen.getByText(text).className).toBe("human-connect-empty");
    expect(screen.queryByRole("list")).toBe(null);
  });

  it("has a name in the language of the page", () => {
    render(<List options={known} locale="es" />);

    expect(screen.getByRole("list", { name: "Tus fuentes" }).children.length).toBe(2);
  });

  it("uses the user's words", () => {
    const labels = { connections: "My clinics", noConnections: "None so far" };
    const { rerender } = render(<List labels={labels} />);
    expect(screen.getByText("None so far").tagName).toBe("P");

    rerender(<List key="full" options={known} labels={labels} />);

    expect(screen.getByRole("list", { name: "My clinics" }).children.length).toBe(2);
  });

  it("adds its class to the line that says it is empty", () => {
    render(<List className="mine" />);

    expect(screen.getByText("Nothing connected yet").className).toBe("human-connect-empty mine");
  });

  it("shows what it is given instead of the empty text", () => {
    const { container } = render(<List empty={<strong>Start here</strong>} />);

    expect(container.innerHTML).toBe("<strong>Start here</strong>");
  });

  it("shows nothing at all when it is empty and told so", () => {
    const { container } = render(<List empty={null} />);

    expect(container.innerHTML).toBe("");
  });

  it("grows and shrinks while Connect is open", async () => {
    const vendor = createFakeVendor();
    let open!: () => unknown;

    function Opener(): ReactElement {
      const human = useHumanConnect();
      open = human.open;
      return <output>{human.status}</output>;
    }
    render(
      <HumanConnectProvider {...vendor.options} initialConnections={[birch]}>
        <Opener />
        <ConnectionList />
      </HumanConnectProvider>,
    );
    const names = (): (string | null)[] => screen.queryAllByRole("listitem").map((item) => item.textContent);
    expect(names()).toEqual(["Birch Pharmacy"]);

    act(() => void open());
    await vendor.connect(birch, alder);
    await waitFor(() => expect(names()).toEqual(["Birch Pharmacy", "Alder Clinic"]));
    await vendor.finish();
    await waitFor(() => expect(names()).toEqual([]));

    expect(screen.getByText("Nothing connected yet").tagName).toBe("P");
  });
});
