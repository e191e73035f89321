import type { PropertyDeclarations } from "@lit/reactive-element";
import { FollowerElement } from "./follower-element.js";
import { listTree } from "../tree/list-tree.js";
import { readSourceContent } from "../tree/source-content.js";
import type { ListProperties } from "../attributes/button-options.js";
import type { TreeNode } from "../tree/render-tree.js";
import { flag } from "../attributes/flag.js";

/**
 * A live list of the sources that the user has connected through the button or card whose id is in `for`.
 * A `<template slot="source">` is shown for each source; `data-text="name"` and `"status"` in it mark where the texts belong.
 *
 * @slot empty - Shown instead of an empty list. Default: the label `noConnections`.
 * @csspart list - The list.
 * @csspart source - Each source in it.
 * @csspart source-name - The name of a source, if `detailed`.
 * @csspart source-status - The status of a source, if `detailed`.
 * @csspart empty - The line shown instead of an empty list.
 */
export class HumanConnectList extends FollowerElement {
  static override properties: PropertyDeclarations = {
    detailed: { type: Boolean, reflect: true, converter: flag },
    renderSource: { attribute: false },
  };

  static override get observedAttributes(): string[] {
    return [
      ...super.observedAttributes,
      "locale",
      "label-connections",
      "label-no-connections",
      "label-status-connected",
      "label-status-added",
      "label-status-disconnected",
      "label-status-requested",
    ];
  }

  /** Also shows the status of each source, and lists the sources that were just disconnected or requested. Default false. */
  declare detailed: boolean;
  /**
   * Returns the content of a source, as a node or a text; called again with each state. Takes precedence over a
   * `<template slot="source">`. Default: the name of the source, and its status if `detailed`.
   */
  declare renderSource: ListProperties["renderSource"];

  constructor() {
    super();
    this.detailed = false;
  }

  protected override describe(): readonly TreeNode[] {
    const { state, words } = this.follower;
    const renderSource = readSourceContent(this, this.renderSource, words);
    return [listTree({ state, words, isDetailed: this.detailed, renderSource })];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-list": HumanConnectList;
  }
}
