import type { Page } from "@playwright/test";
import type { MountConfig } from "../../contract/harness/harness.ts";
import type { HostServer } from "../../support/host-server.ts";

/** What a screen reader finds on the page, a line an element. */
export type Transcript = string;

export interface Trouble {
  readonly name: string;
  readonly mount?: Partial<MountConfig> & { scenario?: string };
  /** Brings the trouble about, before the click. @returns Mends it. */
  readonly arrange?: (page: Page, host: HostServer) => Promise<() => Promise<unknown>>;
  /** What is heard while the person waits, or sees a frame that is dead. Nothing where the trouble ends by itself. */
  readonly during?: Transcript;
  /** What is heard afterwards. Default: the button as it was. */
  readonly after?: Transcript;
  /** What is heard by somebody who has backed out. Default: the button as it was, because nobody has to hear of an error then. */
  readonly left?: Transcript;
}

export const idle = `- button "Connect your health data"
- status`;
const failed = `- button "Try again"
- status: Connect could not be opened. Try again.`;
const ended = `- button "Try again"
- status: Connect closed unexpectedly. What you connected is kept. Try again to go on.`;
const late = `- button "Try again"
- status: Connect is taking too long to open. Try again in a moment.`;
export const waiting = `- dialog "Connect your health data":
  - status: This is taking longer than usual…
  - button "Cancel"`;
/**
 * A page that loads as if all were well, dead or alive. The focus is in the frame, and so is the keyboard: what the page in there makes
 * of Escape is its own affair.
 */
export const shown = `- dialog "Connect your health data":
  - iframe
  - button "Close Connect"`;

/** The same, when nobody has pressed anything in it for a while. */
export const offered = `- dialog "Connect your health data":
  - iframe
  - button "Nothing here? Load again"
  - button "Close Connect"`;

export const doubted = `- dialog "Connect your health data":
  - iframe
  - alert: Connect does not seem to load.
  - button "Try again"
  - button "Close Connect"`;

const tokens = "**/token?user=*";
const connectPage = (host: HostServer) => (url: URL) =>
  url.origin === host.sandbox.connectUrl && url.searchParams.has("token");

export const troubles: readonly Trouble[] = [
  {
    name: "the token endpoint answers an error page",
    arrange: (page) => whileRouted(page, tokens, (route) => route.fulfill({ status: 500, body: "<h1>Sorry</h1>" })),
    after: failed,
  },
  {
    name: "the token endpoint never answers",
    arrange: (page) => whileRouted(page, tokens, () => {}),
    during: waiting,
  },
  { name: "getToken throws", mount: { token: "throw-once" }, after: failed },
  {
    name: "the vendor's script is gone",
    mount: { client: "cdn" },
    arrange: (page) => whileRouted(page, "**/humanapi-connect-client@*", (route) => route.fulfill({ status: 404 })),
    after: failed,
  },
  {
    name: "the vendor's script never comes",
    mount: { client: "cdn" },
    arrange: (page) => whileRouted(page, "**/humanapi-connect-client@*", () => {}),
    during: waiting,
  },
  {
    name: "the Connect page never comes",
    mount: { options: { timeouts: { widgetMs: 4000 } } },
    arrange: (page, host) => whileRouted(page, connectPage(host), () => {}),
    during: waiting,
    after: late,
  },
  {
    name: "the Connect page refuses to be framed",
    arrange: (page, host) =>
      whileRouted(page, connectPage(host), (route) =>
        route.fulfill({
          status: 200,
          contentType: "text/html",
          headers: { "x-frame-options": "DENY" },
          body: "<p>no</p>",
        }),
      ),
    during: offered,
  },
  {
    name: "the Connect page is an error of its server",
    arrange: (page, host) => whileRouted(page, connectPage(host), (route) => route.fulfill({ status: 500, body: "" })),
    during: offered,
  },
  { name: "every token has expired", mount: { scenario: "expired-token" }, after: ended },
  {
    name: "the browser is offline",
    arrange: async (page) => {
      const rest = page.waitForResponse(/humanapi-connect-client/);
      await page.locator("button.human-connect-button").hover();
      await (await rest).finished();
      await page.context().setOffline(true);
      return () => page.context().setOffline(false);
    },
    after: `- button "Try again"
- status: You are offline. Check your internet connection and try again.`,
  },
  {
    name: "the browser is offline before anything of the kit has come",
    arrange: async (page) => {
      await page.context().setOffline(true);
      return () => page.context().setOffline(false);
    },
    after: `- button "Try again"
- status: Connect could not be opened. Check your internet connection and try again.`,
  },
  {
    name: "another widget is open already",
    arrange: async (page) => {
      const add = () => document.body.append(Object.assign(document.createElement("iframe"), { id: "human-api" }));
      await page.evaluate(add);
      return () => page.evaluate(() => document.getElementById("human-api")!.remove());
    },
    after: `- button "Try again"
- status: Connect is already open on this page. Finish there or close it first.`,
  },
];

/** The frame shows the browser's own error page, which the headless shell does not have. */
export const unreachable: Trouble = {
  name: "the Connect page cannot be reached",
  arrange: (page, host) =>
    whileRouted(
      page,
      (url) => url.origin === host.sandbox.connectUrl,
      (route) => route.abort("connectionrefused"),
    ),
  during: doubted,
  left: failed,
};

type RouteHandler = Parameters<Page["route"]>[1];

async function whileRouted(
  page: Page,
  url: Parameters<Page["route"]>[0],
  handler: RouteHandler,
): Promise<() => Promise<unknown>> {
  await page.route(url, handler);
  return () => page.unroute(url, handler);
}
