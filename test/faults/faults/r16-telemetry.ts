import type { Fault } from "../fault.ts";
import { closeMessage, connectMessage, eventually, same, type World } from "../harness/world.ts";

const last = "https://last.invalid";

/** What was asked for beside the host's files, the Connect page and its splash image, or tried to be, until the page goes. */
async function findTelemetry({ origins }: World, session: () => Promise<unknown>): Promise<string[]> {
  const refused: string[] = [];
  document.addEventListener("securitypolicyviolation", ({ blockedURI }) => refused.push(blockedURI));
  await session();
  document.dispatchEvent(new Event("visibilitychange"));
  window.dispatchEvent(new PageTransitionEvent("pagehide"));
  // The policy tells of everything in order: once it has told of this one, it has told of all.
  void fetch(last).catch(() => {});
  await eventually(() => refused.at(-1)?.startsWith(last), "the policy refuses what is no part of the page");
  refused.pop();
  const isPart = ({ origin, pathname }: URL): boolean =>
    origin === location.origin || (origin === origins.connect && /^\/(images\/.*)?$/.test(pathname)) || origin === last;
  const sent = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return [...refused, ...sent.filter((url) => !isPart(url)).map(({ href }) => href)];
}

export const telemetry: Fault = {
  id: "R16",
  title: "telemetry",
  checks: [
    {
      name: "a whole session",
      // Nothing leaves this machine: what would is refused, and the page is told of it.
      page: {
        headers: { "content-security-policy": "default-src http://127.0.0.1:*; img-src data: http://127.0.0.1:*" },
      },
      rawNever: "the vendor's client asks for Connect's page and its splash image, and for nothing else",
      async raw(world: World) {
        const found = await findTelemetry(world, async () => {
          await world.openRaw();
          await world.say(connectMessage());
          await world.say(closeMessage());
        });
        return found.length > 0;
      },
      async kit(world: World) {
        const found = await findTelemetry(world, async () => {
          const { over } = await world.openKit();
          await world.say(connectMessage());
          await world.say(closeMessage());
          await over;
        });
        same(found, [], "telemetry");
      },
    },
  ],
};
