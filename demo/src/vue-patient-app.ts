import type { HumanConnect, HumanConnectOptions } from "@human-connect/core";
import { ConnectButton, ConnectionList, ConnectStatus, provideHumanConnect } from "@human-connect/vue";
import { defineComponent, h, type PropType } from "vue";
import type { Settings } from "./settings.ts";
import { Avatar, Lock, Mark } from "./vue-icons.ts";
import { VisitCard } from "./vue-visit-card.ts";
import { words } from "./words.ts";

/** The patient app in Vue: it provides one connection, and everything below tells the same story. */
export const PatientApp = defineComponent({
  name: "PatientApp",
  props: {
    options: { type: Object as PropType<HumanConnectOptions>, required: true },
    language: { type: String as PropType<Settings["language"]>, required: true },
    inline: { type: Boolean, required: true },
  },
  emits: { ready: (_connect: HumanConnect) => true },
  setup(props, { emit }) {
    emit(
      "ready",
      provideHumanConnect(() => props.options),
    );
    return () => {
      const text = words[props.language];
      const empty = () => h("p", { class: "human-connect-empty" }, text.empty);
      return h("section", { class: "product", "aria-label": "Otterbrook", lang: props.language }, [
        h("div", { class: "product-bar" }, [
          h("p", { class: "product-name" }, [h(Mark), "Otterbrook"]),
          h(Avatar, { label: text.signedIn }),
        ]),
        h("div", { class: "product-page" }, [
          h("h1", text.title),
          h("p", { class: "lead" }, text.lead),
          h("section", { class: "card", "aria-labelledby": "sources" }, [
            h("h2", { id: "sources" }, text.sources),
            h(ConnectionList, null, { empty }),
            h("div", { class: "card-action" }, [
              h(ConnectButton, { inline: props.inline, message: props.inline ? "shown" : "hidden" }),
              props.inline ? null : h(ConnectStatus),
            ]),
            h("p", { class: "privacy" }, [h(Lock), text.privacy]),
          ]),
          h(VisitCard, { text }),
        ]),
      ]);
    };
  },
});
