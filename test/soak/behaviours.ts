import type { ConnectClient, HumanConnect, HumanConnectState, TokenGrant } from "@human-connect/core";
import { findDeep } from "../support/find-deep.ts";
import { hastenSeconds } from "../support/hasten.ts";

/** One session, as whoever takes part in it sees it. */
export interface Visit {
  readonly connect: HumanConnect;
  /** Another button on the same page. */
  readonly other: HumanConnect;
  /** 0 to 1. */
  readonly random: () => number;
  /** The component with the button leaves the page. */
  readonly leave: () => void;
  /** The next `onClose` opens Connect again. */
  readonly reopen: () => void;
}

/** What somebody does, and how it may end. */
export interface Behaviour {
  readonly name: string;
  /** How often it is drawn, beside the others. Default 1. */
  readonly weight?: number;
  /** Of the sandbox, by the user's id. */
  readonly scenario?: string;
  /** Default the backend's. */
  readonly getToken?: () => TokenGrant | Promise<TokenGrant>;
  /** Default the vendor's. */
  readonly client?: ConnectClient;
  readonly act?: (visit: Visit) => Promise<void> | void;
  /** Statuses with reason or code. */
  readonly ends: readonly string[];
}

const findStage = (): HTMLElement | null => document.querySelector<HTMLElement>("[data-human-connect-stage]");
const byHost = ["closed closed-by-host"];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits as people do who know no promises: by looking. */
async function find<T>(look: () => T | null | undefined): Promise<T | undefined> {
  for (let tries = 0; tries < 1000; tries++) {
    const found = look();
    if (found) return found;
    await pause(10);
  }
  return undefined;
}

const findFrame = (): Promise<HTMLElement | undefined> => find(() => findDeep("#human-api"));

/** The host closes after a while, wherever the session is by then. */
const closeWithin =
  (ms: number) =>
  async ({ connect, random }: Visit): Promise<void> => {
    await pause(random() * ms);
    connect.close();
  };

async function pressButton({ random }: Visit): Promise<void> {
  await pause(random() * 500);
  const button = random() < 0.5 ? "cancel" : "close";
  (await find(() => findStage()?.shadowRoot!.querySelector<HTMLElement>(`.${button}`)))?.click();
}

async function pressReload(): Promise<void> {
  const restore = hastenSeconds();
  const frame = await findFrame();
  const reload = await find(() => findStage()?.shadowRoot!.querySelector<HTMLElement>(".reload"));
  await find(() => reload?.checkVisibility());
  restore();
  reload!.click();
  await find(() => findDeep("#human-api") !== frame);
}

const never = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("nobody waits"))));

/** Everything that people, hosts, backends and the sandbox do in a soak. */
export const behaviours: readonly Behaviour[] = [
  { name: "connects a source and finishes", weight: 3, scenario: "autopilot", ends: ["closed finished"] },
  {
    name: "cancels",
    weight: 8,
    act: pressButton,
    ends: ["closed cancelled"],
  },
  { name: "closes at once", weight: 2, act: ({ connect }) => connect.close(), ends: byHost },
  { name: "closes at some time", weight: 8, act: closeWithin(700), ends: byHost },
  { name: "meets forged messages", weight: 3, scenario: "forged-messages", act: closeWithin(1500), ends: byHost },
  { name: "meets junk", weight: 2, scenario: "junk-messages", act: closeWithin(1000), ends: byHost },
  {
    name: "meets a page that never comes",
    weight: 2,
    scenario: "never-loads",
    act: pressButton,
    ends: ["closed cancelled"],
  },
  { name: "meets a broken page", scenario: "server-error", act: closeWithin(700), ends: byHost },
  {
    name: "has a broken page loaded anew",
    weight: 2,
    scenario: "server-error",
    async act(visit) {
      await pressReload();
      await pressReload();
      await pressButton(visit);
    },
    ends: ["closed cancelled"],
  },
  {
    name: "loses the frame",
    weight: 3,
    act: async () => (await findFrame())?.remove(),
    ends: ["error widget-removed"],
  },
  {
    name: "loses the stage",
    weight: 3,
    async act() {
      if (await findFrame()) findStage()?.remove();
    },
    ends: ["error widget-removed"],
  },
  { name: "gets no token", weight: 3, getToken: () => Promise.reject(new Error("503")), ends: ["error token-failed"] },
  { name: "gets a page for a token", getToken: () => "<!doctype html>", ends: ["error token-malformed"] },
  { name: "gets nothing from the service", scenario: "token-500", ends: ["error token-malformed"] },
  { name: "gets an expired token", scenario: "expired-token", ends: ["error token-expired"] },
  { name: "gets an unknown token", scenario: "invalid-token", ends: ["error token-invalid"] },
  {
    name: "gets no client",
    client: { load: () => Promise.reject(new Error("no network")) },
    ends: ["error client-failed"],
  },
  {
    name: "leaves while it loads",
    weight: 3,
    client: { load: never },
    async act({ leave, random }) {
      await pause(random() * 100);
      leave();
    },
    ends: ["idle"],
  },
  {
    name: "opens again when it closes",
    weight: 3,
    async act({ connect, reopen, random }) {
      reopen();
      await pause(random() * 400);
      connect.close();
    },
    ends: byHost,
  },
  {
    name: "clicks another button as well",
    weight: 3,
    async act({ connect, other }) {
      await findFrame();
      const state = await other.open();
      if (describeEnd(state) !== "error widget-busy")
        throw new Error(`the other button ended in ${describeEnd(state)}`);
      connect.close();
    },
    ends: byHost,
  },
];

/** A state in words: `closed finished`, `error token-failed`, `idle`. */
export function describeEnd(state: HumanConnectState): string {
  if (state.status === "closed") return `closed ${state.reason}`;
  return state.status === "error" ? `error ${state.error.code}` : state.status;
}
