import { createFakeClient } from "@human-connect/core/testing";
import "@human-connect/element/define";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";

const fake = createFakeClient();
afterEach(() => fake.reset());

/** A card with one source, and this inside. */
async function showCard(html) {
  document.body.innerHTML = `<human-connect-card>${html}</human-connect-card>`;
  const card = document.querySelector("human-connect-card");
  card.options = {
    client: fake,
    getToken: () => "token",
    initialConnections: [{ id: "a1", name: "Alder Clinic" }],
  };
  await card.updateComplete;
  return card;
}

test.each([`<span id="words">Share</span>`, `<span slot="button" id="words">Share</span>`])(
  "opens by a click on what is in the button: %s",
  async (html) => {
    await showCard(html);

    await userEvent.click(document.querySelector("#words"));

    expect((await fake.opened()).isOpen).toBe(true);
  },
);

test.each([
  `<p id="words">More</p>`,
  `<b slot="footer" id="words">More</b>`,
  `<span slot="button">Share</span><b id="words">More</b>`,
])("opens nothing by a click on what is below the button: %s", async (html) => {
  const card = await showCard(html);

  await userEvent.click(document.querySelector("#words"));

  expect(card.state.status).toBe("idle");
});

test("shows a source as a template or a function says", async () => {
  const card = await showCard(`<template slot="source"><b data-text="name"></b></template>`);
  const [row] = card.shadowRoot.querySelectorAll("li");
  expect(row.innerHTML).toBe("<b>Alder Clinic</b>");

  card.renderSource = ({ name }) => `${name}!`;
  await card.updateComplete;
  expect(row.textContent).toBe("Alder Clinic!");
});
