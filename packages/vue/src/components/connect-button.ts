import { eventTypes, type ConnectEventType, type HumanConnectState, readButtonLabels } from "@human-connect/core";
import { whenShown } from "@human-connect/core/face";
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
import { renderLive } from "../render/render-status.js";
import type { FaceComponent } from "../render/face-component.js";
import { renderLabel, useButton } from "./use-button.js";
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

/** Options of the core, or an instance from `useHumanConnect`, which has its options already, beside the attributes of a `<button>`. */
export type ConnectButtonProps = OwnProps & OptionsOrConnect;

export interface ConnectButtonSlots {
  /**
   * The label while the status is not `error`. Default: the labels of the locale, one for a user without connected sources and one for
   * a user with some.
   */
  default?: (state: HumanConnectState) => VNodeChild;
  /** The whole content of the button, in every state: replaces the icon, the label and the retry label. */
  content?: (state: HumanConnectState) => VNodeChild;
}

/**
 * A button that opens Connect, shows the progress, and retries after an error. Every other attribute and listener is passed to the
 * `<button>`, which a template ref exposes as `element`. Below a plugin or `provideHumanConnect()` it needs no options.
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
    const { element, render, renderBox } = useButton(connected, props);
    expose({ element });

    return () => {
      const now = state.value;
      const { scopeId } = instance.vnode;
      const labels = readButtonLabels(words());
      const button = render(
        // The scope id of the parent's scoped styles, which Vue adds only to root elements.
        { ...attrs, ...(scopeId ? { [scopeId]: "" } : undefined) },
        wrapContent(slots["content"]?.(now)) ?? renderLabel(now, labels, slots["default"]?.(now)),
      );
      const line = renderLive(now, said.value, whenShown(props.message, props.inline));
      return props.inline ? renderBox(button, line) : [button, line];
    };
  },
});
