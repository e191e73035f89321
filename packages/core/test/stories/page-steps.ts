import { isShown, type Step } from "./step.js";

/** What the Connect page tells. */
export const pageSteps: readonly Step[] = [
  ...["a", "b"].flatMap((id): Step[] => [
    {
      name: `widget: connects ${id}`,
      weight: 4,
      canHappen: isShown,
      happen(model, world) {
        model.connects(id);
        return world.post(model.page.tell("connect-source", "CONNECTED_SOURCE"));
      },
    },
    {
      name: `widget: disconnects ${id} (1.x)`,
      weight: 2,
      canHappen: isShown,
      happen(model, world) {
        model.disconnects(id);
        return world.post(model.page.tell("disconnect-source", "DISCONNECTED_SOURCE", "1.x"));
      },
    },
  ]),
  {
    name: "widget: loads",
    weight: 8,
    canHappen: (model) => isShown(model) && !model.session!.isLive,
    happen(model, world) {
      model.frameLoads();
      world.loadFrame();
    },
  },
  {
    name: "widget: closes",
    weight: 2,
    canHappen: isShown,
    happen(model, world) {
      const message = model.page.tell("close", "SUCCESS");
      model.closes("finished");
      return world.post(message);
    },
  },
  {
    name: "widget: closes without results",
    canHappen: isShown,
    happen(model, world) {
      model.closes("finished");
      return world.post({ type: "hapi-connect-close", status: "ABORTED" });
    },
  },
  ...(
    [
      ["expired", "SESSION_TOKEN_EXPIRED"],
      ["invalid", "SESSION_TOKEN_INVALID"],
      ["missing", "MISSING_SESSION_TOKEN"],
    ] as const
  ).map(([refusal, status]): Step => ({
    name: `widget: finds the token ${refusal}`,
    weight: refusal === "missing" ? 1 : 3,
    canHappen: isShown,
    happen(model, world) {
      model.isRefused(refusal);
      return world.post({ type: "hapi-connect-close", status });
    },
  })),
  ...([null, "text", { type: "hapi-connect-ready" }] as const).map((junk): Step => ({
    name: `widget: posts ${JSON.stringify(junk)}`,
    canHappen: isShown,
    happen(model, world) {
      model.hears();
      return world.post(junk);
    },
  })),
];

const forged = [{ id: "x", name: "Forged" }];
/** Messages that look as if they came from Connect. */
export const strangerSteps: readonly Step[] = (
  ["a stranger", "a frame inside", "a script", "the page"] as const
).flatMap((from) =>
  (["close", "connect-source"] as const).map((type): Step => ({
    name: `${from}: forges ${type}`,
    happen: (_model, world) =>
      world.forge(from, {
        type: `hapi-connect-${type}`,
        sessionResults: { connectedSources: forged },
        currentConnections: forged,
      }),
  })),
);
