import {
  HumanConnectButton,
  HumanConnectCard,
  type HumanConnectList,
  type HumanConnectStatus,
} from "@human-connect/element";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  alder,
  birch,
  closeStage,
  createFakeVendor,
  drawn,
  findStage,
  inner,
  kept,
  part,
  show,
  shownText,
  untilShown,
} from "../page.js";

/** A card on the page, with these connections and a hand-written client. */
async function showCard(html = "<human-connect-card></human-connect-card>", initialConnections = [alder]) {
  const card = await show<HumanConnectCard>(html);
  const vendor = createFakeVendor();
  Object.assign(card, { ...vendor.properties, options: { ...vendor.properties.options, initialConnections } });
  await drawn();
  return { card, vendor };
}

const outline = (card: HTMLElement): string[] =>
  [...part(card, "card").children].map(({ localName, className }) => `${localName} ${className}`.trim());
const rows = (card: HTMLElement): (string | undefined)[][] =>
  [...card.shadowRoot!.querySelectorAll("li")].map((row) => [
    row.dataset["status"],
    ...[...row.children].map((cell) => cell.textContent!),
  ]);
const turn = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve));
  await drawn();
};

describe("human-connect-card at rest", () => {
  it("is a heading, a word on privacy, an empty list, the button and a silent line", async () => {
    const { card } = await showCard(undefined, []);

    expect(outline(card)).toEqual([
      "h2 human-connect-heading",
      "p human-connect-privacy",
      "slot",
      "div human-connect-actions",
      "slot",
    ]);
    expect(part(card, "heading").textContent).toBe("Your health data");
    expect(part(card, "empty").textContent).toBe("Nothing connected yet");
    expect([...part(card, "actions").children].map(({ className }) => className)).toEqual([
      "human-connect-button",
      "human-connect-live",
      "human-connect-status",
    ]);
    expect([inner(card).getAttribute("aria-haspopup"), shownText(card)]).toEqual([
      "dialog",
      "Connect your health data",
    ]);
    expect(part(card, "status").outerHTML).toBe(
      '<p part="status" class="human-connect-status" data-status="idle"></p>',
    );
    expect([part(card, "card").dataset["status"], part(card, "card").hasAttribute("data-connected")]).toEqual([
      "idle",
      false,
    ]);
    expect(part(card, "live").outerHTML).toBe('<span part="live" class="human-connect-live" role="status"></span>');
    expect([card.getAttributeNames(), getComputedStyle(card).display]).toEqual([[], "block"]);
  });

  it("lists what is connected, and offers another one", async () => {
    const { card } = await showCard(undefined, [alder, birch]);

    expect(outline(card)[2]).toBe("ul human-connect-list");
    expect(rows(card)).toEqual([
      ["connected", "Alder Clinic", "Connected"],
      ["connected", "Birch Pharmacy", "Connected"],
    ]);
    expect(
      [...card.shadowRoot!.querySelectorAll("li:first-child *")].map((cell) => `${cell.part} ${cell.className}`),
    ).toEqual(["source-name human-connect-source-name", "source-status human-connect-source-status"]);
    expect([shownText(card), part(card, "status").textContent]).toEqual([
      "Add or remove sources",
      "2 sources connected",
    ]);
    expect([part(card, "card").dataset["connected"], card.matches(":state(connected)")]).toEqual(["", true]);
  });

  it.each([
    [`heading-level="3"`, "H3"],
    [`heading-level="6"`, "H6"],
    [`heading-level="7"`, "H2"],
    [`heading-level="0"`, "H2"],
    [`heading-level="x"`, "H2"],
    [`heading-level=""`, "H2"],
  ])("with %s has a heading %s", async (attribute, tag) => {
    const { card } = await showCard(`<human-connect-card ${attribute}></human-connect-card>`);

    expect(part(card, "heading").tagName).toBe(tag);
  });

  it("takes the level as a property too, and its button still opens when it has changed", async () => {
    const { card } = await showCard();

    card.headingLevel = 4;
    await drawn();
    expect([part(card, "heading").tagName, card.getAttribute("heading-level")]).toEqual(["H4", "4"]);

    await userEvent.click(inner(card));
    await untilShown(card, "open");
  });

  it("speaks the language of the locale and the words of label-…, live", async () => {
    const { card } = await showCard(
      `<human-connect-card locale="es" label-privacy="Solo tú decides."></human-connect-card>`,
    );
    const said = (): string[] => [
      ...["heading", "privacy", "source-status", "label", "status"].map((name) => part(card, name).textContent!),
      part(card, "list").getAttribute("aria-label")!,
    ];
    expect(said()).toEqual([
      "Tus datos de salud",
      "Solo tú decides.",
      "Conectada",
      "Añadir o quitar fuentes",
      "1 fuente conectada",
      "Tus fuentes",
    ]);

    for (const [name, value] of Object.entries({
      heading: "H",
      privacy: "P",
      "status-connected": "S",
      "connect-another": "A",
      "one-connection": "1",
      connections: "C",
    }))
      card.setAttribute(`label-${name}`, value);
    await drawn();
    expect(said()).toEqual(["H", "P", "S", "A", "1", "C"]);
  });

  it("is no button when one of its texts is clicked", async () => {
    const { card } = await showCard();

    await userEvent.click(part(card, "privacy"));

    expect([card.state.status, document.activeElement]).toEqual(["idle", document.body]);
  });

  it("fetches when the pointer comes to the button, and not before", async () => {
    const { card, vendor } = await showCard();
    await userEvent.hover(part(card, "heading"));
    await drawn();
    expect(vendor.client.load).not.toHaveBeenCalled();

    await userEvent.hover(inner(card));

    await vi.waitFor(() => expect(vendor.client.load).toHaveBeenCalledOnce());
  });

  it("disables its button", async () => {
    const { card } = await showCard("<human-connect-card disabled></human-connect-card>");

    card.click();

    expect([inner(card).disabled, card.state.status]).toEqual([true, "idle"]);
  });
});

it("a card is no button, and has every attribute, property and method of one", () => {
  const namesOf = (element: object): string[] =>
    element === HTMLElement.prototype
      ? []
      : [...Object.getOwnPropertyNames(element), ...namesOf(Object.getPrototypeOf(element) as object)];
  const missing = (card: string[], button: string[]): string[] => button.filter((name) => !card.includes(name));

  expect(HumanConnectButton.prototype.isPrototypeOf(HumanConnectCard.prototype)).toBe(false);
  expect(missing(namesOf(HumanConnectCard.prototype), namesOf(HumanConnectButton.prototype))).toEqual([]);
  expect(missing(HumanConnectCard.observedAttributes, HumanConnectButton.observedAttributes)).toEqual([]);
});

describe("the parts of a card", () => {
  const slotted = (card: HTMLElement, name: string): Element[] =>
    card.shadowRoot!.querySelector<HTMLSlotElement>(`slot[name=${name}]`)!.assignedElements();

  it("can be replaced", async () => {
    const html = `<human-connect-card><b slot="heading">Mine</b><i slot="privacy">Yours</i><p slot="empty">None</p><p slot="footer">More</p>Share</human-connect-card>`;
    const { card } = await showCard(html, []);

    for (const child of card.children) expect(slotted(card, child.slot)).toEqual([child]);
    expect(part(card, "heading").querySelector("slot")).not.toBe(null);
    expect(part(card, "card").lastElementChild).toBe(card.shadowRoot!.querySelector("slot[name=footer]"));
    expect(kept(card)[0]).toBe("Share");
    await expect.element(page.getByRole("heading", { level: 2, name: "Mine" })).toBeVisible();
  });

  it("keep a label of the page's when something is connected", async () => {
    const { card } = await showCard("<human-connect-card>Share</human-connect-card>");

    expect([kept(card)[0], shownText(card)]).toEqual(["Share", "Share"]);
  });

  it("are left out by what is hidden, and come back, and the button still opens", async () => {
    const { card } = await showCard(
      `<human-connect-card><b slot="heading" hidden></b><b slot="privacy" hidden></b></human-connect-card>`,
    );
    expect(outline(card)[0]).toBe("ul human-connect-list");

    card.querySelector<HTMLElement>("[slot=heading]")!.hidden = false;
    card.querySelector("[slot=privacy]")!.remove();
    await drawn();
    expect(outline(card).slice(0, 2)).toEqual(["h2 human-connect-heading", "p human-connect-privacy"]);

    await userEvent.click(inner(card));
    await untilShown(card, "open");
  });
});

describe("a session of a card", () => {
  it("shows what was added and disconnected as it happens, and says how it goes", async () => {
    const { card, vendor } = await showCard(undefined, [alder]);
    const told = vi.fn();
    card.addEventListener("human-connect-close", told);

    await userEvent.click(inner(card));
    await untilShown(card, "open");
    expect(part(card, "status").textContent).toBe("Continue in the Connect window");
    await vendor.connect(birch);
    await vi.waitFor(() => expect(rows(card)).toEqual([["added", "Birch Pharmacy", "Just connected"]]));
    await vendor.disconnect(birch);
    await vi.waitFor(() => expect(rows(card)).toEqual([["disconnected", "Birch Pharmacy", "Disconnected"]]));
    await vendor.finish();
    await untilShown(card, "closed");

    expect([part(card, "status").textContent, shownText(card)]).toEqual(["", "Connect your health data"]);
    // What the card began with is what the session has taken away.
    expect(part(card, "live").textContent).toBe("Birch Pharmacy disconnected.");
    expect(told).toHaveBeenCalledOnce();
    expect(card.shadowRoot!.activeElement).toBe(inner(card));
  });

  it("says what went wrong and offers to try again", async () => {
    const { card, vendor } = await showCard();
    card.client = { load: () => Promise.reject(new Error("no network")) };
    inner(card).click();
    await untilShown(card, "error");

    expect([shownText(card), part(card, "status").textContent]).toEqual([
      "Try again",
      "Connect could not be opened. Try again.",
    ]);
    card.client = vendor.client;
    inner(card).click();
    await untilShown(card, "open");
  });

  it("takes place in the card when it is inline, with one line that says how it goes", async () => {
    const { card } = await showCard("<human-connect-card inline></human-connect-card>");
    const [box, ...others] = part(card, "actions").children;
    expect([box!.className, others]).toEqual(["human-connect-inline", []]);
    expect(card.shadowRoot!.querySelectorAll("[role=status]")).toHaveLength(1);
    expect(inner(card).hasAttribute("aria-haspopup")).toBe(false);

    await userEvent.click(inner(card));
    await untilShown(card, "open");
    expect(findStage()!.getBoundingClientRect().toJSON()).toEqual(box!.getBoundingClientRect().toJSON());
    expect(inner(card).checkVisibility({ visibilityProperty: true })).toBe(false);
    expect(part(card, "list").checkVisibility({ visibilityProperty: true })).toBe(true);
    closeStage();
    await untilShown(card, "closed");

    expect(card.shadowRoot!.activeElement).toBe(inner(card));
  });

  it("is followed by a list and a line", async () => {
    const { card } = await showCard(`<human-connect-card id="card"></human-connect-card>`, [alder, birch]);
    await show(
      `<div><human-connect-list for="card"></human-connect-list><human-connect-status for="card"></human-connect-status></div>`,
    );
    await turn();
    const list = document.querySelector<HumanConnectList>("human-connect-list")!;
    const status = document.querySelector<HumanConnectStatus>("human-connect-status")!;

    expect([rows(list), status.shadowRoot!.textContent]).toEqual([
      [["connected"], ["connected"]],
      "2 sources connected",
    ]);
    list.detailed = true;
    card.setAttribute("label-status-connected", "On");
    await drawn();
    expect([rows(list)[0], list.hasAttribute("detailed")]).toEqual([["connected", "Alder Clinic", "On"], true]);
    list.setAttribute("label-status-connected", "Here");
    await drawn();
    expect(rows(list)[1]).toEqual(["connected", "Birch Pharmacy", "Here"]);
  });
});
