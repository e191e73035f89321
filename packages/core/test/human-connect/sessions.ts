import { afterEach, beforeEach, expect, inject, vi } from "vitest";
import { page } from "vitest/browser";
import { type ConnectEvent } from "../../src/model/events.js";
import { createHumanConnect, type HumanConnect } from "../../src/human-connect.js";
import { npmClient } from "../../src/npm.js";
import type { HumanConnectOptions } from "../../src/session/options.js";
import type { TokenReason } from "../../src/token/token-grant.js";
import { type HumanConnectState } from "../../src/model/state.js";
import { createFakeVendor, type FakeVendor, type FakeVendorOptions } from "../fake-vendor.js";
import { findDeep } from "../../../../test/support/find-deep.ts";

export const sandboxUrl = inject("sandboxUrl");
export const tokens = inject("sandboxTokens");
export const splash = `${sandboxUrl}/images/data-source-type-icons/launch-connect-text.svg`;

export const clinic = { id: "c1", name: "Clinic" };
export const pharmacy = { id: "p1", name: "Pharmacy" };
export const results = (connectedSources: object[], disconnectedSources: object[] = []): object => ({
  connectedSources,
  disconnectedSources,
  requestedSources: [],
});
export const connecting = {
  type: "hapi-connect-connect-source",
  status: "CONNECTED_SOURCE",
  sessionResults: results([clinic]),
  currentConnections: [clinic],
};
export const closing = {
  type: "hapi-connect-close",
  status: "SUCCESS",
  sessionResults: results([clinic]),
  currentConnections: [clinic],
};

export interface Session {
  readonly connect: HumanConnect;
  /** Every state and every event, in order. */
  readonly log: string[];
  readonly events: ConnectEvent[];
  /** Why `getToken` was called, each time. */
  readonly reasons: TokenReason[];
}

export let opener: HTMLButtonElement;
export let connects: HumanConnect[];
export let overs: Promise<HumanConnectState>[];

/** A connection that notes whatever happens to it. */
export function create(options: Partial<HumanConnectOptions> = {}): Session {
  const [log, events, reasons]: [string[], ConnectEvent[], TokenReason[]] = [[], [], []];
  const note = (event: ConnectEvent): void => {
    events.push(event);
    log.push(`on ${event.type}`);
  };
  const { getToken = () => "token" } = options;
  const connect = createHumanConnect({
    warmFrame: false,
    onOpen: note,
    onConnect: note,
    onDisconnect: note,
    onClose: note,
    onError: note,
    ...options,
    getToken(context) {
      reasons.push(context.reason);
      return getToken(context);
    },
  });
  connect.subscribe(() => log.push(connect.getState().status));
  connects.push(connect);
  return { connect, log, events, reasons };
}

/** A connection to the real client and the sandbox. */
export function createReal(user: string, options: Partial<HumanConnectOptions> = {}): Session {
  return create({
    client: npmClient(),
    baseUrl: sandboxUrl,
    getToken: () => ({ session_token: tokens[user]!, expires_in: 3600 }),
    ...options,
  });
}

/** A connection to a page that the test speaks for. */
export function createFake(
  options: Partial<HumanConnectOptions> = {},
  vendor: FakeVendorOptions = {},
): Session & { fake: FakeVendor } {
  const fake = createFakeVendor(vendor);
  return { ...create({ client: fake.client, baseUrl: location.origin, ...options }), fake };
}

export function open(
  connect: HumanConnect,
  ...overrides: Parameters<HumanConnect["open"]>
): Promise<HumanConnectState> {
  const over = connect.open(...overrides);
  overs.push(over);
  return over;
}

/** Opens and waits until the page in the frame has loaded. */
export async function openLoaded(
  { connect }: Session,
  ...overrides: Parameters<HumanConnect["open"]>
): Promise<{ over: Promise<HumanConnectState> }> {
  const over = open(connect, ...overrides);
  await vi.waitFor(() => expect(stage()?.shadowRoot!.querySelector("[data-live]")).toBeTruthy(), { timeout: 10_000 });
  return { over };
}

export const stage = (): HTMLElement | null => document.querySelector<HTMLElement>("[data-human-connect-stage]");
export const frame = (): HTMLIFrameElement => findDeep<HTMLIFrameElement>("#human-api")!;
export const inFrame = (): ReturnType<typeof page.frameLocator> => page.frameLocator(page.elementLocator(frame()));
export const never = new Promise<never>(() => {});
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  [connects, overs] = [[], []];
  opener = document.body.appendChild(Object.assign(document.createElement("button"), { textContent: "Connect" }));
  opener.focus();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const connect of connects) connect.close();
  await Promise.allSettled(overs);
  opener.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
