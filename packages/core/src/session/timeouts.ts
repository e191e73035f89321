import { mergeDefined } from "../base/merge-defined.js";
import type { Timeouts } from "./options.js";

/** The timeouts, with defaults. */
export function readTimeouts({ timeouts }: { timeouts?: Timeouts | undefined }): Required<Timeouts> {
  return mergeDefined({ tokenMs: 15_000, clientMs: 15_000, widgetMs: 20_000 }, timeouts);
}
