import { tellFinish, tellLegacy } from "./legacy-page.js";
import { isShown, shows, type Step } from "./step.js";

/** What the Connect page tells. */
export const pageSteps: readonly Step[] = [
  ...["a", "b"].flatMap((id): Step[] => [
    {
      name: `widget: connects ${id}`,
      weight: 8,
      canHappen: shows("current"),
      happen(model, world) {
        model.connects(id);
        return world.vendor.post(model.page.tell("connect-source", "CONNECTED_SOURCE"));
      },
    },
    {
      name: `widget: disconnects ${id} (1.x)`,
      weight: 4,
      canHappen: shows("current"),
      happen(model, world) {
        model.disconnects(id);
        return world.vendor.post(model.page.tell("disconnect-source", "DISCONNECTED_SOURCE", "1.x"));
      },
    },
  ]),
  {
    name: "widget: loads",
    weight: 8,
    canHappen: (model) => isShown(model) && !model.session!.isLive,
    happen(model, world) {
      model.session!.frameLoads();
      world.vendor.loadFrame();
    },
  },
  {
    name: "widget: closes",
    weight: 4,
    canHappen: shows("current"),
    happen(model, world) {
      const message = model.page.tell("close", "SUCCESS");
      model.closes("finished");
      return world.vendor.post(message);
    },
  },
  {
    name: "widget: closes without results",
    weight: 2,
    canHappen: shows("current"),
    happen(model, world) {
      model.closes("finished");
      return world.vendor.post({ type: "hapi-connect-close", status: "ABORTED" });
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
    weight: refusal === "missing" ? 2 : 6,
    canHappen: shows("current"),
    happen(model, world) {
      model.isRefused(refusal);
      return world.vendor.post({ type: "hapi-connect-close", status });
    },
  })),
  {
    name: "widget: closes as the legacy page does",
    canHappen: shows("current"),
    happen(model, world) {
      model.session!.hears();
      return world.vendor.post(tellLegacy("close"));
    },
  },
  ...([null, "text", { type: "hapi-connect-ready" }, '{"type":"hapi-connect-ready"}'] as const).map((junk): Step => ({
    name: `widget: posts ${JSON.stringify(junk)}`,
    weight: 2,
    canHappen: isShown,
    happen(model, world) {
      model.session!.hears();
      return world.vendor.post(junk);
    },
  })),
];

const forged = [{ id: "x", name: "Forged" }];
const forge = {
  close: { type: "hapi-connect-close", sessionResults: { connectedSources: forged }, currentConnections: forged },
  connect: { type: "hapi-connect-connect-source", currentConnections: forged },
};
const forgeLegacy = {
  close: tellLegacy("close"),
  connect: tellFinish("forged"),
};

/** Messages that look as if they came from Connect. */
export const strangerSteps: readonly Step[] = (
  ["a stranger", "a frame inside", "a script", "the page"] as const
).flatMap((from) =>
  (["close", "connect"] as const).map((what): Step => ({
    name: `${from}: forges ${what}`,
    happen: ({ session }, world) => world.vendor.forge(from, (session?.click.isLegacy ? forgeLegacy : forge)[what]),
  })),
);
