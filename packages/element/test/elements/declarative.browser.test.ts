import { renderButtonHtml, renderCardHtml } from "@human-connect/element";
import { expect, it, vi } from "vitest";
import { createFakeVendor, drawn, inner, show, shownText, untilShown } from "../page.js";

const attributes = {
  "token-url": "/token",
  locale: "es",
  "label-retry": `"<b>"`,
  disabled: false,
  "prepare-on": "none",
};

it.each([
  ["Share my records", renderButtonHtml, attributes, 2],
  ["", renderButtonHtml, attributes, 2],
  ["  <&'\"\n> ", renderButtonHtml, { disabled: true }, 2],
  ["Share my records", renderButtonHtml, { ...attributes, inline: true }, 1],
  ["Share my records", renderCardHtml, { ...attributes, "heading-level": 4, "label-heading": "<b>" }, 1],
  ["", renderCardHtml, { inline: true, disabled: true }, 1],
] as const)(
  "writes for a server what a browser draws at first: %j by %o with %j",
  async (label, render, given, roots) => {
    const written = document.createElement("div");
    written.setHTMLUnsafe(render(given, label));
    const server = written.firstElementChild!;
    const client = server.cloneNode(true) as HTMLElement;
    document.body.append(client);
    await drawn();

    const before = document.createElement("div");
    before.setHTMLUnsafe(server.shadowRoot!.getHTML().replace(/<style>[^]*<\/style>/, ""));
    const after = document.createElement("div");
    after.setHTMLUnsafe(client.shadowRoot!.getHTML());

    expect(server.textContent).toBe(label);
    expect(before.childNodes).toHaveLength(roots);
    expect(after.isEqualNode(before)).toBe(true);
    expect(client.shadowRoot!.delegatesFocus).toBe(render === renderButtonHtml);
  },
);

it("brings the look along before any script has run", () => {
  // A name that nobody registers stays what the server wrote.
  const html = renderButtonHtml({ style: "--human-connect-accent: rgb(1, 2, 3)" }, "Share");
  const holder = document.body.appendChild(document.createElement("div"));
  holder.setHTMLUnsafe(
    html.replace("<human-connect-button", "<not-yet-defined").replace("</human-connect-button>", "</not-yet-defined>"),
  );

  const host = holder.firstElementChild as HTMLElement;

  expect(host.localName).toBe("not-yet-defined");
  expect(host.shadowRoot!.delegatesFocus).toBe(true);
  expect(getComputedStyle(inner(host)).backgroundColor).toBe("rgb(1, 2, 3)");
});

it("is taken over, not built again: the same nodes, the focus kept, the styles shared", async () => {
  const holder = document.body.appendChild(document.createElement("div"));
  const { HumanConnectButton } = await import("@human-connect/element");
  class ServedButton extends HumanConnectButton {}
  const html = renderButtonHtml({ locale: "es" }, "Compartir");
  holder.setHTMLUnsafe(
    html.replace("<human-connect-button", "<served-button").replace("</human-connect-button>", "</served-button>"),
  );
  const host = holder.firstElementChild as InstanceType<typeof HumanConnectButton>;
  const nodes = [...host.shadowRoot!.querySelectorAll("button, span, slot")];
  inner(host).focus();

  customElements.define("served-button", ServedButton);
  await drawn();

  expect([...host.shadowRoot!.querySelectorAll("*")]).toEqual(nodes);
  expect(host.shadowRoot!.activeElement).toBe(nodes[0]);
  expect(host.shadowRoot!.adoptedStyleSheets).toHaveLength(1);
});

it("works like any other once it is taken over", async () => {
  const host = await show(renderButtonHtml({}, "Share"));
  const { properties, opened } = createFakeVendor();
  Object.assign(host, properties);

  inner(host).click();
  await untilShown(host, "open");

  await vi.waitFor(() => expect(opened).toHaveLength(1));
});

it.each([
  ["no words", renderButtonHtml({ locale: "es" }), "Conectar tus datos de salud"],
  ["a label", renderButtonHtml({ locale: "es" }, "Compartir"), "Compartir"],
  ["no words, on a card", renderCardHtml({ locale: "es" }), "Conectar tus datos de salud"],
])(
  "has its words where a library has swapped HTML in, which leaves the template among the children: %s",
  async (_, html, words) => {
    const holder = document.body.appendChild(document.createElement("div"));
    holder.innerHTML = html;
    const host = holder.firstElementChild as HTMLElement;
    await drawn();

    expect(shownText(host)).toBe(words);
    expect(host.querySelector("template")).toBe(null);

    // A morph that finds it missing brings it back.
    host.append(new DOMParser().parseFromString(html, "text/html").querySelector("template")!);
    await drawn();

    expect(shownText(host)).toBe(words);
  },
);
