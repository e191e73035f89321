import { vi } from "vitest";
import { names, type Name } from "./names.js";
import { tellFinished, type Generation } from "./person-vendor.js";
import type { PersonWorld } from "./person-world.js";

/** Something that can happen. */
export interface Step {
  /** Who does what. Failing stories are told in these words. */
  readonly name: string;
  /** How often it is drawn, beside the others. Default 1. */
  readonly weight?: number;
  /** Default always. */
  readonly canHappen?: (world: PersonWorld) => boolean;
  readonly happen: (world: PersonWorld) => Promise<void> | void;
  /** Nothing can happen in the same moment: it takes time. */
  readonly takesTime?: boolean;
}

const canClick = ({ face, isMounted }: PersonWorld): boolean => isMounted || !face.looks;

const peopleSteps: readonly Step[] = [
  { name: "person: clicks", weight: 20, canHappen: canClick, happen: (world) => world.click() },
  { name: "person: hovers", weight: 4, canHappen: canClick, happen: (world) => world.hover() },
  ...(["close", "cancel"] as const).map((button): Step => ({
    name: `person: presses ${button}`,
    weight: 8,
    canHappen: (world) => Boolean(world.stageButton(button)),
    happen: (world) => world.stageButton(button)!.click(),
  })),
  {
    name: "person: waits in vain for Connect and presses reload",
    weight: 4,
    takesTime: true,
    canHappen: ({ vendor }) => vendor.frames().length > 0,
    happen: (world) => world.waitAndReload(),
  },
  ...names.map((name): Step => ({
    name: name === "nobody" ? "person: signs out" : `${name}: signs in`,
    weight: 3,
    happen: (world) => world.signIn(name),
  })),
];

const hostSteps: readonly Step[] = [
  { name: "host: draws again", weight: 2, happen: (world) => world.draw() },
  { name: "host: reads the state", weight: 4, canHappen: (world) => world.canBeRead, happen: (world) => world.look() },
  { name: "host: closes", canHappen: (world) => world.canBeRead, happen: (world) => world.close() },
  { name: "host: learns what is connected", weight: 3, happen: (world) => world.learn() },
  ...[true, false].map((isMounted): Step => ({
    name: isMounted ? "host: mounts" : "host: unmounts",
    weight: isMounted ? 10 : 1,
    canHappen: (world) => world.isMounted !== isMounted,
    happen: (world) => world.mount(isMounted),
  })),
  ...(["current", "legacy"] as const).map((generation): Step => ({
    name: `host: takes the ${generation} client`,
    weight: generation === "legacy" ? 3 : 1,
    canHappen: (world) => world.generation !== generation,
    happen(world) {
      world.generation = generation;
      world.draw();
    },
  })),
  {
    name: "host: opens again as soon as it hears anything",
    canHappen: canClick,
    happen: (world) => void (world.reaction = { kind: "clicks" }),
  },
  ...names.map((name): Step => ({
    name: `host: signs ${name} in as soon as it hears anything`,
    happen: (world) => void (world.reaction = { kind: "signs in", name }),
  })),
];

const suppliesOf = ({ backend, vendor }: PersonWorld) => ({
  token: backend.tokens,
  finalize: backend.finalized,
  script: vendor.scripts,
  dialect: vendor.dialects,
  surface: vendor.surfaces,
});

const supplySteps: readonly Step[] = (["token", "finalize", "script", "dialect", "surface"] as const).flatMap((what) =>
  (["comes", "is slow", "fails"] as const).map((mode): Step => ({
    name: `${what}: ${mode}`,
    weight: mode === "comes" ? 10 : mode === "is slow" ? 2 : 1,
    canHappen: (world) => suppliesOf(world)[what].mode !== mode,
    happen: (world) => void (suppliesOf(world)[what].mode = mode),
  })),
);

/** A message of the page in the frame. @param tell Makes it, of somebody's page. */
function say(
  what: string,
  weight: number,
  generation: Generation,
  tell: (world: PersonWorld, whose: Name) => unknown,
): Step {
  return {
    name: `Connect: ${what}`,
    weight,
    canHappen: ({ vendor }) => vendor.frames()[0]?.generation === generation,
    happen(world) {
      const { whose } = world.vendor.frames()[0]!;
      world.vendor.post(tell(world, whose));
    },
  };
}

const connectSteps: readonly Step[] = [
  {
    name: "Connect: loads",
    weight: 10,
    canHappen: ({ vendor }) => vendor.frames().length > 0,
    happen: ({ vendor }) => void vendor.frames()[0]!.frame.dispatchEvent(new Event("load")),
  },
  say("connects a source", 12, "current", ({ backend }, whose) => {
    backend.pages[whose].connect(`clinic-of-${whose}`);
    return backend.pages[whose].tell("connect-source", "CONNECTED_SOURCE");
  }),
  say("disconnects a source", 6, "current", ({ backend }, whose) => {
    backend.pages[whose].disconnect(`clinic-of-${whose}`);
    return backend.pages[whose].tell("disconnect-source", "DISCONNECTED_SOURCE");
  }),
  say("finishes", 6, "current", ({ backend }, whose) => backend.pages[whose].tell("close", "SUCCESS")),
  ...["SESSION_TOKEN_EXPIRED", "SESSION_TOKEN_INVALID"].map((status) =>
    say(`says ${status}`, 5, "current", ({ backend }, whose) => {
      backend.refused = whose;
      return { type: "hapi-connect-close", status };
    }),
  ),
  say("finishes (legacy)", 24, "legacy", ({ backend }, whose) => {
    backend.pages[whose].connect(`clinic-of-${whose}`);
    return tellFinished(whose);
  }),
  say("closes (legacy)", 8, "legacy", () => JSON.stringify({ type: "hapi-connect-close" })),
  {
    name: "Connect: throws when it is opened",
    canHappen: ({ vendor }) => vendor.opening !== "throws",
    happen: ({ vendor }) => void (vendor.opening = "throws"),
  },
  {
    name: "Connect: can be opened again",
    weight: 6,
    canHappen: ({ vendor }) => vendor.opening === "throws",
    happen: ({ vendor }) => void (vendor.opening = "shows Connect"),
  },
];

const timeSteps: readonly Step[] = [100, 250, 2700, 11_000, 40_000].map((ms) => ({
  name: `time: ${ms} ms pass`,
  weight: ms < 30_000 ? 2 : 1,
  takesTime: true,
  happen: () => void vi.advanceTimersByTime(ms),
}));

export const steps: readonly Step[] = [peopleSteps, hostSteps, supplySteps, connectSteps, timeSteps].flat();
