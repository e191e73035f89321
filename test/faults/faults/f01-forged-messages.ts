import type { Fault, FaultCheck } from "../fault.ts";
import { closeMessage, connectMessage, eventually, forged, nextMessage, same, type World } from "../harness/world.ts";

const forgedClose = closeMessage(forged);

/** Posts a forged message to the host's window; resolves when it has arrived. */
type Forge = (message: object) => Promise<void>;

/** Somebody who may forge messages, ready before Connect is opened. */
const forgers: Record<string, (world: World) => Promise<Forge>> = {
  async "a frame beside it"(world) {
    const stranger = await world.addStranger();
    return (message) => world.tell({ say: message }, stranger);
  },
  async "a frame inside it"(world) {
    return (message) => world.tell({ hold: world.origins.stranger, tell: { forge: message, to: "top" } });
  },
  async "a popup"({ opener, origins }) {
    const popup = await new Promise<Window>((resolve) => {
      opener.onclick = () => resolve(window.open(origins.stranger)!);
    });
    await nextMessage();
    return async (message) => {
      const arrived = nextMessage();
      popup.postMessage({ forge: message, to: "opener" }, "*");
      await arrived;
      // Its work is done; while it is there the page is a background tab.
      if (message === forgedClose) popup.close();
    };
  },
  async "the page itself"() {
    return async (message) => {
      const arrived = nextMessage();
      window.postMessage(message, "*");
      await arrived;
    };
  },
  async "a synthetic event that names the frame as its source"(world) {
    return async (data) => void window.dispatchEvent(imitate(world.frame, data));
  },
};

function imitate(frame: HTMLIFrameElement | null, data: object): MessageEvent {
  const init = { data, origin: frame ? new URL(frame.src).origin : "" };
  try {
    return new MessageEvent("message", { ...init, source: frame?.contentWindow ?? null });
  } catch {
    // Firefox refuses a source of another origin here.
    return new MessageEvent("message", init);
  }
}

const checks = Object.entries(forgers).map(([who, prepare]): FaultCheck => ({
  name: `a close and a connect forged by ${who}`,
  needsClick: who === "a popup",
  async raw(world) {
    const forge = await prepare(world);
    const { connects, closes } = await world.openRaw();
    await forge(connectMessage(forged));
    await forge(forgedClose);
    return JSON.stringify([connects, closes]).split(forged.id).length > 2 && !world.frame;
  },
  async kit(world) {
    const forge = await prepare(world);
    const { events, connect, over } = await world.openKit();
    await forge(connectMessage(forged));
    await forge(forgedClose);
    world.forgeries.sent += 2;
    same(connect.getState().status, "open", "status after the forgery");
    same(
      events.map(({ type }) => type),
      ["open"],
      "events after the forgery",
    );
    await world.say(connectMessage());
    await eventually(() => events.length === 2, "the true message is believed");
    await world.say(closeMessage());
    same((await over).currentConnections, [{ id: "a1", name: "Alder Clinic" }], "connections");
    world.mustBeClean();
  },
}));

export const forgedMessages: Fault = {
  id: "F1",
  title: "messages of anybody are believed",
  peers: ["R8"],
  checks,
};
