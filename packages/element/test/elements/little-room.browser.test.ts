import type {} from "@vitest/browser-playwright";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { drawn, failingClient, inner, part, show, showButton, untilShown } from "../page.js";

afterEach(async () => {
  document.documentElement.removeAttribute("style");
  document.body.removeAttribute("dir");
  await page.viewport(414, 896);
});

it("keeps the button of a card inside, in large text on a narrow phone", async () => {
  await page.viewport(320, 640);
  document.documentElement.style.fontSize = "200%";
  const card = await show(`<human-connect-card style="width: 256px"></human-connect-card>`);

  const { right } = inner(card).getBoundingClientRect();
  expect(right).toBeLessThanOrEqual(card.getBoundingClientRect().right);
  expect(document.documentElement.scrollWidth).toBe(320);
});

it("breaks no word of a row in large text on a phone", async () => {
  await page.viewport(390, 844);
  document.documentElement.style.fontSize = "200%";
  const known = `initial-connections='[{"id":"1","name":"Alderwick Clinic"}]'`;
  const card = await show(`<human-connect-card style="width: 310px" ${known}></human-connect-card>`);

  const name = card.shadowRoot!.querySelector(".human-connect-source-name")!;
  const { lineHeight } = getComputedStyle(name);
  expect(name.getBoundingClientRect().height).toBeLessThanOrEqual(2 * Number.parseFloat(lineHeight));
});

it("leaves an inline button where it is when the reason takes several lines", async () => {
  const host = await showButton(
    { client: failingClient, getToken: () => "token" },
    `<human-connect-button inline style="width: 200px; height: 400px"></human-connect-button>`,
  );
  await drawn();
  const { top } = inner(host).getBoundingClientRect();

  inner(host).click();
  await untilShown(host, "error");

  const range = new Range();
  range.selectNodeContents(part(host, "status"));
  expect(new Set([...range.getClientRects()].map((line) => line.top)).size).toBeGreaterThan(1);
  expect(inner(host).getBoundingClientRect().top).toBe(top);
});

it("keeps the full stop of a sentence at its end on a page that runs the other way", async () => {
  document.body.dir = "rtl";
  const card = await show("<human-connect-card></human-connect-card>");
  const privacy = card.shadowRoot!.querySelector(".human-connect-privacy")!;
  const text = privacy.querySelector("slot")!.firstChild!;
  const placeOf = (index: number): DOMRect => {
    const range = new Range();
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    return range.getBoundingClientRect();
  };
  const { length } = text.nodeValue!;
  expect(text.nodeValue!.at(-1)).toBe(".");
  expect(placeOf(length - 1).left).toBeGreaterThan(placeOf(length - 2).left);
  // It begins where the others do.
  expect(placeOf(length - 1).right).toBeCloseTo(privacy.getBoundingClientRect().right, 0);
  document.body.removeAttribute("dir");
});
