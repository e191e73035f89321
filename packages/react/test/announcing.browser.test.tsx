import "./setup.js";
import { ConnectButton, ConnectCard, HumanConnectProvider } from "@human-connect/react";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { alder, createFakeVendor } from "../../../test/support/fake-vendor.ts";

const failing = { load: () => Promise.reject(new Error("no network")) };
const regions = (): (string | null)[] => screen.getAllByRole("status").map(({ textContent }) => textContent);
const untilAll = (status: string): Promise<void> =>
  waitFor(() => {
    for (const { dataset } of screen.getAllByRole("button")) expect(dataset["status"]).toBe(status);
  });

it("says once what a session has changed, however many buttons and cards there are", async () => {
  const vendor = createFakeVendor();
  render(
    <HumanConnectProvider {...vendor.options}>
      <ConnectButton />
      <ConnectButton locale="es" />
      <ConnectCard />
    </HumanConnectProvider>,
  );

  await userEvent.click(screen.getAllByRole("button")[1]!);
  await vendor.connect(alder);
  await vendor.finish(alder);
  await untilAll("closed");

  expect(regions()).toEqual(["Alder Clinic connected. 1 source connected.", "", ""]);
});

it("shows beside each button what went wrong, and says it once", async () => {
  const { options } = createFakeVendor();
  const { container } = render(
    <HumanConnectProvider {...options} client={failing}>
      <ConnectButton />
      <ConnectButton />
      <ConnectButton message="hidden" />
    </HumanConnectProvider>,
  );

  await userEvent.click(screen.getAllByRole("button")[0]!);
  await untilAll("error");

  const text = screen.getAllByRole("status")[0]!.textContent;
  expect(text).toMatch(/^Connect could not be opened/);
  expect(regions()).toEqual([text, ""]);
  expect([...container.querySelectorAll(".human-connect-status")].map(({ textContent }) => textContent)).toEqual([
    text,
    text,
  ]);
});

it("announces a failure whose line is hidden", async () => {
  const { options } = createFakeVendor();
  const { container } = render(<ConnectButton {...options} client={failing} message="hidden" />);

  await userEvent.click(screen.getByRole("button"));
  await untilAll("error");

  expect(regions()).toEqual([expect.stringMatching(/^Connect could not be opened/)]);
  expect(container.querySelector(".human-connect-status")).toBe(null);
});
