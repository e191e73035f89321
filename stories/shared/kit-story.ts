import type { StoryArgs } from "./story-args.ts";

export interface PlayContext {
  readonly canvasElement: HTMLElement;
  readonly args: StoryArgs;
}

/** A story that every face can tell. */
export interface KitStory {
  args?: Partial<StoryArgs>;
  globals?: Record<string, string>;
  parameters?: Record<string, unknown>;
  play?: (context: PlayContext) => Promise<void>;
}
