import { expect, inject, vi } from "vitest";
import { page } from "vitest/browser";
import { legacyClient, type LegacyClientOptions, type LegacyOutcome } from "../../src/legacy.js";
import type { HumanConnectOptions } from "../../src/session/options.js";
import { create, sandboxUrl, stage, type Session } from "../human-connect/sessions.js";
import { findDeep } from "../../../../test/support/find-deep.ts";

export const legacyUrl = `${sandboxUrl}/legacy`;
export const sessionKey = "humanapiSessionToken";

/** A customer's backend: the latest public token of a user, and what makes one. */
export const backend = {
  publicToken: async (user: string): Promise<{ publicToken: string | null }> =>
    (await fetch(`${inject("legacyBackendUrl")}/public-token?user=${encodeURIComponent(user)}`)).json(),
  finalize: async (sessionToken: object): Promise<LegacyOutcome> =>
    (
      await fetch(`${inject("legacyBackendUrl")}/finalize`, { method: "POST", body: JSON.stringify(sessionToken) })
    ).json(),
};

let count = 0;

/** Somebody whom the sandbox has never met. @param scenario What is to happen to them. */
export const newUser = (scenario = ""): string => `legacy-${Date.now()}-${count++}${scenario && `+${scenario}`}`;

/** A connection of one user to the sandbox's legacy Connect, through the sandbox's `connect.js`. */
export function createLegacy(
  user: string,
  options: Partial<HumanConnectOptions> = {},
  changes: Partial<LegacyClientOptions> = {},
): Session {
  return create({
    client: legacyClient({
      clientId: "sandbox-client-id",
      clientUserId: user,
      finalize: backend.finalize,
      url: `${legacyUrl}/connect.js`,
      ...changes,
    }),
    baseUrl: legacyUrl,
    getToken: () => backend.publicToken(user),
    ...options,
  });
}

export const legacyFrame = (): HTMLIFrameElement => findDeep<HTMLIFrameElement>("#human-connect")!;
/** What the page in the frame was opened with. */
export const query = (): URLSearchParams => new URL(legacyFrame().src).searchParams;
export const inLegacyFrame = (): ReturnType<typeof page.frameLocator> =>
  page.frameLocator(page.elementLocator(legacyFrame()));

/** Waits until the page in the frame has loaded. */
export async function loaded(): Promise<void> {
  await vi.waitFor(() => expect(stage()?.shadowRoot!.querySelector("[data-live]")).toBeTruthy(), { timeout: 10_000 });
}

/** Connects the first provider that is offered, by hand, and finishes. */
export async function connectByHand(): Promise<void> {
  const inside = inLegacyFrame();
  await inside
    .getByRole("button", { name: /^Connect / })
    .first()
    .click();
  await inside.getByLabelText("User name").fill("ada");
  await inside.getByLabelText("Password").fill("lovelace");
  await inside.getByRole("button", { name: "Sign in" }).click();
  await inside.getByRole("button", { name: "Agree and connect" }).click();
  await inside.getByRole("button", { name: "Done" }).click();
}
