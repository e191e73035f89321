import type {} from "@vitest/browser-playwright";
import type { HumanConnectCard } from "@human-connect/element";
import { afterEach, describe, expect, it } from "vitest";
import { cdp, page } from "vitest/browser";
import { drawn, failingClient, inner, part, show, showButton, untilShown } from "../page.js";

const german = "Gesundheitsdatenverbindungsverwaltungszentrale";

/** What a person has asked of the browser or the system. */
async function emulate(features: Record<string, string>, media = ""): Promise<void> {
  const list = Object.entries(features).map(([name, value]) => ({ name, value }));
  await cdp().send("Emulation.setEmulatedMedia", { media, features: list });
}

afterEach(async () => {
  await emulate({});
  await page.viewport(414, 896);
});

async function showCard(names: readonly string[], width: number, html = ""): Promise<HumanConnectCard> {
  const card = await show<HumanConnectCard>(
    `<human-connect-card style="width: ${width}px">${html}</human-connect-card>`,
  );
  card.options = { initialConnections: names.map((name, index) => ({ id: String(index), name })) };
  await drawn();
  card.shadowRoot!.getAnimations().forEach((animation) => animation.finish());
  return card;
}

/** The words of an element that are not on one line. */
function brokenWords(element: HTMLElement): string[] {
  const text = element.firstChild!;
  return [...text.nodeValue!.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const range = new Range();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : [];
  });
}

const rows = (card: HTMLElement): HTMLElement[] => [...card.shadowRoot!.querySelectorAll("li")];
const cells = (row: HTMLElement): HTMLElement[] => [...row.children] as HTMLElement[];
const light = (row: HTMLElement): CSSStyleDeclaration => getComputedStyle(row, "::before");

describe("a row of a list", () => {
  const names = ["Corviel Diagnostics Laboratories", "Alderwick Orthopedic Clinic", "Fen"];

  it.each([320, 288, 240, 200])("breaks no word at %i pixels", async (width) => {
    const card = await showCard(names, width);

    expect(rows(card).flatMap((row) => cells(row).flatMap(brokenWords))).toEqual([]);
    expect(rows(card).filter((row) => row.scrollWidth > row.clientWidth)).toEqual([]);
  });

  it("has the state below the name, in line with it, where the two do not fit beside each other", async () => {
    const [name, status] = cells(rows(await showCard(names, 240))[0]!).map((cell) => cell.getBoundingClientRect());

    expect(status!.top).toBeGreaterThanOrEqual(name!.bottom);
    expect(status!.left).toBe(name!.left);
  });

  it("has the state at the end of the line where there is room", async () => {
    const row = rows(await showCard(names, 600))[2]!;
    const [name, status] = cells(row).map((cell) => cell.getBoundingClientRect());

    expect(status!.top).toBeLessThan(name!.bottom);
    expect(row.getBoundingClientRect().right - status!.right).toBe(18);
  });

  it("breaks a word that is wider than the card, and stays in it", async () => {
    const card = await showCard([german + german], 240);

    const { right } = card.getBoundingClientRect();
    for (const element of [...rows(card), ...cells(rows(card)[0]!)])
      expect(element.getBoundingClientRect().right).toBeLessThanOrEqual(right);
    expect(part(card, "card").scrollWidth).toBeLessThanOrEqual(240);
  });

  it("without a state keeps its name beside the light", async () => {
    await show(
      `<human-connect-button id="b" initial-connections='[{"id":"1","name":"${names.join(" ")}"}]'></human-connect-button>`,
    );
    const list = await show(`<human-connect-list for="b" style="width: 240px"></human-connect-list>`);
    await drawn();
    const range = new Range();
    range.selectNodeContents(rows(list)[0]!);

    expect(range.getBoundingClientRect().top - rows(list)[0]!.getBoundingClientRect().top).toBeLessThan(20);
  });
});

describe("a button", () => {
  it.each([
    ["a word that is longer than the line", german],
    ["several words", `${german} einrichten und ${german}`],
  ])("keeps %s inside", async (_of, text) => {
    const host = await show(`<human-connect-button>${text}</human-connect-button>`);
    host.parentElement!.style.width = "288px";

    const box = inner(host).getBoundingClientRect();
    const range = new Range();
    range.selectNodeContents(host);
    const words = range.getBoundingClientRect();
    expect(box.width).toBeLessThanOrEqual(288);
    expect(words.left).toBeGreaterThanOrEqual(box.left);
    expect(words.right).toBeLessThanOrEqual(box.right);
    expect(words.bottom).toBeLessThanOrEqual(box.bottom);
    expect(part(host, "icon").getBoundingClientRect().left).toBeGreaterThanOrEqual(box.left);
  });

  it("is not squeezed into a column of letters by what is beside it", async () => {
    const host = await show(`<human-connect-button>Share</human-connect-button>`);
    host.parentElement!.style.cssText = "display: flex; width: 300px";
    host.before(`${"Corviel ".repeat(30)}`);

    expect(inner(host).getBoundingClientRect().width).toBe(144);
  });

  it.each([
    ["on one line", 600, "Connect your health data"],
    ["that has wrapped", 200, "Connect your health data, all of it"],
    ["with one long word", 200, german],
  ])("says Try again in the middle of a box %s, which stays as it is", async (_of, width, text) => {
    const host = await showButton(
      { client: failingClient, getToken: () => "token" },
      `<human-connect-button>${text}</human-connect-button>`,
    );
    host.parentElement!.style.width = `${width}px`;
    const button = inner(host);
    const { height, width: wide } = button.getBoundingClientRect();

    button.click();
    await untilShown(host, "error");

    const box = button.getBoundingClientRect();
    const icon = part(host, "icon").getBoundingClientRect();
    const words = part(host, "label").getBoundingClientRect();
    expect([box.height, box.width]).toEqual([height, wide]);
    expect(Math.abs(words.top + words.bottom - box.top - box.bottom)).toBeLessThan(1);
    expect(Math.abs(icon.left + words.right - box.left - box.right)).toBeLessThan(2);
    expect(Math.abs(icon.top + icon.bottom - box.top - box.bottom)).toBeLessThan(1);
  });
});

describe("a button of somebody who has connected something", () => {
  const known = `initial-connections='[{"id":"1","name":"Fen"}]'`;

  it.each([400, 160])("has the box that it had before, at %i pixels", async (width) => {
    const [host, connected] = [
      await show("<human-connect-button></human-connect-button>"),
      await show(`<human-connect-button ${known}></human-connect-button>`),
    ];
    for (const { parentElement } of [host, connected]) parentElement!.style.width = `${width}px`;
    const [before, after] = [host, connected].map((element) => inner(element).getBoundingClientRect());

    expect(inner(connected).textContent).toBe("Add or remove sources");
    expect([after!.width, after!.height]).toEqual([before!.width, before!.height]);
  });

  it("adds with a plus, as it did before", async () => {
    const [host, connected] = [
      await show("<human-connect-button></human-connect-button>"),
      await show(`<human-connect-button ${known}></human-connect-button>`),
    ];
    const drawing = (element: HTMLElement): string[] =>
      ["::before", "::after"].flatMap((line) => {
        const { display, transform, width, height } = getComputedStyle(part(element, "icon"), line);
        return [display, transform, width, height];
      });

    expect(drawing(connected)).toEqual(drawing(host));
  });
});

describe("a card", () => {
  it("is as high after the first click as before it", async () => {
    const card = await showCard([], 340);
    Object.assign(card, { getToken: () => new Promise(() => {}) });
    const before = card.getBoundingClientRect().height;

    inner(card).click();
    await untilShown(card, "loading");
    await drawn();

    expect(part(card, "status").textContent).not.toBe("");
    expect(card.getBoundingClientRect().height).toBe(before);
    card.close();
  });
});

describe("a card with many sources", () => {
  it("lets them scroll, by keyboard too, so that the button stays in reach", async () => {
    const card = await showCard(
      Array.from({ length: 200 }, (_, index) => `Source ${index}`),
      560,
    );
    const list = part(card, "list");

    expect(card.getBoundingClientRect().height).toBeLessThan(700);
    expect([list.tabIndex, list.scrollHeight > list.clientHeight]).toEqual([0, true]);
  });

  it("is as high as it has to be with a few", async () => {
    const list = part(await showCard(["Fen", "Alder"], 560), "list");

    expect([list.hasAttribute("tabindex"), list.scrollHeight]).toEqual([false, list.clientHeight]);
  });

  it("fades nothing in that was there from the beginning", async () => {
    const known = `initial-connections='[{"id":"1","name":"Fen"}]'`;
    const card = await show<HumanConnectCard>(`<human-connect-card ${known}></human-connect-card>`);

    expect(rows(card)[0]!.getAnimations()).toEqual([]);
    rows(card)[0]!.dataset["status"] = "added";
    expect(rows(card)[0]!.getAnimations()).toHaveLength(1);
  });
});

describe("what a person has asked of the system", () => {
  it("has in forced colours a light for what is connected alone", async () => {
    const card = await showCard(["Fen", "Alder"], 400);
    rows(card)[1]!.dataset["status"] = "disconnected";

    await emulate({ "forced-colors": "active" });

    const [on, off] = rows(card).map((row) => light(row));
    expect(on!.backgroundColor).not.toBe("rgba(0, 0, 0, 0)");
    expect([off!.backgroundColor, off!.borderTopWidth, off!.width]).toEqual(["rgba(0, 0, 0, 0)", "2px", "8px"]);
  });

  it("has stronger lines and texts where more contrast is wanted", async () => {
    const card = await showCard(["Fen"], 400);
    const look = (): string[] => [
      getComputedStyle(part(card, "list")).borderTopColor,
      getComputedStyle(part(card, "privacy")).color,
      getComputedStyle(inner(card)).borderTopColor,
    ];
    const before = look();

    await emulate({ "prefers-contrast": "more" });

    card.shadowRoot!.getAnimations().forEach((animation) => animation.finish());
    const [line, quiet, edge] = look();
    expect(before[0]).toContain("0.18");
    expect(line).toContain("0.6");
    expect(quiet).toBe(getComputedStyle(document.body).color);
    expect(edge).toBe(getComputedStyle(inner(card)).color);
  });

  it("prints no button", async () => {
    const card = await showCard(["Fen"], 400);

    await emulate({}, "print");

    expect(inner(card).checkVisibility()).toBe(false);
    expect(rows(card)[0]!.checkVisibility()).toBe(true);
  });

  it("reads a button that is disabled, by an attribute of either kind", async () => {
    const host = await show(`<human-connect-button disabled></human-connect-button>`);
    expect(getComputedStyle(inner(host)).opacity).toBe("0.6");

    inner(host).disabled = false;
    inner(host).setAttribute("aria-disabled", "true");

    await expect.poll(() => getComputedStyle(inner(host)).opacity).toBe("0.6");
  });
});
