import { onTestFinished } from "vitest";
import type { ConnectEvent } from "../../src/model/events.js";
import { createHumanConnect, type HumanConnect } from "../../src/human-connect.js";
import type { HumanConnectOptions } from "../../src/session/options.js";
import type { TokenReason } from "../../src/token/token-grant.js";
import { createFakeClient, type FakeClient, type FakeScript } from "../../src/testing.js";

export const clinic = { id: "c1", name: "Clinic" };
export const pharmacy = { id: "p1", name: "Pharmacy" };

export interface FakeCase {
  readonly fake: FakeClient;
  readonly connect: HumanConnect;
  /** Every event, in order. */
  readonly events: ConnectEvent[];
  /** Why `getToken` was called, each time. It answers `token-1`, `token-2` and so on. */
  readonly reasons: TokenReason[];
}

/** A connection with a fake client, which leaves the page free for the next test. */
export function create(script?: FakeScript, options: Partial<HumanConnectOptions> = {}): FakeCase {
  const fake = createFakeClient(script);
  const [events, reasons]: [ConnectEvent[], TokenReason[]] = [[], []];
  const note = (event: ConnectEvent): void => void events.push(event);
  const connect = createHumanConnect({
    client: fake,
    warmFrame: false,
    getToken: ({ reason }) => `token-${reasons.push(reason)}`,
    onOpen: note,
    onConnect: note,
    onDisconnect: note,
    onClose: note,
    onError: note,
    ...options,
  });
  onTestFinished(() => fake.reset());
  return { fake, connect, events, reasons };
}

/** Opens, and waits until Connect is open. */
export async function open({ fake, connect }: FakeCase): Promise<{ over: ReturnType<HumanConnect["open"]> }> {
  const over = connect.open();
  await fake.opened();
  return { over };
}
