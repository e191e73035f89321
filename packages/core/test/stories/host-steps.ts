import { hasStage } from "./model-session.js";
import { isShown, type Seen, type Step } from "./step.js";

const isDoubted = ({ session }: Seen): boolean => session?.reach?.kind === "doubted";

/** What the person does. */
export const peopleSteps: readonly Step[] = [
  {
    name: "person: clicks",
    weight: 12,
    happen(model, world) {
      model.click();
      world.click();
    },
  },
  {
    name: "person: clicks a button with an option that makes no sense",
    happen(model, world) {
      model.click(true);
      world.click({ mode: "select" });
    },
  },
  {
    name: "person: hovers",
    weight: 3,
    happen(model, world) {
      model.hovers();
      return world.prepare();
    },
  },
  ...["first", "second", undefined].map((user): Step => ({
    name: user ? `${user}: signs in` : "person: signs out",
    canHappen: (model) => model.user !== user,
    happen(model, world) {
      model.signsIn(user);
      world.signIn(user, model.connections);
    },
  })),
  ...(["cancel", "close"] as const).map((button): Step => ({
    name: `person: presses ${button}`,
    canHappen: ({ session }) => hasStage(session),
    happen(model, world) {
      model.leaves();
      world.cancel(button);
    },
  })),
  {
    name: "person: gives up on a dead widget",
    weight: 6,
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
    weight: 6,
    canHappen: (model) => Boolean(model.session?.isOffered && !model.session.isHeard && !isDoubted(model)),
    happen(model, world) {
      model.triesAgain();
      world.tryAgain("reload");
    },
  },
];

/** What the host page does. */
export const hostSteps: readonly Step[] = [
  {
    name: "host: closes",
    happen(model, world) {
      model.closes("closed-by-host");
      world.connect.close();
    },
  },
  {
    name: "host: subscribes",
    weight: 4,
    happen(model, world) {
      model.listeners += 1;
      world.subscribe();
    },
  },
  {
    name: "host: unsubscribes",
    weight: 4,
    canHappen: ({ listeners }) => listeners > 0,
    happen(model, world) {
      model.unsubscribes();
      world.unsubscribe();
    },
  },
  { name: "host: remounts", canHappen: ({ listeners }) => listeners > 0, happen: (_model, world) => world.remount() },
  {
    name: "host: removes the frame",
    canHappen: isShown,
    happen(model, world) {
      model.fail("widget-removed");
      world.removeFrame();
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
    canHappen: (model) => model.isInline !== isInline,
    happen(model, world) {
      model.isInline = world.isInline = isInline;
    },
  })),
  {
    name: "host: takes the box out of the page",
    weight: 4,
    canHappen: (model) => isShown(model) && model.session!.isInline,
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
    canHappen: ({ prefetchesToken }) => prefetchesToken !== doesPrefetch,
    happen(model, world) {
      model.prefetchesToken = world.prefetchesToken = doesPrefetch;
    },
  })),
  ...[true, false].map((doThrow): Step => ({
    name: `host: its callbacks ${doThrow ? "throw" : "throw no more"}`,
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
