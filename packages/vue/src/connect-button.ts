import {
  eventTypes,
  readButtonLabels,
  type ConnectEventType,
  type ButtonLabels,
  type HumanConnect,
  type HumanConnectState,
  type LabelOptions,
} from "@human-connect/core";
import {
  defineComponent,
  getCurrentInstance,
  h,
  mergeProps,
  shallowRef,
  type ButtonHTMLAttributes,
  type VNode,
  type VNodeArrayChildren,
  type VNodeChild,
} from "vue";
import { optionProps, viewProps, type OptionProps, type ViewProps } from "./connect-props.js";
import type { FaceComponent } from "./face-component.js";
import { readText } from "./read-text.js";
import { useConnect } from "./use-connect.js";
import { useEmit, type ConnectEmits } from "./use-emit.js";
import { usePrepare, type PrepareOn } from "./use-prepare.js";

type Listeners = { [K in keyof ConnectEmits as `on${Capitalize<K>}`]?: ConnectEmits[K] };

interface OwnProps extends Listeners, Omit<ButtonHTMLAttributes, keyof OptionProps | keyof Listeners> {
  /** When to fetch what a click will need. Default `"intent"`: hover, focus or touch. */
  prepareOn?: PrepareOn;
}

type NoOptions = { [K in Exclude<keyof OptionProps, keyof LabelOptions>]?: undefined };

/** Options of the core, or a connection of `useHumanConnect` that has them already, beside the attributes of a `<button>`. */
export type ConnectButtonProps = OwnProps &
  ((OptionProps & { connect?: undefined }) | (LabelOptions & NoOptions & { connect: HumanConnect }));

export interface ConnectButtonSlots {
  /** What the button says while nothing has failed. Default: the label of the locale. */
  default?: (state: HumanConnectState) => VNodeChild;
  /** All that is in the button, in every state: it replaces the icon, the label and the offer to try again. */
  content?: (state: HumanConnectState) => VNodeChild;
}

/**
 * A real button that opens Connect, shows how it goes, and tries again after an error. Every other attribute and listener
 * is the `<button>`'s own, and a template ref has it as `element`. Below a plugin or `provideHumanConnect()` it needs no
 * options.
 *
 * @example <ConnectButton :get-token="getToken" @close="refresh">Connect your health data</ConnectButton>
 */
export const ConnectButton: FaceComponent<
  ConnectButtonProps,
  ConnectButtonSlots,
  ConnectEmits,
  { /** The `<button>`, once it is mounted. */ element: HTMLButtonElement | null }
> = /* @__PURE__ */ defineComponent({
  name: "ConnectButton",
  inheritAttrs: false,
  props: { ...viewProps, ...optionProps, prepareOn: { default: "intent" } },
  emits: eventTypes as ConnectEventType[],
  setup(given, { attrs, slots, expose }) {
    const props = given as ViewProps & OptionProps & { prepareOn: PrepareOn };
    const instance = getCurrentInstance()!;
    const element = shallowRef<HTMLButtonElement | null>(null);
    const { connect, state, words } = useConnect(props, useEmit());
    usePrepare(connect, () => props.prepareOn, element);
    expose({ element });

    /** After the user's handler, unless that prevented it. */
    const then = (ours: (button: HTMLButtonElement) => void) => (event: Event) => {
      const button = event.currentTarget as HTMLButtonElement;
      // Hover and touch reach a disabled button as well.
      if (!event.defaultPrevented && !button.matches(":disabled")) ours(button);
    };
    const prepare = then(() => void (props.prepareOn === "intent" && connect.value.prepare()));
    const open = then((button) => {
      // Not every browser focuses what is clicked, and the focus is to come back here.
      button.focus({ preventScroll: true });
      void connect.value.open();
    });

    return () => {
      const now = state.value;
      const { scopeId } = instance.vnode;
      const labels = readButtonLabels(words());
      const own = {
        // What a parent's scoped style goes by, which Vue itself adds only where there is one root.
        ...(scopeId ? { [scopeId]: "" } : undefined),
        ref: element,
        type: attrs["type"] || "button",
        "data-status": now.status,
        "data-connected": now.currentConnections.length ? "" : undefined,
        "aria-busy": now.status === "loading" || undefined,
        onClick: open,
        onPointerenter: prepare,
        onFocus: prepare,
        onTouchstartPassive: prepare,
      };
      return [
        h(
          "button",
          mergeProps({ type: "button", "aria-haspopup": "dialog", class: "human-connect-button" }, attrs, own),
          slots["content"]?.(now) ?? renderLabel(slots["default"]?.(now), labels, now.status === "error"),
        ),
        h("span", { role: "status", class: "human-connect-live" }, announce(now, labels)),
      ];
    };
  },
});

function announce(state: HumanConnectState, labels: ButtonLabels): string {
  return state.status === "loading" ? labels.loading : state.status === "error" ? state.error.userMessage : "";
}

function renderLabel(content: VNodeArrayChildren | undefined, labels: ButtonLabels, hasFailed: boolean): VNode[] {
  const text = readText(content)?.trim();
  const idle = text === "" ? labels.connect : text;
  // Both texts keep their room, so that the box stays the same when one gives way to the other.
  const room = { class: "human-connect-label", "data-connect": idle, "data-retry": labels.retry };
  return [
    h("span", { class: "human-connect-icon", "aria-hidden": "true" }),
    h("span", room, hasFailed ? labels.retry : (idle ?? content)),
  ];
}
