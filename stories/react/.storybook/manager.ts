import { GLOBALS_UPDATED, UPDATE_GLOBALS } from "storybook/internal/core-events";
import { addons } from "storybook/manager-api";
import { create } from "storybook/theming";

const base = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

addons.setConfig({
  theme: create({ base, brandTitle: "Human Connect Kit", colorSecondary: base === "dark" ? "#2b9c95" : "#0b6e6b" }),
});

interface GlobalsUpdate {
  readonly userGlobals: Readonly<Record<string, unknown>>;
}

/** Storybook's toolbar reaches the React stories alone; what it chooses is passed on to the other faces. */
addons.register("human-connect/toolbar", (api) => {
  api.on(GLOBALS_UPDATED, function (this: { refId?: string }, { userGlobals }: GlobalsUpdate) {
    if (this.refId) return;
    const { theme, direction, locale } = userGlobals;
    for (const face of ["vue", "element"]) {
      const target = `storybook-ref-${face}`;
      // A message for a frame that is not there would come back to the React stories, and so for ever.
      if (document.querySelector(`iframe#${target}[data-is-loaded]`))
        api.emit(UPDATE_GLOBALS, { globals: { theme, direction, locale }, options: { target } });
    }
  });
});
