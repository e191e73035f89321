import "@human-connect/core/styles.css";
import "./preview.css";
import type { InputType } from "storybook/internal/types";
import { configure } from "storybook/test";
import { DocsTheme } from "./docs-theme.tsx";
import { endSession } from "./page.ts";
import { beginVisit, type StorySurroundings } from "./story-args.ts";
import { applySurroundings, toolbar } from "./surroundings.ts";

// A cold import of the lazy part takes longer than Testing Library's second, and Connect takes its time as well.
configure({ asyncUtilTimeout: 10_000, getElementError: (message) => new Error(message ?? "Nothing was found.") });

/** axe is not in the frame that Connect is in, and would wait for it there. */
export const axeOptions = { iframes: false };

interface ArgTypesContext {
  readonly argTypes: Record<string, InputType>;
  readonly initialArgs: Record<string, unknown>;
}

interface PreviewContext extends StorySurroundings {
  readonly viewMode: string;
  readonly canvasElement: HTMLElement;
}

/** What every story of every face has around it. */
export const preview = {
  globalTypes: toolbar,
  initialGlobals: { theme: "light", direction: "ltr", locale: "en", text: "normal", wrapper: "none" },
  // What a story does not set has no control: it is documented only.
  argTypesEnhancers: [
    ({ argTypes, initialArgs }: ArgTypesContext): Record<string, InputType> =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, argType]) => [
          name,
          name in initialArgs ? argType : { ...argType, control: false },
        ]),
      ),
  ],
  decorators: [
    <T>(story: () => T, { globals, viewMode, canvasElement }: PreviewContext): T => {
      // A documentation page shows many stories, each in a language and a direction of its own.
      applySurroundings(globals, canvasElement, viewMode === "docs" ? canvasElement : undefined);
      return story();
    },
  ],
  beforeEach({ id }: StorySurroundings) {
    beginVisit(id);
    return endSession;
  },
  parameters: {
    layout: "padded",
    a11y: { test: "error", options: axeOptions },
    backgrounds: { disabled: true },
    controls: { expanded: true, sort: "none" },
    docs: { container: DocsTheme, toc: true },
  },
};
