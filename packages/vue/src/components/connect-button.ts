import { eventTypes, readButtonLabels, type ConnectEventType, type HumanConnectState } from "@human-connect/core";
import { defineComponent, getCurrentInstance, type ButtonHTMLAttributes, type VNodeChild } from "vue";
import {
  buttonProps,
  messageProps,
  optionProps,
  viewProps,
  type ButtonProps,
  type MessageProps,
  type OptionProps,
  type OptionsOrConnect,
  type ViewProps,
} from "../render/connect-props.js";
import { drawLive } from "../render/draw-status.js";
import type { FaceComponent } from "../render/face-component.js";
import { drawLabel, useButton } from "./use-button.js";
import { useConnect } from "./use-connect.js";
import { useVoice } from "../composables/use-voice.js";
import { wrapContent } from "../render/wrap-text.js";
import { useEmit, type ConnectEmits, type ConnectListeners } from "../composables/use-emit.js";

interface OwnProps
  extends
    ConnectListeners,
    ButtonProps,
    MessageProps,
    Omit<ButtonHTMLAttributes, keyof OptionProps | keyof ConnectListeners> {}

/** Options of the core, or a connection of `useHumanConnect` that has them already, beside the attributes of a `<button>`. */
export type ConnectButtonProps = OwnProps & OptionsOrConnect;

export interface ConnectButtonSlots {
  /**
   * What the button says while nothing has failed. Default: the labels of the locale, one for somebody who has connected nothing
   * and one for the others.
   */
  default?: (state: HumanConnectState) => VNodeChild;
  /** All that is in the button, in every state: it replaces the icon, the label and the offer to try again. */
  content?: (state: HumanConnectState) => VNodeChild;
}

/**
 * A real button that opens Connect, shows how it goes, and tries again after an error. Every other attribute and listener
 * is the `<button>`'s own, and a template ref has it as `element`. Below a plugin or `provideHumanConnect()` it needs no
 * options.
 *
 * @example <ConnectButton token-url="/api/human-connect/token" @close="refresh">Connect your health data</ConnectButton>
 * @example <ConnectButton inline token-url="/api/human-connect/token" />
 */
export const ConnectButton: FaceComponent<
  ConnectButtonProps,
  ConnectButtonSlots,
  ConnectEmits,
  { /** The `<button>`, once it is mounted. */ element: HTMLButtonElement | null }
> = /* @__PURE__ */ defineComponent({
  name: "ConnectButton",
  inheritAttrs: false,
  props: { ...viewProps, ...optionProps, ...buttonProps, ...messageProps },
  emits: eventTypes as ConnectEventType[],
  setup(given, { attrs, slots, expose }) {
    const props = given as ViewProps & OptionProps & Required<ButtonProps & MessageProps>;
    const instance = getCurrentInstance()!;
    const connected = useConnect(props, useEmit());
    const { state, words } = connected;
    const said = useVoice(() => connected.connect.value, words);
    const { element, draw, drawBox } = useButton(connected, props);
    expose({ element });

    return () => {
      const now = state.value;
      const { scopeId } = instance.vnode;
      const labels = readButtonLabels(words());
      const button = draw(
        // What a parent's scoped style goes by, which Vue itself adds only to a root.
        { ...attrs, ...(scopeId ? { [scopeId]: "" } : undefined) },
        wrapContent(slots["content"]?.(now)) ?? drawLabel(now, labels, slots["default"]?.(now)),
      );
      const shows = props.message === "hidden" ? "never" : props.inline ? "always" : "error";
      const line = drawLive(now, said.value, shows);
      return props.inline ? drawBox(button, line) : [button, line];
    };
  },
});
