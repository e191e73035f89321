import {
  describeState,
  eventTypes,
  isLongList,
  readButtonLabels,
  readCardLabels,
  type ConnectEventType,
  type HumanConnectState,
  type ListedSource,
} from "@human-connect/core";
import { defineComponent, h, type HTMLAttributes, type VNode, type VNodeArrayChildren, type VNodeChild } from "vue";
import {
  buttonProps,
  optionProps,
  viewProps,
  type ButtonProps,
  type OptionProps,
  type OptionsOrConnect,
  type ViewProps,
} from "../render/connect-props.js";
import { ConnectionList } from "./connection-list.js";
import { drawLive, drawStatus } from "../render/draw-status.js";
import type { FaceComponent } from "../render/face-component.js";
import { readText } from "../render/read-text.js";
import { drawLabel, useButton } from "./use-button.js";
import { useConnect } from "./use-connect.js";
import { useVoice } from "../composables/use-voice.js";
import { wrapContent } from "../render/wrap-text.js";
import { useEmit, type ConnectEmits, type ConnectListeners } from "../composables/use-emit.js";

/** What a card has beside its connection and its button. */
interface CardProps {
  /** Level of the heading among those of the page. Default 2. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  /** Keeps the button from opening Connect. Default false. */
  disabled?: boolean;
}

interface OwnProps
  extends CardProps, ConnectListeners, ButtonProps, Omit<HTMLAttributes, keyof OptionProps | keyof ConnectListeners> {}

/** Options of the core, or a connection of `useHumanConnect` that has them already, beside the attributes of a `<section>`. */
export type ConnectCardProps = OwnProps & OptionsOrConnect;

export interface ConnectCardSlots {
  /** What the heading says. One that draws nothing leaves it out, as with `privacy`. */
  heading?: () => VNodeChild;
  /** What the line about privacy says. */
  privacy?: () => VNodeChild;
  /** Draws one source. Default: its name and how it stands. */
  source?: (item: { source: ListedSource }) => VNodeChild;
  /** What stands in for an empty list. Default: a line that says so. */
  empty?: () => VNodeChild;
  /** All that is in the button, in every state. */
  button?: (state: HumanConnectState) => VNodeChild;
  /** What the status line says. */
  status?: (state: HumanConnectState) => VNodeChild;
  /** More, below the button. */
  default?: () => VNodeChild;
}

/**
 * All that a page needs to connect health data: a heading, a word about privacy, what is connected, the button and a line that
 * says how it goes. Every other attribute is the `<section>`'s. Below a plugin or `provideHumanConnect()` it needs no options.
 *
 * @example <ConnectCard token-url="/api/human-connect/token" :initial-connections="known" @close="refresh" />
 */
export const ConnectCard: FaceComponent<ConnectCardProps, ConnectCardSlots, ConnectEmits> =
  /* @__PURE__ */ defineComponent({
    name: "ConnectCard",
    props: { ...viewProps, ...optionProps, ...buttonProps, headingLevel: { default: 2 }, disabled: Boolean },
    emits: eventTypes as ConnectEventType[],
    setup(given, { slots }) {
      const props = given as ViewProps & OptionProps & Required<ButtonProps & CardProps>;
      const connected = useConnect(props, useEmit());
      const { connect, state, words } = connected;
      const said = useVoice(() => connect.value, words);
      const { draw, drawBox } = useButton(connected, props);

      return () => {
        const now = state.value;
        const isConnected = now.currentConnections.length > 0;
        const { heading, privacy } = readCardLabels(words());
        const labels = readButtonLabels(words());
        const button = draw(
          { disabled: props.disabled },
          wrapContent(slots["button"]?.(now)) ?? drawLabel(now, labels),
        );
        const own = slots["status"]?.(now);
        const status = [
          // First, so that it stays the same element when the line gives way to what went wrong.
          drawLive(now, said.value, own ? "never" : "error"),
          ...(own || now.status !== "error" ? [drawStatus(now, own ?? describeState(now, words(), true))] : []),
        ];
        const parts = [
          drawPart(`h${props.headingLevel}`, "human-connect-heading", slots["heading"]?.() ?? heading),
          drawPart("p", "human-connect-privacy", slots["privacy"]?.() ?? privacy),
          h(
            ConnectionList,
            { connect: connect.value, detailed: true, tabindex: isLongList(now) ? 0 : undefined, ...words() },
            { default: slots["source"], empty: slots["empty"] },
          ),
          h("div", { class: "human-connect-actions" }, props.inline ? drawBox(button, ...status) : [button, ...status]),
          slots["default"]?.(),
        ];
        return h(
          "section",
          { class: "human-connect-card", "data-status": now.status, "data-connected": isConnected ? "" : undefined },
          // Vue writes a comment for each that is missing.
          parts.filter((part) => part !== undefined),
        );
      };
    },
  });

/** One part of the card; none, where it has nothing to say. */
function drawPart(tag: string, className: string, content: VNodeChild): VNode | undefined {
  return readText(content)?.trim() === ""
    ? undefined
    : h(tag, { class: className }, wrapContent(content) as VNodeArrayChildren);
}
