// What the stories have around them when they run as tests: a real keyboard, and axe where the addon does not look.
import axe from "axe-core";
import { afterEach } from "vitest";
import { userEvent } from "vitest/browser";
import { rulesOfColour } from "../../test/support/rules-of-colour.ts";
import { keyboard } from "./keys.ts";
import { findAll } from "./page.ts";
import { axeOptions } from "./preview.ts";
import type { Theme } from "./surroundings.ts";

keyboard.press = (keys) => userEvent.keyboard(keys);

afterEach(async () => {
  // The dialog that Connect is shown in stands beside the body, which is all that the addon knows.
  const stages = findAll(document, "[data-human-connect-stage]");
  if (stages.length) await look("light", stages, { rules: { region: { enabled: false } } });
  await look("dark", [document.body, ...stages], { runOnly: rulesOfColour });
});

/** Throws when axe finds something. */
async function look(theme: Theme, include: Element[], options: axe.RunOptions): Promise<void> {
  document.documentElement.dataset["theme"] = theme;
  const { violations } = await axe.run({ include, exclude: [".sb-wrapper"] }, { ...axeOptions, ...options });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} at ${node.target.join(" ")}: ${node.failureSummary}`),
  );
  if (found.length) throw new Error(`axe found something, ${theme}:\n${found.join("\n")}`);
}
