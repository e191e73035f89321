import type { Fault } from "../fault.ts";
import { closeMessage, eventually, nextLoad, same, type World } from "../harness/world.ts";

const expired = { ...closeMessage(), status: "SESSION_TOKEN_EXPIRED" };
const shownToken = ({ frame }: World): string | null => frame && new URL(frame.src).searchParams.get("token");

export const expiredTokens: Fault = {
  id: "R11",
  title: "a token that cannot be renewed or abandoned",
  checks: [
    {
      name: "the token has expired when Connect looks at it",
      page: {
        head: `<script src="/script/good.js"></script>`,
        body: `<div class="hapi__token-container"><button data-hapi-token="old">Connect</button></div>`,
      },
      async raw(world: World) {
        const button = document.querySelector<HTMLElement>("[data-hapi-token]")!;
        button.dataset["hapiBaseUrl"] = world.origins.connect;
        button.click();
        await nextLoad(world.frame);
        await world.say(expired);
        const isThrownOut = !world.frame;
        button.click();
        return isThrownOut && shownToken(world) === "old";
      },
      async kit(world: World) {
        const tokens = ["old", "new"];
        const reasons: string[] = [];
        const { over, events } = await world.openKit({
          getToken({ reason }) {
            reasons.push(reason);
            return tokens.shift()!;
          },
        });
        same(shownToken(world), "old", "the first token");
        await world.say(expired);
        await eventually(() => shownToken(world) === "new", "Connect is opened with the new token");
        await world.untilLive();
        await world.say(closeMessage());
        same((await over).status, "closed", "status");
        same(reasons, ["open", "expired"], "why a token was asked for");
        same(
          events.map(({ type }) => type),
          ["open", "close"],
          "events",
        );
      },
    },
  ],
};
