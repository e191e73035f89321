import type { ButtonLabels, HumanConnectState } from "@human-connect/core";
import { readButtonView, repeatEarlyPress } from "@human-connect/core/face";
import {
  h,
  mergeProps,
  onMounted,
  shallowRef,
  type ShallowRef,
  type VNode,
  type VNodeArrayChildren,
  type VNodeChild,
} from "vue";
import type { ButtonProps } from "../render/connect-props.js";
import { readText } from "../render/read-text.js";
import type { UseConnect } from "./use-connect.js";
import { wrapText } from "../render/wrap-text.js";
import { usePrepare } from "../composables/use-prepare.js";

/** A button without a live region. */
export interface UseButton {
  /** The `<button>`, once it is mounted. */
  element: ShallowRef<HTMLButtonElement | null>;
  /**
   * Renders the button.
   *
   * @param attributes The developer's attributes; their listeners run before the kit's.
   * @param content The whole content. Default: what {@link renderLabel} renders without content.
   */
  render: (attributes: Record<string, unknown>, content: VNodeChild) => VNode;
  /** Renders the box of an inline button: the frame for Connect, then what CSS hides while the frame is filled. */
  renderBox: (button: VNode, ...status: VNode[]) => VNode;
}

/** A button that opens an instance; with `inline`, in its own box. */
export function useButton({ connect, state }: UseConnect, props: Required<ButtonProps>): UseButton {
  const element = shallowRef<HTMLButtonElement | null>(null);
  const frame = shallowRef<HTMLElement | null>(null);
  usePrepare(connect, () => props.prepareOn, element);
  onMounted(() => {
    if (element.value) repeatEarlyPress(element.value);
  });

  /** Runs after the developer's handler, unless that handler prevented the event. */
  const then = (ours: (button: HTMLButtonElement) => void) => (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    // Hover and touch events also reach a disabled button.
    if (!event.defaultPrevented && !button.matches(":disabled")) ours(button);
  };
  const prepare = then(() => void (props.prepareOn === "intent" && connect.value.prepare()));
  const open = then((button) => {
    repeatEarlyPress(button);
    // Some browsers do not focus a clicked button, and the kit restores the focus to this button.
    button.focus({ preventScroll: true });
    const container = props.inline ? frame.value : undefined;
    void connect.value.open(container ? { container } : undefined);
  });

  return {
    element,
    render(attributes, content) {
      const { status, currentConnections } = state.value;
      const common = {
        type: "button",
        "aria-haspopup": props.inline ? undefined : "dialog",
        class: "human-connect-button",
      };
      const own = {
        ref: element,
        type: attributes["type"] || "button",
        "data-status": status,
        "data-connected": currentConnections.length ? "" : undefined,
        "aria-busy": status === "loading" || undefined,
        onClick: open,
        onPointerenter: prepare,
        onFocus: prepare,
        onTouchstartPassive: prepare,
        onPointerdown: prepare,
      };
      return h("button", mergeProps(common, attributes, own), content as VNodeArrayChildren);
    },
    renderBox: (button, ...status) =>
      h("div", { class: "human-connect-inline", "data-status": state.value.status }, [
        // The core's children of this element are unknown to Vue, so they stay when the box renders again.
        h("div", { ref: frame, class: "human-connect-frame" }),
        button,
        ...status,
      ]),
  };
}

/**
 * The icon and the label.
 *
 * @param content The developer's label. Default: one of the labels `connect` and `connectAnother`.
 */
export function renderLabel(state: HumanConnectState, labels: ButtonLabels, content?: VNodeArrayChildren): VNode[] {
  const text = readText(content)?.trim();
  const { label, reserved } = readButtonView(state, labels, text === "" ? undefined : (text ?? null));
  const parts = [
    h("span", { class: "human-connect-icon", "aria-hidden": "true" }),
    h("span", { class: "human-connect-label" }, label ?? (wrapText(content) as VNodeArrayChildren)),
  ];
  if (!reserved.length) return parts;
  const room = { "data-text": reserved[0], "data-also": reserved[1] };
  return [...parts, h("span", { class: "human-connect-room", "aria-hidden": "true", ...room })];
}
