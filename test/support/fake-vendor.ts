import type { ConnectClient, HumanConnectOptions, Source } from "@human-connect/core";
// Not Vitest's: within this one React's own tests know that updates are expected.
import { waitFor } from "@testing-library/dom";
import { findDeep } from "./find-deep.ts";

/** A hand-written client whose Connect page is a frame of this origin that repeats to its parent what it is told. */
export interface FakeVendor {
  /** How often the client was asked to load. */
  readonly loads: number;
  /** What each `open()` was given. */
  readonly opened: Record<string, unknown>[];
  /** Options that make a session with this client. */
  readonly options: HumanConnectOptions;
  /** Connects sources, as the person does on the page. */
  connect(...sources: Source[]): Promise<void>;
  /** Disconnects sources; nothing stays connected. */
  disconnect(...sources: Source[]): Promise<void>;
  /** Ends the session, as the person does on the page. */
  finish(...currentConnections: Source[]): Promise<void>;
}

export const alder: Source = { id: "a1", name: "Alder Clinic" };
export const birch: Source = { id: "b2", name: "Birch Pharmacy" };

/** A client that never gets anywhere. */
export const failing: ConnectClient = { load: () => Promise.reject(new Error("no network")) };

const page = `<!doctype html><title>Connect</title><script>
  onmessage = ({ data }) => parent.postMessage(data, "*");
  document.documentElement.dataset.ready = "";
</script>`;

// As a sandbox in the page leaves it, whose page is of this very origin, too.
Object.assign(globalThis, { [Symbol.for("human-connect-sandbox")]: true });

export function createFakeVendor(): FakeVendor {
  let loads = 0;
  const opened: Record<string, unknown>[] = [];

  function open(given: Record<string, unknown>): void {
    opened.push(given);
    const frame = document.createElement("iframe");
    frame.id = "human-api";
    frame.title = "Connect";
    frame.srcdoc = page;
    document.body.appendChild(frame);
  }

  const client: ConnectClient = {
    async load() {
      loads++;
      return { open };
    },
  };

  return {
    opened,
    get loads() {
      return loads;
    },
    options: { getToken: () => "token", client, baseUrl: location.origin },
    connect: (...sources) =>
      say({
        type: "hapi-connect-connect-source",
        sessionResults: { connectedSources: sources },
        currentConnections: sources,
      }),
    disconnect: (...sources) =>
      say({
        type: "hapi-connect-disconnect-source",
        sessionResults: { disconnectedSources: sources },
        currentConnections: [],
      }),
    finish: (...currentConnections) => say({ type: "hapi-connect-close", status: "SUCCESS", currentConnections }),
  };
}

async function say(message: object): Promise<void> {
  const frame = await waitFor(
    () => {
      const found = findDeep<HTMLIFrameElement>("#human-api");
      if (found?.contentDocument?.documentElement.dataset["ready"] === undefined)
        throw new Error("Connect is not shown");
      return found;
    },
    { timeout: 5000 },
  );
  frame.contentWindow!.postMessage(message, "*");
}
