import { readViewLabels, type Source } from "@human-connect/core";
import { defineComponent, h, mergeProps, type HTMLAttributes, type VNodeChild } from "vue";
import { viewProps, type ViewProps } from "./connect-props.js";
import type { FaceComponent } from "./face-component.js";
import { useConnect } from "./use-connect.js";

export interface ConnectionListProps extends ViewProps, Omit<HTMLAttributes, keyof ViewProps> {}

export interface ConnectionListSlots {
  /** Draws one source. Default: its name. */
  default?: (item: { source: Source }) => VNodeChild;
  /** What stands in for an empty list. Default: a line that says so. */
  empty?: () => VNodeChild;
}

/**
 * What this person has connected, live.
 *
 * @throws {TypeError} With neither `connect` nor a plugin or `provideHumanConnect()` above.
 * @example <ConnectionList v-slot="{ source }"><b>{{ source.name }}</b></ConnectionList>
 */
export const ConnectionList: FaceComponent<ConnectionListProps, ConnectionListSlots> = /* @__PURE__ */ defineComponent({
  name: "ConnectionList",
  inheritAttrs: false,
  props: viewProps,
  setup(props, { attrs, slots }) {
    const { state, words } = useConnect(props as ViewProps);
    return () => {
      const { currentConnections } = state.value;
      const { connections, noConnections } = readViewLabels(words());
      if (!currentConnections.length) {
        if (slots["empty"]) return slots["empty"]();
        // A paragraph must not be named, only described.
        const { "aria-label": _, ...attributes } = attrs;
        return h("p", mergeProps({ class: "human-connect-empty" }, attributes), noConnections);
      }
      return h(
        "ul",
        mergeProps({ "aria-label": connections, class: "human-connect-list" }, attrs),
        currentConnections.map((source) =>
          h("li", { key: source.id, class: "human-connect-source" }, slots["default"]?.({ source }) ?? source.name),
        ),
      );
    };
  },
});
