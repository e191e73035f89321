import type { HumanConnectErrorCode } from "@human-connect/core";
import type { Fault, FaultCheck, PageOptions } from "../fault.ts";
import { hastenSeconds } from "../../support/hasten.ts";
import { eventually, failedWith, pause, same, type World } from "../harness/world.ts";

/** A page that never comes: where it should be, and what the kit says about it. */
interface DeadPage {
  readonly url: (world: World) => string;
  readonly page?: PageOptions;
  /** Nothing where no browser tells a page that a frame shows an error: the person may have it loaded anew, or close it. */
  readonly code?: HumanConnectErrorCode;
  readonly peers?: FaultCheck["peers"];
  readonly rawShowsNotIn?: FaultCheck["rawShowsNotIn"];
}

const connectWith =
  (query: Record<string, string>) =>
  ({ origins }: World): string =>
    `${origins.connect}/?${new URLSearchParams(query)}`;

const deadPages: Record<string, DeadPage> = {
  "whose port is closed": { url: () => "http://127.0.0.1:1/", code: "widget-failed" },
  // Longer than a name may be: no resolver has to be waited for.
  "whose name nobody knows": { url: () => `https://${"n".repeat(64)}.invalid/`, code: "widget-failed" },
  "that never answers": { url: connectWith({ behaviour: "hang" }), code: "widget-timeout", peers: ["R2"] },
  "that the host's policy blocks": {
    url: connectWith({}),
    page: { headers: { "content-security-policy": "frame-src 'self'" } },
    code: "widget-blocked",
  },
  "that refuses to be framed by X-Frame-Options": {
    url: connectWith({ headers: JSON.stringify({ "x-frame-options": "DENY" }) }),
  },
  "that refuses to be framed by frame-ancestors": {
    url: connectWith({ headers: JSON.stringify({ "content-security-policy": "frame-ancestors 'none'" }) }),
  },
  "that is an error of its server": { url: connectWith({ behaviour: "error" }) },
};

/** Waits as long as a person would look at it: nothing was called, and the overlay covers the page. */
async function trapsThePerson(world: World, { url }: DeadPage): Promise<boolean> {
  const vendor = await world.vendor();
  let calls = 0;
  const onClose = (): void => void calls++;
  const returned = vendor.open({ token: "t", baseURL: url(world), onClose });
  await pause(700);
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  document.querySelector<HTMLElement>("#human-api-connect-modal-overlay")!.click();
  const covers = document.elementFromPoint(5, 5)?.id === "human-api-connect-modal-overlay" || Boolean(world.frame);
  return returned === undefined && calls === 0 && covers;
}

/** An offer is taken, and the widget opened anew; then the person has had enough. */
async function triesAgainInVain(world: World, offer: () => Promise<HTMLElement>): Promise<void> {
  const again = await offer();
  const { frame } = world;
  again.click();
  await eventually(() => world.frame && world.frame !== frame, "the widget is opened again");
  await offer();
  world.wayOut().click();
}

/** Holds that the person gets out, hears why, and can try again. */
async function letsThePersonOut(world: World, { url, code }: DeadPage): Promise<void> {
  const { connect } = world.createKit({
    baseUrl: url(world),
    timeouts: { widgetMs: code === "widget-timeout" ? 1000 : 20_000 },
  });
  world.opener.focus();
  const over = connect.open();
  if (code === "widget-failed") await triesAgainInVain(world, () => world.untilDoubted());
  if (code) {
    const state = await over;
    failedWith(state, code);
    same(Boolean(state.status === "error" && state.error.userMessage), true, "a sentence for the person");
  } else {
    const restore = hastenSeconds();
    await triesAgainInVain(world, () => world.untilOffered(".reload"));
    restore();
    same((await over).status, "closed", "status");
  }
  await eventually(() => document.activeElement === world.opener, "the focus is back on the button");
  world.mustBeClean();
}

export const deadPagesFault: Fault = {
  id: "F16",
  title: "a page that does not come traps the person behind the overlay",
  checks: Object.entries(deadPages).map(([what, dead]) => ({
    name: `a Connect page ${what}`,
    ...(dead.page && { page: dead.page }),
    ...(dead.peers && { peers: dead.peers }),
    raw: (world) => trapsThePerson(world, dead),
    kit: (world) => letsThePersonOut(world, dead),
  })),
};
