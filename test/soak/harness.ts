import {
  createHumanConnect,
  type ConnectEvent,
  type HumanConnect,
  type HumanConnectState,
  type TokenGrant,
} from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import { behaviours, describeEnd, type Behaviour } from "./behaviours.ts";
import { forgedId, inviteStranger, type Stranger } from "./stranger.ts";

/** What has happened so far. */
export interface SoakTally {
  sessions: number;
  events: number;
  forged: number;
  /** Forged messages that had any effect. */
  accepted: number;
  /** Sessions by their end. */
  ends: Record<string, number>;
  /** What ended as it should not. */
  surprises: string[];
}

/** What the driver calls. */
export interface SoakPage {
  start(connectUrl: string, seed: number): Promise<void>;
  /** Resolves when the session of the last click is over. */
  clicked(): Promise<void>;
  /** Every behaviour once, so that what is meant to stay is there. */
  warmUp(): Promise<void>;
  /** Random sessions for so long. */
  play(ms: number): Promise<void>;
  /** Opens Connect and leaves it open. */
  leaveOpen(): void;
  tally(): SoakTally;
}

declare global {
  interface Window {
    soak: SoakPage;
  }
}

/** Longer than any session may take. */
const stuckMs = 40_000;

const tally: SoakTally = { sessions: 0, events: 0, forged: 0, accepted: 0, ends: {}, surprises: [] };
const client = npmClient();
let connectUrl = "";
let random = (): number => 0;
let stranger: Stranger;
/** Somebody with nothing in their way. */
const plain = behaviours.find(({ name }) => name === "cancels")!;
let behaviour = plain;
let clicked: Promise<unknown> = Promise.resolve();
let reopened: Promise<HumanConnectState> | undefined;
let isReopening = false;

async function fetchGrant(): Promise<TokenGrant> {
  // Few people, so that they come back with what they have connected before.
  const user = `soak${Math.floor(random() * 5)}${behaviour.scenario ? `+${behaviour.scenario}` : ""}`;
  const response = await fetch(`/token?user=${encodeURIComponent(user)}`, { method: "POST" });
  return (await response.json()) as TokenGrant;
}

function hear(event: ConnectEvent): void {
  tally.events += 1;
  look(event);
  if (event.type !== "close" || !isReopening) return;
  isReopening = false;
  reopened = buttons.first.connect.open();
}

function look(value: unknown): void {
  if (JSON.stringify(value).includes(forgedId)) tally.accepted += 1;
}

function createButton(id: string): { connect: HumanConnect; mount: () => void; unmount: () => void } {
  const connect = createHumanConnect(() => ({
    baseUrl: connectUrl,
    warmFrame: false,
    // A token that the last session has not used up is not for somebody else, who is to have trouble with their own.
    user: behaviour.scenario || behaviour.getToken ? `person ${tally.sessions}` : undefined,
    client: behaviour.client ?? client,
    getToken: () => (behaviour.getToken ?? fetchGrant)(),
    onOpen: hear,
    onConnect: hear,
    onDisconnect: hear,
    onClose: hear,
    onError: hear,
  }));
  const button = Object.assign(document.createElement("button"), { id, textContent: "Connect" });
  button.onclick = () => (clicked = connect.open());
  document.querySelector("#root")!.append(button);
  let leave: (() => void) | undefined;
  return {
    connect,
    mount: () => (leave ??= connect.subscribe(() => look(connect.getState()))),
    unmount() {
      leave?.();
      leave = undefined;
    },
  };
}

const buttons = { first: createButton("first"), other: createButton("other") };

async function runSession(next: Behaviour): Promise<void> {
  behaviour = next;
  const { first, other } = buttons;
  first.mount();
  other.mount();
  const visit = {
    connect: first.connect,
    other: other.connect,
    random,
    leave: first.unmount,
    reopen: () => (isReopening = true),
  };
  const over = first.connect.open();
  const acted = Promise.resolve(next.act?.(visit)).catch((error: unknown) => tally.surprises.push(String(error)));
  note(next, await untilStuck(over));
  await acted;
  if (!reopened) return;
  const again = reopened;
  reopened = undefined;
  first.connect.close();
  note(next, await untilStuck(again));
}

function untilStuck(over: Promise<HumanConnectState>): Promise<HumanConnectState | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  const stuck = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), stuckMs)));
  return Promise.race([over, stuck]).finally(() => clearTimeout(timer));
}

function note({ name, ends }: Behaviour, state: HumanConnectState | undefined): void {
  const end = state ? describeEnd(state) : "stuck";
  tally.sessions += 1;
  tally.ends[end] = (tally.ends[end] ?? 0) + 1;
  if (!ends.includes(end)) tally.surprises.push(`${name}: ${end}`);
  buttons.first.connect.close();
}

/** @see https://gist.github.com/tommyettinger/46a874533244883189143505d203312c Mulberry32 */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const drawn = behaviours.flatMap((one) => Array.from({ length: one.weight ?? 1 }, () => one));

window.soak = {
  async start(url, seed) {
    connectUrl = url;
    random = createRandom(seed);
    stranger = await inviteStranger(url);
  },
  async clicked() {
    await clicked;
  },
  async warmUp() {
    stranger.start();
    for (const one of behaviours) await runSession(one);
    stranger.stop();
  },
  async play(ms) {
    stranger.start();
    const until = performance.now() + ms;
    while (performance.now() < until) await runSession(drawn[Math.floor(random() * drawn.length)]!);
    stranger.stop();
  },
  leaveOpen() {
    behaviour = plain;
    stranger.start();
    void buttons.first.connect.open();
  },
  tally: () => ({ ...tally, forged: stranger.sent }),
};
