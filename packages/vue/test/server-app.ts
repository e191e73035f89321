import type { HumanConnectOptions } from "@human-connect/core";
import {
  ConnectButton,
  ConnectCard,
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
      h("section", [
        h(ConnectButton, { prepareOn: "visible" }),
        h(ConnectionList),
        h(ConnectStatus),
        h(Line),
        h(ConnectCard),
      ]);
  },
});

/** Everything that the package draws, as a page of a customer has it: rendered by a server, then hydrated. */
export function createPage(options: HumanConnectOptions, create: typeof createApp = createSSRApp): App {
  const render = (): object =>
    h("main", [
      h(Suspense, null, { default: () => h(Section) }),
      h(ConnectButton, { ...options, locale: "en", class: "mine" }, { default: () => "Share" }),
      h(ConnectionList, { "aria-label": "Mine" }),
      h(ConnectButton, { inline: true, id: "inline" }),
      h(
        ConnectCard,
        { inline: true, headingLevel: 3, disabled: true },
        { default: () => h("small", "More"), privacy: () => [] },
      ),
    ]);
  return create({ render }).use(createHumanConnectPlugin({ ...options, locale: "es" }));
}

/** What a server writes. The comments are those by which Vue finds its fragments again. */
export const serverHtml: string = [
  "<main><section>",
  '<!--[--><button type="button" aria-haspopup="dialog" class="human-connect-button" data-status="idle" data-connected>',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label">Añadir o quitar fuentes</span>',
  '<span class="human-connect-room" aria-hidden="true" data-text="Conectar tus datos de salud" data-also="Intentar de nuevo"></span>',
  "</button>",
  '<span role="status" class="human-connect-live"></span><!--]-->',
  '<ul aria-label="Tus fuentes" class="human-connect-list"><li class="human-connect-source" data-status="connected">Alder Clinic</li></ul>',
  '<p class="human-connect-status" data-status="idle">1 fuente conectada</p>',
  "<output>idle 1</output>",
  '<section class="human-connect-card" data-status="idle" data-connected>',
  '<h2 class="human-connect-heading">Tus datos de salud</h2>',
  '<p class="human-connect-privacy">Tú eliges qué compartir y puedes desconectar una fuente cuando quieras.</p>',
  '<ul aria-label="Tus fuentes" class="human-connect-list">',
  '<li class="human-connect-source" data-status="connected">',
  '<span class="human-connect-source-name">Alder Clinic</span><span class="human-connect-source-status">Conectada</span></li></ul>',
  '<div class="human-connect-actions">',
  '<button type="button" aria-haspopup="dialog" class="human-connect-button" data-status="idle" data-connected>',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label">Añadir o quitar fuentes</span>',
  '<span class="human-connect-room" aria-hidden="true" data-text="Conectar tus datos de salud" data-also="Intentar de nuevo"></span>',
  "</button>",
  '<span role="status" class="human-connect-live"></span><p class="human-connect-status" data-status="idle">1 fuente conectada</p></div></section></section>',
  '<!--[--><button type="button" aria-haspopup="dialog" class="human-connect-button mine" data-status="idle">',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label">Share</span>',
  '<span class="human-connect-room" aria-hidden="true" data-text="Share" data-also="Try again"></span>',
  "</button>",
  '<span role="status" class="human-connect-live"></span><!--]-->',
  '<p class="human-connect-empty">Todavía no hay nada conectado</p>',
  '<div class="human-connect-inline" data-status="idle"><div class="human-connect-frame"></div>',
  '<button type="button" class="human-connect-button" id="inline" data-status="idle">',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label">Conectar tus datos de salud</span>',
  '<span class="human-connect-room" aria-hidden="true" data-text="Añadir o quitar fuentes" data-also="Intentar de nuevo"></span>',
  "</button>",
  '<span role="status" class="human-connect-status" data-status="idle"></span></div>',
  '<section class="human-connect-card" data-status="idle">',
  '<h3 class="human-connect-heading">Tus datos de salud</h3>',
  '<p class="human-connect-empty">Todavía no hay nada conectado</p>',
  '<div class="human-connect-actions">',
  '<div class="human-connect-inline" data-status="idle"><div class="human-connect-frame"></div>',
  '<button type="button" class="human-connect-button" disabled data-status="idle">',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label">Conectar tus datos de salud</span>',
  '<span class="human-connect-room" aria-hidden="true" data-text="Añadir o quitar fuentes" data-also="Intentar de nuevo"></span>',
  "</button>",
  '<span role="status" class="human-connect-live"></span><p class="human-connect-status" data-status="idle"></p></div></div>',
  "<!--[--><small>More</small><!--]--></section></main>",
].join("");
