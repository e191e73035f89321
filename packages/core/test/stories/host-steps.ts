import { isShown, type Seen, type Step } from "./step.js";

const isDoubted = ({ session }: Seen): boolean => Boolean(session?.isDoubted);

const signIn = (user: string | undefined): Pick<Step, "canHappen" | "happen"> => ({
  canHappen: (model) => model.user !== user,
  happen(model, world) {
    model.signsIn(user);
    world.signIn(user, model.connections);
  },
});

/** What the person does. */
export const peopleSteps: readonly Step[] = [
  ...(["clicks", "clicks once more"] as const).map((what): Step => ({
    name: `person: ${what}`,
    weight: what === "clicks" ? 24 : 2,
    canHappen: ({ session }) => Boolean(session) === (what === "clicks once more"),
    happen(model, world) {
      model.click();
      world.click();
    },
  })),
  {
    name: "person: clicks a button with an option that makes no sense",
    happen(model, world) {
      model.click(true);
      // The current client refuses the mode, the legacy one the query.
      world.click({ mode: "select", baseUrl: "https://connect.example/?query" });
    },
  },
  {
    name: "person: hovers",
    weight: 3,
    happen(model, world) {
      model.hovers();
      return world.vendor.prepare(() => world.connect.prepare());
    },
  },
  ...["first", "second", undefined].flatMap((user): Step[] => [
    { name: user ? `${user}: signs in` : "person: signs out", weight: 2, ...signIn(user) },
    {
      ...signIn(user),
      name: `${user ? `${user}: signs in` : "person: signs out"} where the legacy client remembers another user`,
      weight: 5,
      canHappen: (model) => model.user !== user && model.finalizer.remembers?.user === model.user,
    },
  ]),
  ...(["cancel", "close"] as const).map((button): Step => ({
    name: `person: presses ${button}`,
    canHappen: ({ session }) => Boolean(session?.hasStage),
    happen(model, world) {
      model.leaves();
      world.cancel(button);
    },
  })),
  {
    name: "person: gives up on a dead widget",
    weight: 10,
    canHappen: isDoubted,
    happen(model, world) {
      model.leaves();
      world.cancel("close");
    },
  },
  {
    name: "person: tries again in place",
    weight: 6,
    canHappen: isDoubted,
    happen(model, world) {
      model.triesAgain();
      world.tryAgain("again");
    },
  },
  {
    name: "person: has the widget loaded anew",
    weight: 30,
    canHappen: ({ session }) => Boolean(session?.canReload),
    happen(model, world) {
      model.happenings.push("a silent page is loaded anew");
      model.triesAgain();
      world.tryAgain("reload");
    },
  },
];

/** What the host page does. */
export const hostSteps: readonly Step[] = [
  {
    name: "host: closes",
    weight: 2,
    happen(model, world) {
      model.closes("closed-by-host");
      world.connect.close();
    },
  },
  {
    name: "host: subscribes",
    weight: 6,
    happen(model, world) {
      model.listeners += 1;
      world.subscribe();
    },
  },
  {
    name: "host: unsubscribes",
    weight: 8,
    canHappen: ({ listeners }) => listeners > 0,
    happen(model, world) {
      model.unsubscribes();
      world.unsubscribe();
    },
  },
  {
    name: "host: remounts",
    weight: 2,
    canHappen: ({ listeners }) => listeners > 0,
    happen: (_model, world) => world.remount(),
  },
  {
    name: "host: removes the frame",
    canHappen: isShown,
    happen(model, world) {
      model.fail("widget-removed");
      world.vendor.frame!.remove();
    },
  },
  {
    name: "host: removes the stage",
    canHappen: isShown,
    happen(model, world) {
      model.fail("widget-removed");
      world.removeStage();
    },
  },
  ...[true, false].map((isInline): Step => ({
    name: `host: wants Connect ${isInline ? "in" : "over"} the page`,
    weight: isInline ? 2 : 1,
    canHappen: (model) => model.isInline !== isInline,
    happen(model, world) {
      model.isInline = world.isInline = isInline;
    },
  })),
  ...[true, false].map((isLegacy): Step => ({
    name: `host: takes the ${isLegacy ? "legacy" : "current"} client`,
    weight: isLegacy ? 8 : 4,
    canHappen: (model) => model.isLegacy !== isLegacy,
    happen(model, world) {
      model.isLegacy = world.isLegacy = isLegacy;
    },
  })),
  {
    name: "host: takes the box out of the page",
    weight: 8,
    canHappen: (model) => isShown(model) && model.session!.click.isInline,
    happen(model, world) {
      model.closes("closed-by-host");
      world.removeBox();
    },
  },
  {
    name: "host: opens again when it closes",
    happen(model, world) {
      model.reopensOnClose = world.reopensOnClose = true;
    },
  },
  ...[true, false].map((doesPrefetch): Step => ({
    name: `host: asks for tokens ${doesPrefetch ? "ahead of clicks" : "with clicks alone"}`,
    weight: doesPrefetch ? 1 : 2,
    canHappen: ({ prefetchesToken }) => prefetchesToken !== doesPrefetch,
    happen(model, world) {
      model.prefetchesToken = world.prefetchesToken = doesPrefetch;
    },
  })),
  ...[true, false].map((doThrow): Step => ({
    name: `host: its callbacks ${doThrow ? "throw" : "throw no more"}`,
    weight: doThrow ? 1 : 2,
    canHappen: ({ doCallbacksThrow }) => doCallbacksThrow !== doThrow,
    happen(model, world) {
      model.doCallbacksThrow = world.doCallbacksThrow = doThrow;
    },
  })),
  {
    name: "another button: is clicked",
    happen(model, world) {
      model.otherIsClicked();
      world.openOther();
    },
  },
  {
    name: "another button: is closed",
    happen(model, world) {
      model.otherCloses();
      world.closeOther();
    },
  },
];
