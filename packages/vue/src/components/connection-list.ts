import { describeSource, listSources, readViewLabels, type ListedSource } from "@human-connect/core";
import { defineComponent, h, mergeProps, type HTMLAttributes, type VNodeArrayChildren, type VNodeChild } from "vue";
import { viewProps, type ViewProps } from "../render/connect-props.js";
import type { FaceComponent } from "../render/face-component.js";
import { useConnect } from "./use-connect.js";
import { wrapContent, wrapText } from "../render/wrap-text.js";

export interface ConnectionListProps extends ViewProps, Omit<HTMLAttributes, keyof ViewProps> {
  /**
   * Says of each source how it stands, and lists what the session disconnected and what the person has asked for as well.
   * Default false.
   */
  detailed?: boolean;
}

export interface ConnectionListSlots {
  /** Draws one source. Default: its name and, in detail, how it stands. */
  default?: (item: { source: ListedSource }) => VNodeChild;
  /** What stands in for an empty list. Default: a line that says so. */
  empty?: () => VNodeChild;
}

/**
 * What this person has connected, live; in detail, how each source stands.
 *
 * @throws {TypeError} With neither `connect` nor a plugin or `provideHumanConnect()` above.
 * @example <ConnectionList v-slot="{ source }"><b>{{ source.name }}</b></ConnectionList>
 */
export const ConnectionList: FaceComponent<ConnectionListProps, ConnectionListSlots> = /* @__PURE__ */ defineComponent({
  name: "ConnectionList",
  inheritAttrs: false,
  props: { ...viewProps, detailed: Boolean },
  setup(props, { attrs, slots }) {
    const { state, words } = useConnect(props as ViewProps);
    return () => {
      const sources = listSources(state.value, props.detailed);
      const { connections, noConnections } = readViewLabels(words());
      if (!sources.length) {
        if (slots["empty"]) return wrapText(slots["empty"]());
        // A paragraph must not be named, only described.
        const { "aria-label": _, ...attributes } = attrs;
        return h("p", mergeProps({ class: "human-connect-empty" }, attributes), noConnections);
      }
      const draw = (source: ListedSource): VNodeArrayChildren | string =>
        props.detailed
          ? [
              h("span", { class: "human-connect-source-name" }, source.name),
              h("span", { class: "human-connect-source-status" }, describeSource(source, words())),
            ]
          : source.name;
      return h(
        "ul",
        mergeProps({ "aria-label": connections, class: "human-connect-list" }, attrs),
        sources.map((source) =>
          h(
            "li",
            { key: source.id, class: "human-connect-source", "data-status": source.status },
            (wrapContent(slots["default"]?.({ source })) ?? draw(source)) as VNodeArrayChildren,
          ),
        ),
      );
    };
  },
});
