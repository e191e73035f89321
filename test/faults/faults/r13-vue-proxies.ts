import type { HumanConnectOptions } from "@human-connect/core";
import type { Fault, PageOptions } from "../fault.ts";
import { closeMessage, eventually, same, type World } from "../harness/world.ts";

const page: PageOptions = { head: `<script type="module" src="/assets/vue-page.js"></script>` };

const rawSettings = ({ origins }: World): Record<string, unknown> => ({ token: "token", baseURL: origins.connect });

async function holdsASession(world: World, settings: HumanConnectOptions): Promise<void> {
  window.vuePage.showKit(settings);
  window.vuePage.click();
  await world.untilLive();
  same(new URL(world.frame.src).searchParams.get("pinnedProviders"), "Alder,Birch", "a list in the settings");
  await world.say(closeMessage());
  await eventually(() => !world.stage, "the session ends");
  window.vuePage.hide();
}

export const vueProxies: Fault = {
  id: "R13",
  title: "proxies of Vue break objects of others",
  checks: [
    {
      name: "settings that a component may only read",
      page,
      async raw(world: World) {
        const { reactive, readonly, showRaw, click } = window.vuePage;
        showRaw(await world.vendor(), readonly(reactive(rawSettings(world))));
        click();
        // It writes into them what it reads a moment later.
        return !world.frame;
      },
      async kit(world: World) {
        const { reactive, readonly } = window.vuePage;
        const settings = { ...world.kitOptions, pinnedProviders: ["Alder", "Birch"] };
        await holdsASession(world, readonly(reactive(settings)));
      },
    },
    {
      name: "settings that are watched",
      page,
      async raw(world: World) {
        const { reactive, watch, showRaw, click } = window.vuePage;
        const settings = reactive(rawSettings(world));
        let changes = 0;
        watch(settings, () => void changes++);
        showRaw(await world.vendor(), settings);
        click();
        return changes > 0 && Boolean(world.frame);
      },
      async kit(world: World) {
        const { reactive, watch } = window.vuePage;
        const settings = reactive({ ...world.kitOptions, pinnedProviders: ["Alder", "Birch"] });
        let changes = 0;
        watch(settings, () => void changes++);
        await holdsASession(world, settings);
        same(changes, 0, "changes of the settings");
      },
    },
  ],
};
