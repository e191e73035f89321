import type { TestProject } from "vitest/node";
import { startDialogsSite } from "../dialogs/dialogs-site.ts";
import { libraries } from "../dialogs/libraries.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Origin of the site with a page for each library, and one for stylesheets. */
    dialogsUrl: string;
  }
}

/** Builds the pages once for all engines. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await startDialogsSite([...libraries.map(({ page }) => page), "styles.ts"]);
  project.provide("dialogsUrl", site.url);
  return () => site.close();
}
