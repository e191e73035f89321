import type { HumanConnectCard, HumanConnectList } from "@human-connect/element";
import { expect, it } from "vitest";
import { renderCardHtml } from "../../src/html/render-card-html.js";
import { alder, birch, createFakeVendor, drawn, inner, show, showButton, untilShown } from "../page.js";

const write = (...sources: unknown[]): string => JSON.stringify(sources).replaceAll('"', "&quot;");
const namesOf = (host: HTMLElement): (string | null)[] =>
  [...host.shadowRoot!.querySelectorAll("li")].map((item) => item.textContent);

it("shows what the page knows to be connected, on the button and in the list", async () => {
  const button = await showButton(
    {},
    `<human-connect-button id="known" initial-connections="${write(alder, birch)}"></human-connect-button>`,
  );
  const list = await show<HumanConnectList>(`<human-connect-list for="known"></human-connect-list>`);

  expect(button.state).toEqual({ status: "idle", currentConnections: [alder, birch] });
  expect(inner(button).dataset["connected"]).toBe("");
  expect(namesOf(list)).toEqual(["Alder Clinic", "Birch Pharmacy"]);
});

it("follows the attribute when it changes", async () => {
  const button = await showButton(
    {},
    `<human-connect-button id="changing" initial-connections="[]"></human-connect-button>`,
  );
  const list = await show<HumanConnectList>(`<human-connect-list for="changing"></human-connect-list>`);

  button.setAttribute("initial-connections", JSON.stringify([birch]));
  await drawn();

  expect(namesOf(list)).toEqual(["Birch Pharmacy"]);
});

it("is what a server draws too, so that the first script changes nothing", async () => {
  const html = renderCardHtml({ "initial-connections": JSON.stringify([alder]) });
  const served = new DOMParser().parseFromString(html.replace("shadowrootmode", "data-mode"), "text/html");
  const template = served.querySelector("template")!;
  template.content.querySelector("style")!.remove();

  const card = await show<HumanConnectCard>(html);

  expect(card.shadowRoot!.innerHTML).toBe(template.innerHTML);
  expect(namesOf(card)[0]).toContain("Alder Clinic");
});

it("says what is wrong with it when somebody clicks, and throws nothing before", async () => {
  const button = await showButton(
    { client: createFakeVendor().client, getToken: () => "token" },
    `<human-connect-button initial-connections="Alder Clinic"></human-connect-button>`,
  );
  expect(button.state).toEqual({ status: "idle", currentConnections: [] });

  inner(button).click();
  await untilShown(button, "error");

  expect(button.state).toMatchObject({
    status: "error",
    error: { code: "invalid-option", message: expect.stringContaining("initial-connections must be JSON") },
  });
});
