import { connectPage } from "@human-connect/sandbox/playwright";

/** The kit's button, or the link that it has made one: in words of any language. */
export const button = "main :is(button.human-connect-button, a.button)";
const untilShows = (page, status) => page.locator(`${button}[data-status="${status}"]`).first().waitFor();
const click = (page) => page.locator(button).first().click();

/** Opens Connect, and waits until it can be used: the sandbox speaks English. */
async function open(page) {
  await click(page);
  await page.frameLocator("#human-api").getByRole("button", { name: "Close Connect" }).waitFor();
}

/**
 * What a visitor of the demo meets, in the order of a session.
 *
 * @type {{ name: string, path?: string, scenario?: string, reach?: (page: import("playwright").Page) => Promise<void> }[]} `path`: of a page
 * that has no settings of its own. Default the patient app.
 */
export const demoStates = [
  { name: "at rest" },
  {
    name: "waiting for Connect",
    scenario: "never-loads",
    async reach(page) {
      await click(page);
      await page.locator("[data-human-connect-stage] .cancel").waitFor();
    },
  },
  { name: "Connect", reach: open },
  {
    name: "after a session",
    async reach(page) {
      await open(page);
      await connectPage(page).connect("Applefen Pharmacy");
      await connectPage(page).finish();
      await untilShows(page, "closed");
    },
  },
  {
    name: "an error, and another try",
    scenario: "token-500",
    async reach(page) {
      await click(page);
      await untilShows(page, "error");
    },
  },
  { name: "a CMS page with elements", path: "/cms" },
  { name: "a CMS page with links", path: "/cms/links" },
  { name: "Connect by a link", path: "/cms/links", reach: open },
];
