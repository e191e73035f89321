import type { ConnectSession } from "@human-connect/core";
import type { Fault, FaultCheck } from "../fault.ts";
import { eventually, same, type World } from "../harness/world.ts";

const cyclic: Record<string, unknown> = { type: "hapi-connect-close", status: "SUCCESS" };
cyclic["sessionResults"] = cyclic;
cyclic["currentConnections"] = [cyclic, { id: "a1", name: "Alder Clinic", self: cyclic }];

const close = { type: "hapi-connect-close", status: "SUCCESS" };
const payloads: Record<string, object> = {
  "no results at all": close,
  "lists that are none": { ...close, sessionResults: "none", currentConnections: { length: 3 } },
  "entries that are none": { ...close, currentConnections: [null, 5, "a1", [], { id: {} }, { id: "a1", name: [] }] },
  "the same source twice": { ...close, currentConnections: [1, 2].map(() => ({ id: "a1", name: "Alder Clinic" })) },
  "a cycle": cyclic,
};

/** The results that every application reads. */
const isWhole = (session: unknown): boolean => {
  const { sessionResults, currentConnections } = session as ConnectSession;
  const lists = [sessionResults?.connectedSources, sessionResults?.disconnectedSources, currentConnections];
  return lists.every(
    (list) =>
      Array.isArray(list) &&
      list.every((source) => typeof source?.id === "string" && typeof source.name === "string") &&
      new Set(list.map(({ id }) => id)).size === list.length,
  );
};

async function endsWhole(world: World, send: () => Promise<void>): Promise<ConnectSession> {
  const { over } = await world.openKit();
  await send();
  const state = await over;
  if (state.status !== "closed") throw new Error(`the session ends ${state.status}`);
  same(isWhole(state.session), true, "every list is there, with whole entries");
  same(Object.isFrozen(state.session.sessionResults.connectedSources), true, "the lists are frozen");
  world.mustBeClean();
  return state.session;
}

const malformed = Object.entries(payloads).map(([what, payload]): FaultCheck => ({
  name: `a closing message with ${what}`,
  async raw(world) {
    const { closes } = await world.openRaw();
    await world.say(payload);
    return !isWhole(closes[0]);
  },
  kit: async (world) => void (await endsWhole(world, () => world.say(payload))),
}));

const tenMegabytes = { many: { type: "hapi-connect-close", sources: 3, bytes: 10_000_000 } };
const manySources = { many: { type: "hapi-connect-close", sources: 100_000 } };

/** As JSON, because a literal would set the prototype. */
const polluting = JSON.parse(
  `{"type":"hapi-connect-connect-source","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
    "currentConnections":[{"id":"__proto__","name":"constructor","__proto__":{"polluted":1}}]}`,
) as object;

export const unvalidatedPayloads: Fault = {
  id: "F2",
  title: "payloads reach the application as they come",
  checks: [
    ...malformed,
    {
      name: "a payload that tries to reach a prototype",
      async raw(world) {
        const { connects } = await world.openRaw();
        await world.say(polluting);
        // A shallow copy by assignment, as an application makes one, takes the prototype that the message brought.
        const copy: Record<string, unknown> = {};
        for (const key of Object.keys(connects[0]!)) copy[key] = connects[0]![key];
        return copy["polluted"] === 1;
      },
      async kit(world) {
        const { events, connect, over } = await world.openKit();
        await world.say(polluting);
        const event = await eventually(() => events.find(({ type }) => type === "connect"), "the event comes");
        const copy = Object.assign({}, event) as Record<string, unknown>;
        same([copy["polluted"], ({} as Record<string, unknown>)["polluted"]], [undefined, undefined], "prototypes");
        same(
          connect.getState().currentConnections,
          [{ id: "__proto__", name: "constructor" }],
          "a strange id is a text",
        );
        connect.close();
        await over;
      },
    },
    {
      name: "a message of 10 MB",
      async raw(world) {
        const { closes } = await world.openRaw();
        await world.tell(tenMegabytes);
        return JSON.stringify(closes[0]).length > 10_000_000;
      },
      async kit(world) {
        const session = await endsWhole(world, () => world.tell(tenMegabytes));
        same(JSON.stringify(session).length < 1000, true, "the application gets what it knows, and no more");
      },
    },
    {
      // However long a list is, the vendor's client hands it on, and so does the kit.
      name: "a message of 100,000 sources",
      async kit(world) {
        const session = await endsWhole(world, () => world.tell(manySources));
        same(session.currentConnections.length, 100_000, "sources");
      },
    },
  ],
};
