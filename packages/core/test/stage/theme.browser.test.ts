import { afterEach, describe, expect, it } from "vitest";
import { container, create, opener, part, root, stage } from "./setup.js";

const styleOf = (name: string, selector = "[part=surface]"): string =>
  getComputedStyle(part(selector)).getPropertyValue(name);

/** The opener stands in something with looks of its own. */
function wrap(css: string, attributes: Partial<HTMLElement> = {}): HTMLElement {
  container.append(opener);
  container.style.cssText = css;
  return Object.assign(container, attributes);
}

afterEach(() => {
  for (const name of ["lang", "dir"]) root.removeAttribute(name);
});

describe("a stage has the looks of what is around its opener", () => {
  const open = (language?: string): void => create({ language }).open();

  it("its custom properties and its colour scheme", () => {
    wrap("--human-connect-surface: rgb(1, 2, 3); --human-connect-text: rgb(4, 5, 6); color-scheme: dark");

    open();

    expect(styleOf("background-color", ".card")).toBe("rgb(1, 2, 3)");
    expect(styleOf("color")).toBe("rgb(4, 5, 6)");
    expect(styleOf("color-scheme")).toBe("dark");
  });

  it("its direction", () => {
    wrap("", { dir: "rtl" });

    open();

    expect(styleOf("direction")).toBe("rtl");
  });

  it("its language, out of a shadow tree, where the words are the host's own", () => {
    wrap("", { lang: "fr" });
    const shadow = document.createElement("div").attachShadow({ mode: "open" });
    shadow.append(opener);
    container.append(shadow.host);

    open();

    expect(part("[part=surface]").lang).toBe("fr");
  });

  it("but the language of its words, where that is known", () => {
    wrap("", { lang: "fr" });

    open("es");

    expect(part("[part=surface]").lang).toBe("es");
  });

  it.each([
    ["ar", "ltr", "rtl"],
    ["fa-Arab-IR", "ltr", "rtl"],
    ["he", "ltr", "rtl"],
    ["pa-Arab", "ltr", "rtl"],
    ["ar", "rtl", "rtl"],
    ["pa", "ltr", "ltr"],
    ["en", "rtl", "rtl"],
  ])("and has for %s, where the page is %s, the direction %s", (language, dir, direction) => {
    wrap("", { dir });

    open(language);

    expect(styleOf("direction")).toBe(direction);
  });

  it("and follows the whole page where nothing in it differs", () => {
    root.style.cssText = "--human-connect-text: rgb(4, 5, 6); color-scheme: light";
    open();

    root.style.cssText = "--human-connect-text: rgb(7, 8, 9); color-scheme: dark";

    expect([styleOf("color"), styleOf("color-scheme")]).toEqual(["rgb(7, 8, 9)", "dark"]);
  });

  it("and those of its own place, in the page", () => {
    wrap("--human-connect-text: rgb(1, 2, 3)");
    const box = document.body.appendChild(document.createElement("section"));
    box.style.cssText = "--human-connect-text: rgb(4, 5, 6); color-scheme: dark";

    create({ container: box, language: "es" }).open();

    const { lang } = part("[part=surface]");
    expect([styleOf("color"), styleOf("color-scheme"), lang]).toEqual(["rgb(4, 5, 6)", "dark", "es"]);
    stage.close();
    box.remove();
  });
});
