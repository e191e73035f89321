import type { Language } from "@human-connect/core";
import { ar } from "@human-connect/core/languages/ar";
import { fr } from "@human-connect/core/languages/fr";
import type { HumanConnectCard, HumanConnectList, HumanConnectStatus } from "@human-connect/element";
import { upgradeLinks } from "@human-connect/element/links";
import { afterEach, expect, it } from "vitest";
import { addLanguage } from "../../src/attributes/page-languages.js";
import { createFakeVendor, drawn, findStage, inner, part, show, showButton, shownText } from "../page.js";

const key = Symbol.for("human-connect.languages");
const two = `initial-connections='[{"id":"a","name":"Alder Clinic"},{"id":"b","name":"Birch Pharmacy"}]'`;
const root = document.documentElement;

afterEach(() => {
  Reflect.deleteProperty(globalThis, key);
  root.removeAttribute("lang");
});

it.each([
  ["fr", fr.labels.connect],
  ["fr-CA", fr.labels.connect],
  ["fr_CA.UTF-8", fr.labels.connect],
  [" FR ", fr.labels.connect],
  ["es", "Conectar tus datos de salud"],
  ["de", "Connect your health data"],
  ["constructor", "Connect your health data"],
  ["", "Connect your health data"],
])("speaks for the locale %j the language that the page has loaded", async (locale, text) => {
  addLanguage(fr);

  const button = await show(`<human-connect-button locale="${locale}"></human-connect-button>`);

  expect(shownText(button)).toBe(text);
});

it("speaks a language that comes after the element", async () => {
  const button = await show(`<human-connect-button locale="fr"></human-connect-button>`);
  expect(shownText(button)).toBe("Connect your health data");

  addLanguage(fr);
  await drawn();

  expect(shownText(button)).toBe(fr.labels.connect);
});

it("listens to nothing once it has left the page", async () => {
  const button = await show(`<human-connect-button locale="fr"></human-connect-button>`);
  button.remove();

  addLanguage(fr);
  await drawn();

  expect(shownText(button)).toBe("Connect your health data");
});

it("speaks the language around it without a locale, if the page has loaded it", async () => {
  addLanguage(fr);
  root.lang = "fr-FR";
  const holder = await show<HTMLElement>(
    `<div><human-connect-button></human-connect-button><human-connect-button lang="de"></human-connect-button></div>`,
  );
  const texts = (): string[] => [...holder.querySelectorAll("human-connect-button")].map(shownText);
  expect(texts()).toEqual([fr.labels.connect, "Connect your health data"]);

  holder.lastElementChild!.setAttribute("lang", "fr");
  await drawn();

  expect(texts()).toEqual([fr.labels.connect, fr.labels.connect]);
});

it("needs no locale for nothing, and is English in a page of any language that has loaded none", async () => {
  root.lang = "es";

  expect(shownText(await show(`<human-connect-button></human-connect-button>`))).toBe("Connect your health data");
});

it("keeps the words of an element", async () => {
  addLanguage(fr);
  const button = await show(`<human-connect-button locale="fr" label-connect="Partager"></human-connect-button>`);

  expect(shownText(button)).toBe("Partager");
  expect(part(button, "button").textContent).toBe("Partager");
});

it("gives a list and a status line the language of their button, and their own", async () => {
  addLanguage(fr);
  addLanguage(ar);
  const holder = await show<HTMLElement>(
    `<div><human-connect-card id="c" locale="ar" ${two}></human-connect-card><human-connect-status for="c"></human-connect-status>` +
      `<human-connect-status for="c" locale="fr"></human-connect-status><human-connect-status for="c" locale="en"></human-connect-status>` +
      `<human-connect-list for="c" detailed></human-connect-list></div>`,
  );
  await drawn();

  const lines = [...holder.querySelectorAll<HumanConnectStatus>("human-connect-status")];
  expect(lines.map((line) => line.shadowRoot!.textContent)).toEqual([
    "تم ربط مصدرين",
    "2 sources connectées",
    "2 sources connected",
  ]);
  const list = holder.querySelector<HumanConnectList>("human-connect-list")!;
  expect(part(list, "source-status").textContent).toBe(ar.labels.statusConnected);
});

it("opens the stage in the language and its direction", async () => {
  addLanguage(ar);
  const { properties } = createFakeVendor();
  const button = await showButton(properties, `<human-connect-button locale="ar"></human-connect-button>`);

  inner(button).click();
  await expect.poll(() => findStage()).not.toBe(null);

  const surface = findStage()!.shadowRoot!.querySelector<HTMLElement>("[part=surface]")!;
  expect([surface.lang, surface.dir, surface.ariaLabel]).toEqual(["ar", "rtl", ar.labels.title]);
});

it("speaks in blocks that replace links", async () => {
  addLanguage(fr);
  root.lang = "fr";
  const stop = upgradeLinks({ button: { tokenUrl: "/token" } });
  await show(`<p><a href="#human-connect=card">Partager</a></p>`);

  const readHeading = (): string | null | undefined => {
    const card = document.querySelector<HumanConnectCard>("human-connect-card");
    return card?.shadowRoot?.querySelector("[part=heading]")?.textContent;
  };
  await expect.poll(readHeading).toBe(fr.labels.heading);
  stop();
});

it.each([
  [`{"two":"deux","other":"{count} en tout"}`, "deux"],
  [` { "other": "{count} en tout" }`, "2 en tout"],
  ["{count} en tout", "2 en tout"],
  ["{}", "{}"],
  ["2", "2"],
  ["null", "null"],
])("reads the plural forms of an attribute: %s", async (value, text) => {
  const own: Language = { ...fr, locale: "ar" };
  addLanguage(own);

  const card = await show(
    `<human-connect-card locale="ar" ${two} label-many-connections='${value}'></human-connect-card>`,
  );

  expect(part(card, "status").textContent).toBe(text);
});
