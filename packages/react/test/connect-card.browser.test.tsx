import { closeStage } from "./setup.js";
import { ConnectCard, HumanConnectProvider, useHumanConnect, type ConnectCardProps } from "@human-connect/react";
import type { ListedSource } from "@human-connect/core/face";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef, type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { alder, birch, createFakeVendor } from "../../../test/support/fake-vendor.ts";

const button = (): HTMLElement => screen.getByRole("button");
const untilShown = (status: string): Promise<void> => waitFor(() => expect(button().dataset["status"]).toBe(status));
const lines = (): (string | null)[] => screen.getAllByRole("listitem").map(({ textContent }) => textContent);

describe("ConnectCard", () => {
  it("has a heading, a word on privacy, an empty list, a button and a quiet status line", () => {
    const { container } = render(<ConnectCard {...createFakeVendor().options} />);

    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Your health data");
    expect(container.querySelector(".human-connect-privacy")?.textContent).toContain("You choose what to share");
    expect(screen.getByText("Nothing connected yet").className).toBe("human-connect-empty");
    expect(button().textContent).toBe("Connect your health data");
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it.each([[null], [false], [""], [[]]])("leaves a heading and a privacy line of %j out", (content) => {
    const { container } = render(
      <ConnectCard {...createFakeVendor().options} heading={content} privacy={content} empty="None" />,
    );

    expect(container.querySelector("h2, .human-connect-privacy")).toBe(null);
    expect(button().textContent).toBe("Connect your health data");
  });

  it("speaks Spanish, and the customer's own words", () => {
    render(<ConnectCard {...createFakeVendor().options} locale="es" labels={{ privacy: "Privado" }} />);

    expect(screen.getByRole("heading").textContent).toBe("Tus datos de salud");
    expect(screen.getByText("Privado").className).toBe("human-connect-privacy");
  });

  it("shows each source with its state, and asks for another one", () => {
    render(<ConnectCard {...createFakeVendor().options} initialConnections={[alder, birch]} />);

    expect(lines()).toEqual(["Alder ClinicConnected", "Birch PharmacyConnected"]);
    expect(button().textContent).toBe("Add or remove sources");
    expect(screen.getByText("2 sources connected").className).toBe("human-connect-status");
  });

  it("tells what a session has done, source by source", async () => {
    const vendor = createFakeVendor();
    render(<ConnectCard {...vendor.options} initialConnections={[alder]} />);

    await userEvent.click(button());
    await vendor.connect(alder, birch);
    await waitFor(() => expect(lines()).toEqual(["Alder ClinicJust connected", "Birch PharmacyJust connected"]));
    await vendor.finish(alder, birch);
    await untilShown("closed");

    expect(screen.getAllByRole("listitem").map(({ dataset }) => dataset["status"])).toEqual(["added", "added"]);
    expect(screen.getByText("2 sources connected").className).toBe("human-connect-status");
    expect(screen.getByRole("status").textContent).toBe(
      "Alder Clinic and Birch Pharmacy connected. 2 sources connected.",
    );
  });

  it("announces loading and errors once, and tries again", async () => {
    const { options } = createFakeVendor();
    let calls = 0;
    const getToken = (): Promise<string> =>
      calls++ ? Promise.resolve("token") : Promise.reject(new Error("the backend is down"));
    render(<ConnectCard {...options} getToken={getToken} />);

    await userEvent.click(button());
    await untilShown("error");

    expect(screen.getByRole("status").textContent).toBe("Connect could not be opened. Try again.");
    expect(button().textContent).toBe("Try again");
    await userEvent.click(button());
    await untilShown("open");
  });

  it("lets every part be replaced", () => {
    render(
      <ConnectCard
        {...createFakeVendor().options}
        initialConnections={[alder]}
        heading={<em>Records</em>}
        headingLevel={3}
        privacy={<a href="/privacy">Privacy</a>}
        source={({ name, status }: ListedSource) => `${name}: ${status}`}
        button={({ currentConnections }) => `More than ${currentConnections.length}`}
        status={({ status }) => `Now ${status}`}
      >
        <footer>Help</footer>
      </ConnectCard>,
    );

    expect(within(screen.getByRole("heading", { level: 3 })).getByText("Records").tagName).toBe("EM");
    expect(screen.getByRole("link", { name: "Privacy" })).toBeTruthy();
    expect(lines()).toEqual(["Alder Clinic: connected"]);
    expect(button().textContent).toBe("More than 1");
    expect(screen.getByText("Now idle").parentElement!.className).toBe("human-connect-status");
    expect(screen.getByText("Help").parentElement?.className).toBe("human-connect-card");
  });

  it("leaves out what is null", () => {
    render(<ConnectCard {...createFakeVendor().options} heading={null} privacy={null} empty={null} />);

    expect(screen.queryByRole("heading")).toBe(null);
    expect(screen.getByRole("button").closest("section")?.textContent).toBe("Connect your health data");
  });

  it("gives everything else to the section", () => {
    const ref = createRef<HTMLElement>();
    render(<ConnectCard {...createFakeVendor().options} ref={ref} id="card" className="mine" disabled />);

    expect(ref.current).toMatchObject({ tagName: "SECTION", id: "card", className: "human-connect-card mine" });
    expect((button() as HTMLButtonElement).disabled).toBe(true);
  });

  it("shares the connection of its provider, or one that it is given", async () => {
    const vendor = createFakeVendor();
    function Status(): ReactElement {
      return <output>{useHumanConnect().status}</output>;
    }
    const own = createFakeVendor();
    function Given(props: Pick<ConnectCardProps, "heading">): ReactElement {
      const { connect } = useHumanConnect({ ...own.options, initialConnections: [birch] });
      return <ConnectCard connect={connect} {...props} />;
    }
    render(
      <HumanConnectProvider {...vendor.options}>
        <ConnectCard heading="Shared" />
        <Status />
        <Given heading="Given" />
      </HumanConnectProvider>,
    );

    await userEvent.click(screen.getAllByRole("button")[0]!);
    await waitFor(() => expect(vendor.opened).toHaveLength(1));

    await waitFor(() => expect(document.querySelector("output")?.textContent).toBe("open"));
    expect(lines()).toEqual(["Birch PharmacyConnected"]);
  });

  it("shows Connect in its own box, with one status line", async () => {
    render(<ConnectCard {...createFakeVendor().options} inline />);

    await userEvent.click(button());
    await untilShown("open");

    const stage = document.querySelector("[data-human-connect-stage]")!;
    expect(stage.closest(".human-connect-card .human-connect-inline")).toBeTruthy();
    expect(document.querySelectorAll(".human-connect-actions .human-connect-status")).toHaveLength(1);
    closeStage();
    await untilShown("closed");
  });
});
