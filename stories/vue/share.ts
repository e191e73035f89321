import { provideHumanConnect } from "@human-connect/vue";
import { h, type VNode } from "vue";
import { readConnectOptions, type StoryArgs, type StorySurroundings } from "../shared/story-args.ts";

/** A column of components that share the connection of a story. */
export function share(args: StoryArgs, context: StorySurroundings, draw: () => VNode[]): { setup: () => () => VNode } {
  return {
    setup() {
      provideHumanConnect(() => readConnectOptions(args, context));
      return () => h("div", { class: "story-column" }, draw());
    },
  };
}
