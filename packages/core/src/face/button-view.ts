import type { HumanConnectState } from "../model/state.js";
import type { ButtonLabels } from "../words/labels.js";

/** What a button shows, in every face. */
export interface ButtonView {
  /** The text of the label; undefined where the label is the developer's own content. */
  readonly label: string | undefined;
  /**
   * Texts that the label may have, at most two: the button reserves room for them, so that it keeps its size. Empty for content of unknown
   * size.
   */
  readonly reserved: readonly string[];
  /** A session is loading. */
  readonly isBusy: boolean;
  /** The user has connected a source. */
  readonly isConnected: boolean;
}

/**
 * Describes a button.
 *
 * @param own The developer's label: its text, or `null` if it is more than text. Default: `connect` or `connectAnother` of the labels.
 */
export function readButtonView(
  { status, currentConnections }: HumanConnectState,
  { connect, connectAnother, retry }: ButtonLabels,
  own?: string | null,
): ButtonView {
  const isConnected = currentConnections.length > 0;
  const texts = own === undefined ? [connect, connectAnother] : own === null ? [] : [own];
  const label = status === "error" ? retry : texts[Number(isConnected && texts.length > 1)];
  const all = texts.length ? [...texts, retry] : [];
  return {
    label,
    // Of three, the shown one has its room already.
    reserved: all.length > 2 ? all.filter((text) => text !== label) : all,
    isBusy: status === "loading",
    isConnected,
  };
}
