import type { HumanConnectCard, HumanConnectList } from "@human-connect/element";
import { afterEach, describe, expect, it, vi } from "vitest";
import { alder, birch, createFakeVendor, drawn, part, show, untilShown } from "../page.js";

// What a page shows of each source instead of its name and status.

const known = JSON.stringify([alder, birch]);

/** A card with these sources, and this inside. */
const showCard = (html = "", sources = known): Promise<HumanConnectCard> =>
  show<HumanConnectCard>(`<human-connect-card initial-connections='${sources}'>${html}</human-connect-card>`);
const rows = (host: HTMLElement): string[] =>
  [...host.shadowRoot!.querySelectorAll("li")].map((row) => row.innerHTML.trim());
const template = (html: string): string => `<template slot="source">${html}</template>`;

afterEach(() => vi.restoreAllMocks());

describe("a template of a source", () => {
  it("is shown for each source, with its texts where they belong", async () => {
    const card = await showCard(template(`<b part="mine" data-text="name">Name</b> is <i data-text="status"></i>`));

    expect(rows(card)).toEqual([
      '<b part="mine">Alder Clinic</b> is <i>Connected</i>',
      '<b part="mine">Birch Pharmacy</b> is <i>Connected</i>',
    ]);
    expect(getComputedStyle(card.shadowRoot!.querySelector("li b")!).fontWeight).toBe("700");
    // The page styles it.
    const sheet = document.createElement("style");
    sheet.textContent = "human-connect-card::part(mine) { letter-spacing: 3px }";
    document.body.append(sheet);
    expect(getComputedStyle(card.shadowRoot!.querySelector("li b")!).letterSpacing).toBe("3px");
  });

  it("speaks the language of the card, and follows its session", async () => {
    const card = await showCard(template(`<b data-text="status"></b>`), JSON.stringify([alder]));
    const vendor = createFakeVendor();
    Object.assign(card, vendor.properties);
    card.setAttribute("locale", "es");
    await drawn();
    const [row] = card.shadowRoot!.querySelectorAll("li b");
    expect(rows(card)).toEqual(["<b>Conectada</b>"]);

    card.click();
    await untilShown(card, "open");
    await vendor.connect(birch);
    await vi.waitFor(() => expect(rows(card)).toEqual(["<b>Recién conectada</b>"]));
    expect(card.shadowRoot!.querySelector("li b")).toBe(row);
    await vendor.finish(birch);
    await untilShown(card, "closed");
  });

  it("may stand in the paragraph of a CMS, with its line breaks", async () => {
    const card = await showCard(`<p>${template(`<span data-text="name"></span><br>\n`)}</p>`);

    expect(rows(card)[0]).toBe("<span>Alder Clinic</span><br>");
    expect(part(card, "label").textContent).toBe("Add or remove sources");
  });

  it("shows the data of a source as text", async () => {
    const evil = `<img src="x" onerror="globalThis.wasRun = true">`;
    const card = await showCard(template(`<b data-text="name"></b>`));
    card.options = { initialConnections: [{ id: "1", name: evil }] };
    await drawn();

    expect(card.shadowRoot!.querySelector("li b")!.textContent).toBe(evil);
    expect(card.shadowRoot!.querySelector("img")).toBe(null);
  });

  it.each([
    `<script>globalThis.wasRun = true</script>`,
    `<img src="data:," onload="globalThis.wasRun = true" onerror="globalThis.wasRun = true">`,
    `<svg onload="globalThis.wasRun = true"></svg>`,
    `<iframe srcdoc="<script>parent.wasRun = true</script>"></iframe>`,
    `<a href="javascript:globalThis.wasRun = true">Go</a>`,
    `<style>* { color: red }</style>`,
    `<form><input name="localName"></form>`,
    `<slot name="heading"></slot>`,
    `<button class="human-connect-button">Other</button>`,
    `<template shadowrootmode="open"><script>globalThis.wasRun = true</script></template>`,
    `<human-connect-button></human-connect-button>`,
  ])("leaves out what a sanitizer may have overlooked, and warns once: %s", async (evil) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const card = await showCard(template(`${evil}<b data-text="name"></b>`));
    card.requestUpdate();
    await drawn();
    await new Promise((resolve) => setTimeout(resolve));

    expect(rows(card)[0]).toBe("<b>Alder Clinic</b>");
    expect("wasRun" in globalThis).toBe(false);
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/<template slot="source"> may contain b, .*set the property renderSource/)],
    ]);
  });

  it("keeps only attributes that can do no harm", async () => {
    const card = await showCard(
      template(
        `<b id="a" class="human-connect-frame" style="position: fixed" onclick="globalThis.wasRun = true" onfocus="1" tabindex="0" is="x" part="p" title="t" lang="en" dir="auto" aria-label="l" aria-hidden="true">x</b>`,
      ),
    );

    expect(card.shadowRoot!.querySelector("li b")!.getAttributeNames().toSorted()).toEqual([
      "aria-hidden",
      "aria-label",
      "dir",
      "lang",
      "part",
      "title",
    ]);
  });

  it.each(["", " \n", `<b data-text="id"></b>`, `<b data-text="constructor"></b>`, `<b data-text=""></b>`])(
    "tells what it may contain, and shows the kit's own content, if nothing of it can be shown: %j",
    async (html) => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
      const card = await showCard(template(html));

      expect(rows(card)[0]).toContain("source-name");
      expect(warn.mock.calls).toEqual([[expect.stringContaining('data-text="name" or "status"')]]);
    },
  );

  it("leaves nothing behind when it is taken away", async () => {
    const card = await showCard(template(`<span part="x" aria-hidden="true">a</span><span title="y">b</span>`));
    card.querySelector("template")!.remove();
    await drawn();

    expect(rows(card)[0]).toBe(
      '<span part="source-name" class="human-connect-source-name">Alder Clinic</span>' +
        '<span part="source-status" class="human-connect-source-status">Connected</span>',
    );
  });

  it("is not taken from a list in the card", async () => {
    const card = await showCard(
      `<div><human-connect-list for="none">${template(`<b data-text="name"></b>`)}</human-connect-list></div>`,
    );

    expect(rows(card)[0]).toContain("source-name");
  });
});

describe("renderSource", () => {
  it("returns a node, a fragment or a text for each source", async () => {
    const card = await showCard(template("<i>not this</i>"));
    card.renderSource = ({ name, status }) => {
      const link = Object.assign(document.createElement("a"), { href: "#records", textContent: `${name} ${status}` });
      const both = document.createDocumentFragment();
      both.append(link, document.createElement("hr"));
      return name === alder.name ? both : `<b>${name}</b>`;
    };
    await drawn();

    expect(rows(card)).toEqual([
      '<a href="#records">Alder Clinic connected</a><hr>',
      "&lt;b&gt;Birch Pharmacy&lt;/b&gt;",
    ]);
    card.renderSource = null;
    await drawn();
    expect(rows(card)[0]).toBe("<i>not this</i>");
  });

  it("keeps a node that it returns again, with its focus", async () => {
    const card = await showCard();
    const buttons = new Map<string, HTMLButtonElement>();
    card.renderSource = ({ id, name }) => {
      const button = buttons.get(id) ?? Object.assign(document.createElement("button"), { textContent: name });
      buttons.set(id, button);
      return button;
    };
    await drawn();
    buttons.get(birch.id)!.focus();
    card.setAttribute("locale", "es");
    await drawn();

    expect(rows(card)).toEqual(["<button>Alder Clinic</button>", "<button>Birch Pharmacy</button>"]);
    expect(card.shadowRoot!.activeElement).toBe(buttons.get(birch.id));
  });

  it("may return buttons, and the card's own still opens", async () => {
    const card = await showCard();
    Object.assign(card, createFakeVendor().properties);
    card.renderSource = ({ name }) => Object.assign(document.createElement("button"), { textContent: name });
    await drawn();

    card.shadowRoot!.querySelector<HTMLButtonElement>("li button")!.click();
    expect(card.state.status).toBe("idle");
    card.focus();
    expect(card.shadowRoot!.activeElement).toBe(part(card, "button"));
    card.click();
    await vi.waitFor(() => expect(card.state.status).toBe("open"), 8000);
  });

  it.each<[string, () => unknown, string]>([
    [
      "throws",
      () => {
        throw new Error("of the page");
      },
      "of the page",
    ],
    ["returns nothing", () => undefined, "renderSource must return a node or a text"],
    ["returns null", () => null, "renderSource must return a node or a text"],
    ["returns an element of a framework", () => ({ type: "b" }), "renderSource must return a node or a text"],
    ["returns a promise", async () => "later", "renderSource must return a node or a text"],
  ])("that %s is reported, and the kit's own content is shown", async (_case, render, message) => {
    const report = vi.spyOn(globalThis, "reportError").mockImplementation(() => {});
    const card = await showCard("", JSON.stringify([alder]));
    card.renderSource = render as never;
    await drawn();

    expect(report.mock.calls).toEqual([[expect.objectContaining({ message: expect.stringContaining(message) })]]);
    expect(rows(card)[0]).toContain("Alder Clinic");
  });

  it("warns about a function that was written into an attribute", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    await show(`<human-connect-card rendersource="(source) => source.name"></human-connect-card>`);

    expect(warn.mock.calls).toEqual([[expect.stringContaining("renderSource is a property")]]);
  });
});

describe("a list that follows", () => {
  it("has a template and a renderSource of its own", async () => {
    const holder = await show(
      `<div><human-connect-card id="card" initial-connections='${known}'></human-connect-card>` +
        `<human-connect-list for="card">${template(`<b data-text="name"></b>`)}</human-connect-list></div>`,
    );
    await drawn();
    const list = holder.querySelector<HumanConnectList>("human-connect-list")!;
    expect(rows(list)).toEqual(["<b>Alder Clinic</b>", "<b>Birch Pharmacy</b>"]);
    expect(rows(holder.querySelector("human-connect-card")!)[0]).toContain("source-name");

    list.renderSource = ({ id }) => id;
    await drawn();
    expect(rows(list)).toEqual(["a1", "b2"]);
  });
});
