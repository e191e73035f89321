import "./setup.js";
import { createFakeClient } from "@human-connect/core/testing";
import { ConnectButton, ConnectCard, ConnectionList, ConnectStatus, HumanConnectProvider } from "@human-connect/react";
import { act, render, screen, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { alder, birch } from "../../../test/support/fake-vendor.ts";
import { translatePage, translators } from "../../../test/support/translate-page.ts";

const fake = createFakeClient();
const options = { client: fake, getToken: () => "token", warmFrame: false };

describe.each(translators)("as %s translates", (translator) => {
  it.each<[name: string, face: ReactElement]>([
    ["a button whose label is several texts", <ConnectButton {...options}>Connect {2} more</ConnectButton>],
    [
      "a button that says everything itself",
      <ConnectButton {...options}>
        {({ status }) => (status === "error" ? ["Again", "!"] : ["Connect ", status, <b key="b">now</b>])}
      </ConnectButton>,
    ],
    [
      "a card whose parts are texts",
      <ConnectCard
        {...options}
        heading={["Your ", 2, " sources"]}
        empty={
          <>
            Nothing {"here"} <i>yet</i>
          </>
        }
        source={({ name, status }) => [name, ", ", status]}
        status={({ status }) => (status === "open" ? "Go on there" : [status, " now"])}
      />,
    ],
    [
      "parts of one provider",
      <HumanConnectProvider {...options}>
        <ConnectionList empty="Nothing here yet">{({ name }) => name}</ConnectionList>
        <ConnectStatus>{({ status }) => [status, status === "error" && " oh"]}</ConnectStatus>
        <ConnectButton />
      </HumanConnectProvider>,
    ],
  ])("%s lives on when the browser has translated the page", async (_name, face) => {
    render(
      <main>
        <h1>Settings</h1>
        {face}
      </main>,
    );
    const click = (): void => act(() => screen.getByRole("button").click());

    translatePage(translator);
    fake.fail("client-failed");
    click();
    await waitFor(() => expect(screen.getByRole("button").dataset["status"]).toBe("error"));
    translatePage(translator);
    click();
    await act(async () => (await fake.opened()).connect([alder, birch]));
    translatePage(translator);
    act(() => fake.disconnect([alder, birch]));
    await act(() => fake.reset());

    expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("Settings");
    expect(screen.getByRole("button").dataset["status"]).toBe("closed");
  });

  it("texts that the kit swaps are the new ones, not what was translated before", async () => {
    render(<ConnectButton {...options}>Connect {2} more</ConnectButton>);

    translatePage(translator);
    fake.fail("client-failed");
    act(() => screen.getByRole("button").click());

    expect((await screen.findByRole("button", { name: "Try again" })).textContent).toBe("Try again");
  });
});
