import { createSandbox } from "@human-connect/sandbox";
import type { TestProject } from "vitest/node";
import { startLegacyBackend } from "./legacy-backend.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Origin of a sandbox that runs for all browser tests; each test takes users of its own. */
    sandboxUrl: string;
    /** Tokens that the sandbox minted, by user id. */
    sandboxTokens: Record<string, string>;
    /** A customer's backend for the legacy Connect on that sandbox. */
    legacyBackendUrl: string;
  }
}

/**
 * Users that browser tests open Connect for; the part after the plus is the sandbox's scenario. Files run side by side, and the
 * sandbox keeps a record for each user, so no two tests that connect something share one.
 */
const users = [
  "plain",
  "auto+autopilot",
  "element+autopilot",
  "element-direct+autopilot",
  "details+autopilot",
  "react+autopilot",
  "vue+autopilot",
  "pilot+autopilot",
  "old+v1-names",
  "abrupt+abnormal-close",
  "junk+junk-messages",
  "forged+forged-messages",
  "late+never-loads",
  "stale+expired-token",
  "unknown+invalid-token",
  "nobody+missing-token",
];

/** Starts the sandbox for tests that run in a page and so cannot start it themselves. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const sandbox = await createSandbox({ pace: 0.1 });
  const tokens = users.map((user) => [user, sandbox.mintToken(user)] as const);
  project.provide("sandboxUrl", sandbox.url);
  project.provide("sandboxTokens", Object.fromEntries(tokens));
  const backend = await startLegacyBackend(sandbox);
  project.provide("legacyBackendUrl", backend.url);
  return async () => {
    await backend.close();
    await sandbox.close();
  };
}
