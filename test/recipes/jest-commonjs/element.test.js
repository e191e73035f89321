import { createFakeClient } from "@human-connect/core/testing";
import "@human-connect/element/define";
import { fireEvent } from "@testing-library/dom";
import { userEvent } from "@testing-library/user-event";
import { screen } from "shadow-dom-testing-library";

/** Puts a button on the page, and the ways in which a test clicks it. */
async function showButton(client) {
  const host = document.createElement("human-connect-button");
  host.textContent = "Connect your health data";
  host.options = { client, getToken: () => "token" };
  document.body.replaceChildren(host);
  await host.updateComplete;
  return host;
}

const clicks = {
  "a user on the text": () => userEvent.click(screen.getByText("Connect your health data")),
  "a user on the button, found by its role": async () =>
    userEvent.click(await screen.findByShadowRole("button", { name: "Connect your health data" })),
  "fireEvent on the element": (host) => fireEvent.click(host),
  "dispatchEvent on the element": (host) => host.dispatchEvent(new MouseEvent("click", { bubbles: true })),
};

test.each(Object.entries(clicks))("opens for a click of %s", async (_, click) => {
  const fake = createFakeClient(({ close }) => close());
  const host = await showButton(fake);
  const closed = new Promise((resolve) => host.addEventListener("human-connect-close", resolve));

  await click(host);

  expect((await closed).detail.reason).toBe("finished");
  expect(fake.sessions).toHaveLength(1);
});
