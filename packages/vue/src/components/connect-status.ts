import { describeState, type HumanConnectState } from "@human-connect/core";
import { defineComponent, type HTMLAttributes, type VNodeChild } from "vue";
import { viewProps, type ViewProps } from "../render/connect-props.js";
import { drawStatus } from "../render/draw-status.js";
import type { FaceComponent } from "../render/face-component.js";
import { useConnect } from "./use-connect.js";

export interface ConnectStatusProps extends ViewProps, Omit<HTMLAttributes, keyof ViewProps> {
  /** Announces changes to screen readers. Default false, because a `ConnectButton` does so already. */
  live?: boolean;
}

export interface ConnectStatusSlots {
  /** Says it in other words. */
  default?: (state: HumanConnectState) => VNodeChild;
}

/**
 * One line that says where things stand: opening, open, how many sources are connected, or what went wrong.
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
      drawStatus(state.value, slots["default"]?.(state.value) ?? describeState(state.value, words()), props.live);
  },
});
