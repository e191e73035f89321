import type { HumanConnectButton, HumanConnectCard } from "@human-connect/element";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createFakeVendor, drawn, failingClient, inner, part, show, shownText, untilShown } from "../page.js";

// Slots mean in an element what they mean in React and Vue (docs/decisions/0041-what-a-card-contains.md).

const showCard = (html: string): Promise<HumanConnectCard> =>
  show<HumanConnectCard>(`<human-connect-card>${html}</human-connect-card>`);
/** Where the content without a slot name is. */
const placeOf = (host: HTMLElement): string => {
  const slot = host.shadowRoot!.querySelector("slot:not([name])");
  return slot ? (inner(host).contains(slot) ? "label" : "below") : "nowhere";
};
/** Whether a follows b on the screen. */
const isBelow = (a: Element, b: Element): boolean => a.getBoundingClientRect().top >= b.getBoundingClientRect().bottom;
async function fail(host: HumanConnectButton | HumanConnectCard): Promise<void> {
  Object.assign(host, { client: failingClient, getToken: () => "token" });
  host.click();
  await vi.waitFor(() => expect(host.state.status).toBe("error"), 8000);
  await drawn();
}

describe("content of a card without a slot name", () => {
  it.each([
    "Share",
    " Share\n",
    "Share<br>your data",
    "<b>Share</b> your data",
    "<span>Share</span>",
    // As browsers translate a page.
    `<font style="vertical-align: inherit"><font style="vertical-align: inherit">Compartir</font></font>`,
    `<svg width="16" height="16"></svg> Share`,
    "<my-icon></my-icon>",
    `Share<p></p><p><br></p><a slot="footer" href="/privacy">How</a>`,
    `Share<template slot="source"><b data-text="name"></b></template>`,
  ])("is the label of its button if it is nothing but words: %s", async (html) => {
    expect(placeOf(await showCard(html))).toBe("label");
  });

  it.each([
    "<p>We read your prescriptions.</p>",
    "<p>We read <b>your</b> prescriptions.</p>",
    `<a href="/privacy">How we use them</a>`,
    `Read <a href="/privacy">how we use them</a>.`,
    `<span><a href="/privacy">How we use them</a></span>`,
    "<ul><li>Free</li></ul>",
    "<h3>Why?</h3>",
    "<details><summary>Why?</summary>Because.</details>",
    "<button>Not now</button>",
    "<label>Mail <input></label>",
    `<div><img src="data:," alt="Seal"></div>`,
    "<section>Words</section>",
  ])("is below the button if it is more than words, as in React and Vue: %s", async (html) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const card = await showCard(html);

    expect(placeOf(card)).toBe("below");
    expect(shownText(Object.assign(card))).toBe("Connect your health data");
    expect(inner(card).querySelector("slot")).toBe(null);
    const [slot] = card.shadowRoot!.querySelectorAll<HTMLSlotElement>("slot:not([name])");
    expect(slot!.assignedElements()).toEqual([...card.children]);
    expect(isBelow(card.firstElementChild!, part(card, "actions"))).toBe(true);
    expect(warn).not.toHaveBeenCalled();
  });

  it("moves when it changes", async () => {
    const card = await showCard("Share");
    card.insertAdjacentHTML("beforeend", "<p>More</p>");
    await drawn();
    expect([placeOf(card), card.shadowRoot!.querySelector("slot[name=footer]")]).toEqual(["below", expect.anything()]);

    card.querySelector("p")!.remove();
    await drawn();
    expect([placeOf(card), shownText(card)]).toEqual(["label", "Share"]);
    expect(card.shadowRoot!.querySelectorAll("slot[name=footer]")).toHaveLength(1);
  });

  it("is above what is in the slot footer", async () => {
    const card = await showCard(`<p slot="footer">Last</p><p>More</p>`);
    const [last, more] = card.children;

    expect(isBelow(last!, more!)).toBe(true);
  });

  it("opens nothing when it is clicked", async () => {
    const card = await showCard(`<p id="more">Some words</p>`);
    await userEvent.click(card.querySelector("#more")!);
    card.querySelector<HTMLElement>("#more")!.click();

    expect(card.state.status).toBe("idle");
  });

  it("stays where it is after an error", async () => {
    const card = await showCard("<p>More</p>");
    await fail(card);

    expect([placeOf(card), shownText(card)]).toEqual(["below", "Try again"]);
  });

  it.each(["main", "script", "human-connect-button", "human-connect-card"])(
    "cannot be a <%s>: the end tag is missing",
    async (name) => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
      await showCard(`<${name}></${name}>`);

      expect(warn.mock.calls).toEqual([[expect.stringMatching(`contains a <${name}>.*write <human-connect-card …>`)]]);
    },
  );
});

describe.each(["human-connect-button", "human-connect-card"] as const)("the slot button of <%s>", (name) => {
  const showHost = (html: string): Promise<HumanConnectCard> => show<HumanConnectCard>(`<${name}>${html}</${name}>`);

  it("is the whole content of the button, in every state", async () => {
    const host = await showHost(`<span slot="button">Go <b>on</b></span>`);
    expect(inner(host).innerHTML).toBe('<slot name="button"></slot>');
    await expect.element(page.getByRole("button", { name: "Go on" })).toBeVisible();

    await fail(host);
    expect(inner(host).innerHTML).toBe('<slot name="button"></slot>');
    expect(inner(host).dataset["status"]).toBe("error");
  });

  it("opens Connect when it is clicked, and CSS can show another for each state", async () => {
    const host = await showHost(`<span slot="button">Go</span>`);
    const vendor = createFakeVendor();
    Object.assign(host, vendor.properties);
    await drawn();

    await userEvent.click(host.querySelector("span")!);
    await untilShown(host, "open");

    expect(host.matches(":state(open)")).toBe(true);
  });

  it.each([`<span slot="button"></span>`, `<span slot="button" hidden>Go</span>`, `<br slot="button">`])(
    "does not leave the button without a name: %s",
    async (html) => {
      const host = await showHost(html);

      expect(part(host, "label").textContent).toBe("Connect your health data");
    },
  );
});

it("with the slot button, even words without a slot name are below it", async () => {
  const card = await showCard(`<span slot="button">Go</span>It takes a minute.`);

  expect(placeOf(card)).toBe("below");
});

describe("the slot status", () => {
  it("replaces the line of a card in every state; screen readers still hear the kit's words", async () => {
    const card = await showCard(`<span slot="status">Ask us: 555 0100</span>`);
    expect(part(card, "status").outerHTML).toBe(
      '<p part="status" class="human-connect-status" data-status="idle"><slot name="status"></slot></p>',
    );

    await fail(card);
    expect(part(card, "status").dataset["status"]).toBe("error");
    expect(part(card, "status").querySelector("slot")).not.toBe(null);
    expect(part(card, "live").textContent).toBe("Connect could not be opened. Try again.");
  });

  it("replaces the line of a status element, and gives it back", async () => {
    const status = await show<HTMLElement>(
      `<human-connect-status live for="none"><b slot="status">Yours</b></human-connect-status>`,
    );
    expect(part(status, "status").outerHTML).toBe(
      '<p part="status" class="human-connect-status" data-status="idle" role="status"><slot name="status"></slot></p>',
    );

    status.replaceChildren();
    await drawn();
    expect(part(status, "status").textContent).toBe("Nothing connected yet");
    expect(part(status, "status").querySelector("slot")).toBe(null);
  });
});
