import type { HumanConnectOptions } from "@human-connect/core";
import {
  ConnectButton,
  ConnectionList,
  ConnectStatus,
  createHumanConnectPlugin,
  provideHumanConnect,
  useHumanConnect,
} from "@human-connect/vue";
import { createSSRApp, defineComponent, h, Suspense, type App, type createApp } from "vue";

const alder = { id: "a1", name: "Alder Clinic" };

const Line = defineComponent({
  setup() {
    const { status, currentConnections } = useHumanConnect();
    return () => h("output", `${status.value} ${currentConnections.value.length}`);
  },
});

const Section = defineComponent({
  setup() {
    provideHumanConnect({ initialConnections: () => [alder] });
    return () =>
      h("section", [h(ConnectButton, { prepareOn: "visible" }), h(ConnectionList), h(ConnectStatus), h(Line)]);
  },
});

/** Everything that the package draws, as a page of a customer has it: rendered by a server, then hydrated. */
export function createPage(options: HumanConnectOptions, create: typeof createApp = createSSRApp): App {
  const render = (): object =>
    h("main", [
      h(Suspense, null, { default: () => h(Section) }),
      h(ConnectButton, { ...options, locale: "en", class: "mine" }, { default: () => "Share" }),
      h(ConnectionList, { "aria-label": "Mine" }),
    ]);
  return create({ render }).use(createHumanConnectPlugin({ ...options, locale: "es" }));
}

/** What a server writes. The comments are those by which Vue finds its fragments again. */
export const serverHtml: string = [
  "<main><section>",
  '<!--[--><button type="button" aria-haspopup="dialog" class="human-connect-button" data-status="idle" data-connected>',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label" data-connect="Conecta tus datos de salud" data-retry="Reintentar">Conecta tus datos de salud</span>',
  "</button>",
  '<span role="status" class="human-connect-live"></span><!--]-->',
  '<ul aria-label="Fuentes conectadas" class="human-connect-list"><li class="human-connect-source">Alder Clinic</li></ul>',
  '<p class="human-connect-status" data-status="idle">1 fuente conectada</p>',
  "<output>idle 1</output></section>",
  '<!--[--><button type="button" aria-haspopup="dialog" class="human-connect-button mine" data-status="idle">',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label" data-connect="Share" data-retry="Try again">Share</span>',
  "</button>",
  '<span role="status" class="human-connect-live"></span><!--]-->',
  '<p class="human-connect-empty">Todavía no hay nada conectado</p></main>',
].join("");
