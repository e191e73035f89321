import type { DemoPage } from "../demo-page.ts";
import { passTime, untilWaiting } from "./held-time.ts";
import { untilPrepared } from "../until-prepared.ts";

const tokens = "**/api/human-connect/token*";
const script = "**/humanapi-connect-client@*";

/** What a person does, and what happens to them, as the transcripts call it. */
export const acts: Readonly<Record<string, (demo: DemoPage) => Promise<unknown>>> = {
  "moves to the button": ({ button }) => button.focus(),
  "opens a dialog of the app": ({ page }) => page.getByRole("button", { name: "Get ready" }).press("Enter"),
  "moves to the button in it": ({ page }) =>
    page.getByRole("dialog", { name: "Get ready" }).locator("button.human-connect-button").focus(),
  "closes that dialog": ({ page }) => page.keyboard.press("Escape"),
  "presses Enter": ({ page }) => page.keyboard.press("Enter"),
  "presses Escape": ({ page }) => page.keyboard.press("Escape"),
  "comes to what Connect shows": ({ connect }) => connect.getByRole("searchbox").waitFor(),
  "connects Applefen Pharmacy": (demo) => demo.connectProvider("Applefen Pharmacy"),
  "goes on to another": ({ connect }) => connect.getByRole("button", { name: "Connect another" }).click(),
  "disconnects Applefen Pharmacy": async ({ connect }) => {
    await connect.getByRole("button", { name: "Disconnect Applefen Pharmacy" }).click();
    await connect.getByRole("button", { name: "Yes, disconnect" }).click();
    await connect.getByRole("button", { name: "Disconnect Applefen Pharmacy" }).waitFor({ state: "detached" });
  },
  "presses Done": ({ connect }) => connect.getByRole("button", { name: "Done" }).press("Enter"),
  "presses Close Connect in it": ({ connect }) => connect.getByRole("button", { name: "Close Connect" }).press("Enter"),
  // The part of a session that loads at the click shows itself after two seconds without a token.
  "waits for the token alone": ({ page }) => untilWaiting(page, 2000),
  "a second passes": ({ page }) => passTime(page, 1000),
  "2 seconds pass": ({ page }) => passTime(page, 2000),
  "20 seconds pass": ({ page }) => passTime(page, 20_000),
  // Long enough for whatever is said late, and for what has been held back.
  "a minute passes": ({ page }) => passTime(page, 60_000),
  "the token endpoint is in trouble": ({ page }) =>
    page.route(tokens, (route) => route.fulfill({ status: 500, body: "" })),
  "the token endpoint is well again": ({ page }) => page.unroute(tokens),
  "the token endpoint does not answer": ({ page }) => page.route(tokens, () => {}),
  "the vendor's script is gone": ({ page }) => page.route(script, (route) => route.fulfill({ status: 404 })),
  "the network goes, once the page is prepared": async ({ page, button }) => {
    await button.hover();
    await untilPrepared(page);
    await page.context().setOffline(true);
  },
  "the network comes back": ({ page }) => page.context().setOffline(false),
  "something of the page removes the frame": ({ stage }) =>
    stage.locator("#human-api").evaluate((frame) => frame.remove()),
};
