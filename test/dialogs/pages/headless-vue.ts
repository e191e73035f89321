import {
  Dialog,
  DialogPanel,
  Menu,
  MenuButton,
  MenuItem,
  MenuItems,
  Popover,
  PopoverButton,
  PopoverPanel,
} from "@headlessui/vue";
import { h, ref } from "vue";
import { drawContent, drawMenuButton, mountHost } from "./vue-host.ts";

mountHost({
  dialog: {
    setup() {
      const isOpen = ref(false);
      return () => [
        h("button", { class: "trigger", onClick: () => (isOpen.value = true) }, "Open"),
        h(Dialog, { open: isOpen.value, onClose: (open: boolean) => (isOpen.value = open) }, () => [
          h("div", { class: "overlay", "aria-hidden": "true" }),
          h(DialogPanel, { class: "content" }, drawContent),
        ]),
      ];
    },
  },
  menu: () =>
    h(Menu, () => [
      h(MenuButton, { class: "trigger" }, () => "Open"),
      h(MenuItems, { class: "content" }, () => [h(MenuItem, drawMenuButton), h(MenuItem, () => h("button", "Other"))]),
    ]),
  popover: () =>
    h(Popover, () => [
      h(PopoverButton, { class: "trigger" }, () => "Open"),
      h(PopoverPanel, { class: "content" }, drawContent),
    ]),
});
