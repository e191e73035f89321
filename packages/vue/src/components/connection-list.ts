import { readViewLabels } from "@human-connect/core";
import { describeSource, listSources, type ListedSource } from "@human-connect/core/face";
import { defineComponent, h, mergeProps, type HTMLAttributes, type VNodeArrayChildren, type VNodeChild } from "vue";
import { viewProps, type ViewProps } from "../render/connect-props.js";
import type { FaceComponent } from "../render/face-component.js";
import { useConnect } from "./use-connect.js";
import { wrapContent, wrapText } from "../render/wrap-text.js";

export interface ConnectionListProps extends ViewProps, Omit<HTMLAttributes, keyof ViewProps> {
  /** Also shows the status of each source, and lists the sources that were just disconnected or requested. Default false. */
  detailed?: boolean | undefined;
}

export interface ConnectionListSlots {
  /** Renders one source. Default: its name; with `detailed`, also its status. */
  default?: (item: { source: ListedSource }) => VNodeChild;
  /** Shown instead of an empty list. Default: the label `noConnections`. */
  empty?: () => VNodeChild;
}

/**
 * A live list of the sources that the user has connected; with `detailed`, also their status.
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
        // ARIA does not allow `aria-label` on a paragraph.
        const { "aria-label": _, ...attributes } = attrs;
        return h("p", mergeProps({ class: "human-connect-empty" }, attributes), noConnections);
      }
      const render = (source: ListedSource): VNodeArrayChildren | string =>
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
            (wrapContent(slots["default"]?.({ source })) ?? render(source)) as VNodeArrayChildren,
          ),
        ),
      );
    };
  },
});
