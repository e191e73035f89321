import { type HumanConnectState, describeState } from "@human-connect/core";
import { defineComponent, type HTMLAttributes, type VNodeChild } from "vue";
import { viewProps, type ViewProps } from "../render/connect-props.js";
import { renderStatus } from "../render/render-status.js";
import type { FaceComponent } from "../render/face-component.js";
import { useConnect } from "./use-connect.js";

export interface ConnectStatusProps extends ViewProps, Omit<HTMLAttributes, keyof ViewProps> {
  /** Announces changes to screen readers. Default false, because a `ConnectButton` already announces them. */
  live?: boolean | undefined;
}

export interface ConnectStatusSlots {
  /** Renders the content. Default: the text of the locale. */
  default?: (state: HumanConnectState) => VNodeChild;
}

/**
 * A line with the current state: opening, open, how many sources are connected, or the reason of a failure.
 *
 * @throws {TypeError} With neither `connect` nor a plugin or `provideHumanConnect()` above.
 * @example <ConnectStatus v-slot="{ status }">{{ status }}</ConnectStatus>
 */
export const ConnectStatus: FaceComponent<ConnectStatusProps, ConnectStatusSlots> = /* @__PURE__ */ defineComponent({
  name: "ConnectStatus",
  props: { ...viewProps, live: Boolean },
  setup(props, { slots }) {
    const { state, words } = useConnect(props as ViewProps);
    return () =>
      renderStatus(state.value, slots["default"]?.(state.value) ?? describeState(state.value, words()), props.live);
  },
});
