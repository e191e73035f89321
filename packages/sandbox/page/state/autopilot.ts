import type { Provider, ProviderPage } from "../../src/base/connect-api.js";
import type { Page } from "./page.js";

// Long enough for a viewer to follow, at a pace of 1.
const PAUSE_MS = 400;

/**
 * Plays the scenario `autopilot`: connects the first provider that is not connected yet, then closes, screen by screen as a user would.
 *
 * @param findProviders The unfiltered search, pinned providers first.
 */
export function startAutopilot(page: Page, findProviders: () => Promise<ProviderPage>): void {
  let seen = page.getState().screen.name;
  page.subscribe(() => {
    const { screen, session } = page.getState();
    if (session?.scenario !== "autopilot" || screen.name === seen) return;
    seen = screen.name;
    setTimeout(() => void act(page, findProviders), PAUSE_MS * session.pace);
  });
}

async function act(page: Page, findProviders: () => Promise<ProviderPage>): Promise<void> {
  const { screen } = page.getState();
  if (screen.name === "search") return choose(page, (await findProviders()).providers);
  if (screen.name === "sign-in") return page.show({ name: "consent", provider: screen.provider });
  if (screen.name === "consent") return page.connect([screen.provider]);
  if (screen.name === "success") page.close();
}

async function choose(page: Page, providers: readonly Provider[]): Promise<void> {
  const provider = firstUnconnected(page, providers);
  if (!provider) return page.close();
  if (page.getState().session?.mode !== "select") return page.show({ name: "sign-in", provider });
  page.toggle(provider);
  await page.connect(page.getState().chosen);
}

function firstUnconnected(page: Page, providers: readonly Provider[]): Provider | undefined {
  const { connections } = page.getState();
  return providers.find((provider) => !connections.some(({ id }) => id === provider.id));
}
