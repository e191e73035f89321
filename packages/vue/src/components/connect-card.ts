import {
  eventTypes,
  type ConnectEventType,
  type HumanConnectState,
  describeState,
  readButtonLabels,
  readCardLabels,
} from "@human-connect/core";
import { isLongList, type ListedSource } from "@human-connect/core/face";
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
import { renderLive, renderStatus } from "../render/render-status.js";
import type { FaceComponent } from "../render/face-component.js";
import { readText } from "../render/read-text.js";
import { renderLabel, useButton } from "./use-button.js";
import { useConnect } from "./use-connect.js";
import { useVoice } from "../composables/use-voice.js";
import { wrapContent } from "../render/wrap-text.js";
import { useEmit, type ConnectEmits, type ConnectListeners } from "../composables/use-emit.js";

/** Props of a card beside its options and those of its button. */
interface CardProps {
  /** Level of the heading, 1 to 6. Default 2. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Disables the button. Default false. */
  disabled?: boolean | undefined;
}

interface OwnProps
  extends CardProps, ConnectListeners, ButtonProps, Omit<HTMLAttributes, keyof OptionProps | keyof ConnectListeners> {}

/** Options of the core, or an instance from `useHumanConnect`, which has its options already, beside the attributes of a `<section>`. */
export type ConnectCardProps = OwnProps & OptionsOrConnect;

export interface ConnectCardSlots {
  /** Content of the heading. A slot that renders nothing leaves the part out; the same applies to `privacy`. */
  heading?: () => VNodeChild;
  /** Content of the privacy line. */
  privacy?: () => VNodeChild;
  /** Renders one source. Default: its name and its status. */
  source?: (item: { source: ListedSource }) => VNodeChild;
  /** Shown instead of an empty list. Default: the label `noConnections`. */
  empty?: () => VNodeChild;
  /** The whole content of the button, in every state. */
  button?: (state: HumanConnectState) => VNodeChild;
  /** Content of the status line. */
  status?: (state: HumanConnectState) => VNodeChild;
  /** Extra content below the button. */
  default?: () => VNodeChild;
}

/**
 * A card for a settings page: a heading, a privacy line, the connected sources, the button and a line with the progress. Every other
 * attribute is passed to the `<section>`. Below a plugin or `provideHumanConnect()` it needs no options.
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
      const { render, renderBox } = useButton(connected, props);

      return () => {
        const now = state.value;
        const isConnected = now.currentConnections.length > 0;
        const { heading, privacy } = readCardLabels(words());
        const labels = readButtonLabels(words());
        const button = render(
          { disabled: props.disabled },
          wrapContent(slots["button"]?.(now)) ?? renderLabel(now, labels),
        );
        const own = slots["status"]?.(now);
        const status = [
          // First, so that Vue keeps the element when an error replaces the status line.
          renderLive(now, said.value, own ? "never" : "error"),
          ...(own || now.status !== "error" ? [renderStatus(now, own ?? describeState(now, words(), true))] : []),
        ];
        const parts = [
          renderPart(`h${props.headingLevel}`, "human-connect-heading", slots["heading"]?.() ?? heading),
          renderPart("p", "human-connect-privacy", slots["privacy"]?.() ?? privacy),
          h(
            ConnectionList,
            { connect: connect.value, detailed: true, tabindex: isLongList(now) ? 0 : undefined, ...words() },
            { default: slots["source"], empty: slots["empty"] },
          ),
          h(
            "div",
            { class: "human-connect-actions" },
            props.inline ? renderBox(button, ...status) : [button, ...status],
          ),
          slots["default"]?.(),
        ];
        return h(
          "section",
          { class: "human-connect-card", "data-status": now.status, "data-connected": isConnected ? "" : undefined },
          // Vue renders a comment for each undefined child.
          parts.filter((part) => part !== undefined),
        );
      };
    },
  });

/** One part of the card; undefined if it has no content. */
function renderPart(tag: string, className: string, content: VNodeChild): VNode | undefined {
  return readText(content)?.trim() === ""
    ? undefined
    : h(tag, { class: className }, wrapContent(content) as VNodeArrayChildren);
}
