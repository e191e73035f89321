import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";
import { nothingLeft, type ContractPage } from "../contract-page.ts";

/** Every way in which a page is copied: as text, as nodes, and for storage. */
const copies = `(() => {
  const root = document.documentElement;
  const range = document.createRange();
  range.selectNodeContents(root);
  const box = document.createElement("div");
  box.append(range.cloneContents());
  return [
    root.outerHTML,
    document.body.innerHTML,
    root.cloneNode(true).outerHTML,
    document.body.cloneNode(true).innerHTML,
    document.importNode(root, true).outerHTML,
    box.innerHTML,
    new XMLSerializer().serializeToString(document),
    JSON.stringify([localStorage, sessionStorage, history.state, window.name, location.href, document.cookie]),
  ];
})()`;

async function expectNoToken(page: ContractPage): Promise<void> {
  const token = await page.driver.evaluate<string>(`new URL(harness.find("#human-api").src).searchParams.get("token")`);
  expect(token.length).toBeGreaterThan(10);
  const all = await page.driver.evaluate<string[]>(copies);
  expect(all.filter((copy) => copy.includes(token) || /human-api|<iframe/.test(copy))).toEqual([]);
}

const byKind = [true, false].map((inline): ContractCase => {
  const where = inline ? "inline" : "over the page";
  return {
    name: `${where}: no copy of the page has the token in it, or the stage once it is a page again`,
    async run(page) {
      await page.mount({ inline });
      await page.click();
      await page.untilLive();
      await expectNoToken(page);
      await page.driver.evaluate(`{
        const copy = document.createElement("section");
        copy.innerHTML = document.documentElement.outerHTML;
        document.body.append(copy, document.documentElement.cloneNode(true));
      }`);
      expect(await page.driver.evaluate(`harness.findAll("[data-human-connect-stage]").length`)).toBe(1);
      await page.clickOnStage("close");
      await page.untilShown("closed");
      expect(await page.eventTypes()).toEqual(["open", "close"]);
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  };
});

export const copyCases: ContractCase[] = [
  ...byKind,
  {
    name: "inline: ends when a page cache puts back what it has kept, and leaves nothing in it",
    async run(page) {
      await page.mount({ inline: true });
      await page.click();
      await page.untilLive();
      // An element is a new one, which the pointer is over.
      await page.driver.evaluate(`{
        const root = document.querySelector("#root");
        root.innerHTML = root.innerHTML.replace("<human-connect-button", '$& prepare-on="none"');
      }`);
      await expect.poll(() => page.eventTypes()).toEqual(["open", "close"]);
      expect(await page.event("close")).toMatchObject({ detail: { reason: "closed-by-host" } });
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
];
