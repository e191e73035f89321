import { createFakeClient } from "@human-connect/core/testing";
import "@human-connect/element/define";
import { within } from "@testing-library/dom";
import { userEvent } from "@testing-library/user-event";
import { screen } from "shadow-dom-testing-library";
import { afterEach, beforeEach, expect, test } from "vitest";

const fake = createFakeClient();
let host;

beforeEach(async () => {
  document.body.innerHTML = `
    <human-connect-button id="connect">Connect your health data</human-connect-button>
    <human-connect-list for="connect"></human-connect-list>`;
  host = document.querySelector("human-connect-button");
  host.options = { client: fake, getToken: () => "token" };
  await host.updateComplete;
});
afterEach(() => fake.reset());

test("finds by its role what any element shows", async () => {
  await userEvent.click(screen.getByShadowRole("button", { name: "Connect your health data" }));

  (await fake.opened()).connect({ id: "a1", name: "Alder Clinic" });

  expect((await screen.findByShadowRole("listitem")).textContent).toBe("Alder Clinic");
});

test("finds by its role what this element shows", async () => {
  await userEvent.click(within(host.shadowRoot).getByRole("button", { name: "Connect your health data" }));

  expect((await fake.opened()).isOpen).toBe(true);
});
