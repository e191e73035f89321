import "@human-connect/core/styles.css";
import type { HumanConnectOptions } from "@human-connect/core";
import { createApp } from "vue";
import type { ExampleName } from "./mount.ts";
import Button from "./vue/button.vue";
import Card from "./vue/card.vue";
import List from "./vue/list.vue";

const examples = { button: Button, card: Card, list: List };

export function mountVue(name: ExampleName, place: HTMLElement, options: HumanConnectOptions): () => void {
  const app = createApp(examples[name], { options });
  app.mount(place);
  return () => app.unmount();
}
