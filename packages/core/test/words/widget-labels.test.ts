import { describe, expect, it } from "vitest";
import { readButtonLabels } from "../../src/words/button-labels.js";
import { spanish } from "../../src/words/widget-labels-es.js";
import { englishWidgetLabels, loadWidgetLabels } from "../../src/words/widget-labels.js";

const errors = [
  "errorOffline",
  "errorTimeout",
  "errorBusy",
  "errorSignIn",
  "errorLater",
  "errorFailed",
  "errorEnded",
] as const;
const names = ["title", "cancel", "close", "reload", "slow", "doubt", ...errors] as const;

describe("loadWidgetLabels", () => {
  it.each(["en", "es"])("has every word of a session in %s", async (locale) => {
    const words = await loadWidgetLabels({ locale });

    expect(Object.keys(words).toSorted()).toEqual([...names, ...Object.keys(readButtonLabels({}))].toSorted());
    for (const word of Object.values(words)) expect(word).toMatch(/\p{L}{2}/u);
  });

  it("says nothing in Spanish as it does in English", async () => {
    const english = await loadWidgetLabels({ locale: "en" });
    const words = await loadWidgetLabels({ locale: "es-AR" });

    for (const name of names) expect(words[name]).not.toBe(english[name]);
    expect(words).toMatchObject(spanish);
  });

  it("speaks English for a locale that is not built in", async () => {
    await expect(loadWidgetLabels({ locale: "fr" })).resolves.toEqual(englishWidgetLabels({}));
  });

  it("replaces one word of the widget and one of the button", async () => {
    const words = await loadWidgetLabels({ locale: "es", labels: { cancel: "Atrás", loading: "Un momento" } });

    expect(words).toEqual({ ...(await loadWidgetLabels({ locale: "es" })), cancel: "Atrás", loading: "Un momento" });
  });

  it("keeps the built-in word where an own one is undefined", async () => {
    await expect(loadWidgetLabels({ labels: { cancel: undefined, loading: undefined } })).resolves.toEqual(
      await loadWidgetLabels({}),
    );
  });
});

describe("englishWidgetLabels", () => {
  it("is what English loads to", async () => {
    expect(englishWidgetLabels({ locale: "en" })).toEqual(await loadWidgetLabels({ locale: "en" }));
  });

  it("knows own words before anything is loaded", () => {
    expect(englishWidgetLabels({ labels: { errorBusy: "Busy" } }).errorBusy).toBe("Busy");
  });
});
