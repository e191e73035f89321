// @vitest-environment jsdom
import { createFakeClient } from "@human-connect/core/testing";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { HealthData } from "./health-data.js";

const clinic = { id: "a1", name: "Alder Clinic" };
const pharmacy = { id: "b2", name: "Birch Pharmacy" };

afterEach(cleanup);

test("lists what a person has connected, and tells the page at the end", async () => {
  const onClose = vi.fn();
  const fake = createFakeClient(({ connect, close }) => {
    connect([clinic, pharmacy]);
    close();
  });
  render(<HealthData client={fake} getToken={() => "token"} onClose={onClose} />);

  await userEvent.click(screen.getByRole("button", { name: "Connect your health data" }));
  await act(() => fake.opened());

  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([clinic.name, pharmacy.name]);
  expect(onClose.mock.lastCall![0]).toMatchObject({
    reason: "finished",
    session: { currentConnections: [clinic, pharmacy] },
  });
});

test("takes a source off the list while Connect is still open", async () => {
  const fake = createFakeClient();
  render(<HealthData client={fake} getToken={() => "token"} initialConnections={[clinic]} />);

  await userEvent.click(screen.getByRole("button"));
  await act(async () => (await fake.opened()).disconnect(clinic));

  expect(screen.getByText("Nothing connected yet")).toBeTruthy();
  await act(() => fake.reset());
});

test("asks for a fresh token when Connect finds the first one expired", async () => {
  const getToken = vi.fn(() => "token");
  const fake = createFakeClient(({ expire, close }) => (fake.sessions.length === 1 ? expire() : close()));
  render(<HealthData client={fake} getToken={getToken} />);

  await userEvent.click(screen.getByRole("button"));

  await waitFor(() => expect(screen.getByRole("button").dataset["status"]).toBe("closed"));
  expect(getToken.mock.calls).toMatchObject([[{ reason: "open" }], [{ reason: "expired" }]]);
});

test("offers another try after an error, and the second try works", async () => {
  const fake = createFakeClient(({ connect, close }) => {
    connect(clinic);
    close();
  });
  render(<HealthData client={fake} getToken={() => "token"} />);
  fake.fail("client-failed");

  await userEvent.click(screen.getByRole("button"));
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));

  expect(await screen.findByText(clinic.name)).toBeTruthy();
});
