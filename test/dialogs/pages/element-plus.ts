import { useHumanConnect } from "@human-connect/vue";
import { ElDialog, ElDropdown, ElDropdownItem, ElDropdownMenu } from "element-plus";
import "element-plus/dist/index.css";
import { h, ref } from "vue";
import { drawContent, mountHost } from "./vue-host.ts";

mountHost({
  dialog: {
    setup() {
      const isOpen = ref(false);
      return () => [
        h("button", { class: "trigger", onClick: () => (isOpen.value = true) }, "Open"),
        h(
          ElDialog,
          { modelValue: isOpen.value, "onUpdate:modelValue": (open: boolean) => (isOpen.value = open), title: "Data" },
          () => h("div", { class: "content-of-library" }, drawContent()),
        ),
      ];
    },
  },
  menu: {
    setup: function useMenu() {
      const { open } = useHumanConnect();
      return () =>
        h(
          ElDropdown,
          { trigger: "click", teleported: true },
          {
            default: () => h("button", { class: "trigger" }, "Open"),
            dropdown: () =>
              h(ElDropdownMenu, { class: "content-of-library" }, () => [
                h(ElDropdownItem, { class: "connect", onClick: () => void open() }, () => "Connect"),
                h(ElDropdownItem, () => "Other"),
              ]),
          },
        );
    },
  },
});
