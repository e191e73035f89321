import type { ButtonLabels, HumanConnectState } from "@human-connect/core";
import { h, mergeProps, shallowRef, type ShallowRef, type VNode, type VNodeArrayChildren, type VNodeChild } from "vue";
import type { ButtonProps } from "../render/connect-props.js";
import { readText } from "../render/read-text.js";
import type { UseConnect } from "./use-connect.js";
import { wrapText } from "../render/wrap-text.js";
import { usePrepare } from "../composables/use-prepare.js";

/** A button without anything that announces how it goes. */
export interface UseButton {
  /** The `<button>`, once it is mounted. */
  element: ShallowRef<HTMLButtonElement | null>;
  /**
   * Draws it.
   *
   * @param attributes The user's, with listeners that run before ours.
   * @param content All that is in it. Default: what {@link drawLabel} makes of no content.
   */
  draw: (attributes: Record<string, unknown>, content: VNodeChild) => VNode;
  /** Draws the box of a button that is inline: the room for Connect, then what gives way to it. */
  drawBox: (button: VNode, ...status: VNode[]) => VNode;
}

/** A button that opens a connection, in a box of its own when it is inline. */
export function useButton({ connect, state }: UseConnect, props: Required<ButtonProps>): UseButton {
  const element = shallowRef<HTMLButtonElement | null>(null);
  const frame = shallowRef<HTMLElement | null>(null);
  usePrepare(connect, () => props.prepareOn, element);

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
    const container = props.inline ? frame.value : undefined;
    void connect.value.open(container ? { container } : undefined);
  });

  return {
    element,
    draw(attributes, content) {
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
      };
      return h("button", mergeProps(common, attributes, own), content as VNodeArrayChildren);
    },
    drawBox: (button, ...status) =>
      h("div", { class: "human-connect-inline", "data-status": state.value.status }, [
        // What the core puts in here is nothing that Vue knows of, so it stays when the box is drawn again.
        h("div", { ref: frame, class: "human-connect-frame" }),
        button,
        ...status,
      ]),
  };
}

/**
 * The icon and what the button says.
 *
 * @param content Of the user. Default: one of the labels `connect` and `connectAnother`.
 */
export function drawLabel(
  { status, currentConnections }: HumanConnectState,
  { connect, connectAnother, retry }: ButtonLabels,
  content?: VNodeArrayChildren,
): VNode[] {
  const own = readText(content)?.trim();
  const texts = own === "" ? [connect, connectAnother] : [own];
  const idle = own || texts[Number(currentConnections.length > 0)];
  const parts = [
    h("span", { class: "human-connect-icon", "aria-hidden": "true" }),
    h(
      "span",
      { class: "human-connect-label" },
      status === "error" ? retry : (idle ?? (wrapText(content) as VNodeArrayChildren)),
    ),
  ];
  if (idle === undefined) return parts;
  // Every text keeps its room, so that the box stays the same when one gives way to another.
  const room = [...texts, retry].map((text) => h("span", { "data-text": text }));
  return [...parts, h("span", { class: "human-connect-room", "aria-hidden": "true" }, room)];
}
