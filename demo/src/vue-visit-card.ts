import { ConnectButton, ConnectStatus } from "@human-connect/vue";
import { defineComponent, h, shallowRef, type PropType } from "vue";
import type { Words } from "./words.ts";

/** Connect from inside a modal dialog of the app itself, in Vue. */
export const VisitCard = defineComponent({
  name: "VisitCard",
  props: { text: { type: Object as PropType<Words>, required: true } },
  setup(props) {
    const dialog = shallowRef<HTMLDialogElement | null>(null);
    const showDialog = () => dialog.value?.showModal();
    const closeDialog = () => dialog.value?.close();
    return () => {
      const { text } = props;
      const plainButton = { class: "plain-button", type: "button" } as const;
      return h("section", { class: "card card-row", "aria-labelledby": "visit" }, [
        h("div", [h("h2", { id: "visit" }, text.visit), h("p", { class: "quiet" }, text.visitLead)]),
        h("button", { ...plainButton, "aria-haspopup": "dialog", onClick: showDialog }, text.visitOpen),
        h("dialog", { ref: dialog, class: "dialog", "aria-labelledby": "visit-title" }, [
          h("h2", { id: "visit-title" }, text.visitTitle),
          h("p", { class: "quiet" }, text.visitText),
          h(ConnectStatus),
          h("div", { class: "dialog-actions" }, [
            h("button", { ...plainButton, onClick: closeDialog }, text.visitClose),
            h(ConnectButton, { message: "hidden" }),
          ]),
        ]),
      ]);
    };
  },
});
