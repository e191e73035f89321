import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { listen } from "../../demo/listen.ts";
import { findMs, type Driver } from "../support/driver.ts";
import { engines } from "../support/engines.ts";

// A CMS page in the language of its reader: the file of a language is beside human-connect.js, and each tag has its hash.

const dist = (name: string): string => readFileSync(at(`packages/element/dist/${name}`), "utf8");
const tag = (name: string): string =>
  `<script type="module" src="/${name}" integrity="${dist(`${name}.sri`).trim()}"></script>`;
const [kit, french, arabic] = ["human-connect.js", "languages/fr.js", "languages/ar.js"].map(tag);

const known = `initial-connections='[{"id":"q","name":"Quest Diagnostics (New York)"},{"id":"a","name":"Alder Clinic"}]'`;
const elements = (attributes = ""): string =>
  `<human-connect-card id="c" token-url="/token" ${attributes} ${known}></human-connect-card>` +
  `<human-connect-list for="c"></human-connect-list>`;

/** `'self'` and nothing else: no style and no script in the page, and no script without a hash. */
const headers = {
  "content-security-policy": "default-src 'none'; script-src 'self' 'unsafe-eval'",
  "integrity-policy": "blocked-destinations=(script)",
};

describe.each(engines)("a page in another language in $engine", ({ launch }) => {
  let site: Awaited<ReturnType<typeof listen>>;
  let driver: Driver;
  let html = "";
  beforeAll(async () => {
    site = await listen(
      ({ url }) => {
        const { pathname } = new URL(url);
        return pathname.endsWith(".js")
          ? new Response(dist(pathname), { headers: { "content-type": "text/javascript" } })
          : new Response(`<!doctype html>${html}`, {
              headers: { "content-type": "text/html;charset=utf-8", ...headers },
            });
      },
      0,
      "localhost",
    );
    driver = await launch();
  });
  afterAll(async () => {
    await driver?.close();
    await site?.close();
  });

  /** What the parts of the card say, and in which direction. */
  const read = (): Promise<unknown> =>
    driver.evaluate(`["heading", "button", "status"].map((name) =>
      document.querySelector("human-connect-card")?.shadowRoot?.querySelector("[part=" + name + "]")?.textContent)
      .concat(getComputedStyle(document.querySelector("human-connect-card")).direction)`);

  async function load(page: string): Promise<void> {
    html = page;
    await driver.goto(site.url);
  }

  it.each([
    ["before", `<html lang="en">${french}${kit}${elements('locale="fr"')}`],
    ["after", `<html lang="en">${kit}${french}${elements('locale="fr-CA"')}`],
    ["after, by the language of the page", `<html lang="fr">${elements()}${kit}${arabic}${french}`],
  ])("speaks it when its tag is %s", async (_place, page) => {
    await load(page);

    await expect
      .poll(read, { timeout: findMs })
      .toEqual(["Vos données de santé", "Ajouter ou retirer des sources", "2 sources connectées", "ltr"]);
  });

  it("is English in the language of a page that has no file of it", async () => {
    await load(`<html lang="fr">${elements()}${kit}${arabic}`);

    await expect
      .poll(read, { timeout: findMs })
      .toEqual(["Your health data", "Add or remove sources", "2 sources connected", "ltr"]);
  });

  it("is in Arabic from right to left, with the names of sources from left to right", async () => {
    await load(`<html lang="ar" dir="rtl">${arabic}${kit}${elements()}`);

    await expect
      .poll(read, { timeout: findMs })
      .toEqual(["بياناتك الصحية", "إضافة مصادر أو إزالتها", "تم ربط مصدرين", "rtl"]);
    // The bracket at the end of a name is right of its first letter, in the card and in the list.
    const isAtEnd = await driver.evaluate(`[
        document.querySelector("human-connect-card").shadowRoot.querySelector(".human-connect-source-name"),
        document.querySelector("human-connect-list").shadowRoot.querySelector(".human-connect-source"),
      ].map(({ firstChild }) => {
        const placeOf = (sign) => {
          const range = new Range();
          range.setStart(firstChild, firstChild.data.indexOf(sign));
          range.setEnd(firstChild, firstChild.data.indexOf(sign) + 1);
          return range.getBoundingClientRect();
        };
        return placeOf(")").left > placeOf("Q").right;
      })`);
    expect(isAtEnd).toEqual([true, true]);
  });
});
