import { eventTypes, type ConnectEventType } from "@human-connect/core";
import { callbackName } from "@human-connect/core/face";
import type { Fault, FaultCheck } from "../fault.ts";
import { closeMessage, connectMessage, same, type World } from "../harness/world.ts";

const own = "error of the application";
const throws = (): never => {
  throw new Error(own);
};

/** A whole session with a callback that throws: everybody else hears everything, and the page is as it was. */
function survives(type: ConnectEventType): FaultCheck["kit"] {
  return async (world: World) => {
    const name = callbackName(type);
    const { connect, events } = world.createKit({ [name]: throws });
    const heard: string[] = [];
    for (const each of eventTypes) {
      connect.on(each, throws);
      connect.on(each, () => void heard.push(each));
    }
    connect.subscribe(throws);
    const over = connect.open();
    await world.untilLive();
    await world.say(connectMessage());
    await world.say({ ...connectMessage(), type: "hapi-connect-disconnect-source", currentConnections: [] });
    await world.say(closeMessage());
    same((await over).status, "closed", "status");
    same(heard, ["open", "connect", "disconnect", "close"], "events of the listener beside it");
    const others = heard.filter((each) => each !== type);
    same(
      events.map((event) => event.type),
      others,
      "events of the other callbacks",
    );
    same(world.uncaught.length > 0, true, "the application's error is reported");
    world.mustBeClean(own);
    await world.mustWorkAgain();
  };
}

export const throwingCallbacks: Fault = {
  id: "F6",
  title: "a callback that throws keeps the widget on the page for ever",
  checks: [
    {
      name: "onClose throws",
      async raw(world) {
        const vendor = await world.vendor();
        await world.openRaw({ onClose: throws }, vendor);
        await world.say(closeMessage());
        return Boolean(world.frame) && vendor.open({ token: "t", baseURL: world.origins.connect }) === null;
      },
      kit: survives("close"),
    },
    {
      name: "onConnect throws",
      async raw(world) {
        await world.openRaw({ onConnectSource: throws });
        await world.say(connectMessage());
        return world.uncaught.some((message) => message.includes(own));
      },
      // The error is reported in the same way: a monitoring tool must see it.
      kit: survives("connect"),
    },
    { name: "onOpen throws", kit: survives("open") },
    { name: "onDisconnect throws", kit: survives("disconnect") },
    {
      name: "onError throws",
      async kit(world) {
        const { connect } = world.createKit({ getToken: throws, onError: throws });
        same((await connect.open()).status, "error", "status");
        world.mustBeClean(own);
        await world.mustWorkAgain();
      },
    },
  ],
};
