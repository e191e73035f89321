import type { ConnectModel } from "./connect-model.js";
import type { ConnectWorld } from "./connect-world.js";
import { tellFinish, tellLegacy } from "./legacy-page.js";
import { shows, type Seen, type Step } from "./step.js";

const isCalled = ({ finalizer }: Seen): boolean => finalizer.isCalled;

const isConcluding = ({ session }: Seen): boolean => session?.phase === "concluding";

/** What the legacy page tells. It posts nothing while the user connects sources. */
export const legacyPageSteps: readonly Step[] = [
  ...(["finishes", "finishes and closes"] as const).map((what): Step => ({
    name: `legacy page: ${what}`,
    weight: 28,
    canHappen: shows("legacy"),
    happen(model, world) {
      // Another object each time.
      const name = `object-${model.happenings.length}`;
      model.legacyFinishes(name);
      return world.vendor.post(tellFinish(name), ...(what === "finishes" ? [] : [tellLegacy("close")]));
    },
  })),
  {
    name: "legacy page: closes",
    weight: 8,
    canHappen: shows("legacy"),
    happen(model, world) {
      model.legacyCloses();
      return world.vendor.post(tellLegacy("close"));
    },
  },
  {
    name: "legacy page: reports an error",
    weight: 6,
    canHappen: shows("legacy"),
    happen(model, world) {
      model.legacyFails();
      return world.vendor.post(tellLegacy("error", { error: { code: "INVALID_PUBLIC_TOKEN" } }));
    },
  },
  ...(
    [
      ["finishes for another application", tellFinish("of-another", "another")],
      ["finishes without an object", tellLegacy("finish")],
      ["closes as the current page does", { type: "hapi-connect-close", status: "SUCCESS" }],
    ] as const
  ).map(([what, message]): Step => ({
    name: `legacy page: ${what}`,
    canHappen: shows("legacy"),
    happen(model, world) {
      model.session!.hears();
      return world.vendor.post(message);
    },
  })),
];

/** What the user does while the backend is called. */
export const impatientSteps: readonly Step[] = [
  {
    name: "person: does not wait for the backend",
    weight: 5,
    canHappen: isConcluding,
    happen(model, world) {
      model.leaves();
      world.cancel("cancel");
    },
  },
  {
    name: "person: does not wait for the backend but is back before it answers",
    weight: 8,
    canHappen: (model) => isConcluding(model) && model.isLegacy,
    happen(model, world) {
      model.leaves();
      world.cancel("cancel");
      return comeBack(model, world);
    },
  },
  {
    name: "person: is back when finalize has failed",
    weight: 9,
    canHappen: (model) => isConcluding(model) && model.isLegacy,
    happen(model, world) {
      model.finalizeFails("token-failed");
      world.vendor.finalized.fail();
      return comeBack(model, world);
    },
  },
];

/** By chance alone hardly a story would get so far. */
async function comeBack(model: ConnectModel, world: ConnectWorld): Promise<void> {
  await world.settle(model);
  model.click();
  world.click();
  await world.settle(model);
  model.tokenComes("public", 0);
  world.tokens.give("public");
  await world.settle(model);
  model.clientComes("shows the widget");
  world.vendor.give("shows the widget");
}

/** A public token that `finalize` has not answered before. */
const renewedBy = (model: { readonly events: readonly string[] }): string => `renewed-${model.events.length}`;
const toSources = (ids: readonly string[]): object[] => ids.map((id) => ({ id, name: id.toUpperCase() }));

/** What `finalize` gives. */
export const finalizeSteps: readonly Step[] = [
  ...[["a"], ["b"], ["a", "b"]].map((connected): Step => ({
    name: `finalize: ${connected.join(" and ")} and nothing else is connected`,
    weight: 8,
    canHappen: isCalled,
    happen(model, world) {
      const publicToken = renewedBy(model);
      model.finalizeAnswers({ connected, publicToken });
      world.vendor.finalized.give({ publicToken, currentConnections: toSources(connected) });
    },
  })),
  ...["", " and the person is back"].map((andThen): Step => ({
    name: `finalize: gives a public token alone${andThen}`,
    weight: andThen ? 6 : 10,
    canHappen: (model) => (andThen ? isConcluding(model) && model.isLegacy : isCalled(model)),
    async happen(model, world) {
      const publicToken = renewedBy(model);
      model.finalizeAnswers({ publicToken });
      world.vendor.finalized.give({ publicToken });
      if (andThen) await comeBack(model, world);
    },
  })),
  {
    name: "finalize: says nothing",
    weight: 2,
    canHappen: isCalled,
    happen(model, world) {
      model.finalizeAnswers({});
      world.vendor.finalized.give(undefined);
    },
  },
  {
    name: "finalize: fails",
    weight: 24,
    canHappen: isCalled,
    happen(model, world) {
      model.finalizeFails("token-failed");
      world.vendor.finalized.fail();
    },
  },
  {
    name: "finalize: gives the response itself",
    weight: 8,
    canHappen: isCalled,
    happen(model, world) {
      model.finalizeFails("token-malformed");
      world.vendor.finalized.give(new Response());
    },
  },
  {
    name: "finalize: passes on what is secret",
    weight: 8,
    canHappen: isCalled,
    happen(model, world) {
      model.finalizeFails("token-exposed");
      world.vendor.finalized.give({ publicToken: "renewed", accessToken: "secret" });
    },
  },
];
