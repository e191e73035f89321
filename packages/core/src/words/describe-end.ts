import { describeState } from "./describe-state.js";
import { localeOf } from "./locale.js";
import { readViewLabels } from "./view-labels.js";
import type { LabelOptions } from "./labels.js";
import type { Source } from "../model/session.js";
import type { HumanConnectState } from "../model/state.js";

/**
 * The announcement when a session is over: what went wrong, or what the session has changed and how many sources are connected now.
 *
 * @returns `""` if nothing has changed, and while no session is over.
 */
export function describeEnd(state: HumanConnectState, options: LabelOptions): string {
  if (state.status === "error") return state.error.userMessage;
  if (state.status !== "closed") return "";
  const { currentConnections, session } = state;
  const { connectedSources, disconnectedSources } = session.sessionResults;
  const current = new Set(currentConnections.map(({ id }) => id));
  const { sourcesConnected, sourcesDisconnected } = readViewLabels(options);
  const changes = [
    // A source that was connected and disconnected again has not changed.
    name(
      sourcesConnected,
      connectedSources.filter(({ id }) => current.has(id)),
      options,
    ),
    name(
      sourcesDisconnected,
      disconnectedSources.filter(({ id }) => !current.has(id)),
      options,
    ),
  ].filter(Boolean);
  if (!changes.length) return "";
  const stop = ideographs.test(sourcesConnected) ? "。" : ". ";
  return [...changes, describeState(state, options, true)].filter(Boolean).join(stop) + stop.trim();
}

function name(label: string, sources: readonly Source[], options: LabelOptions): string {
  if (!sources.length) return "";
  const given = sources.map(({ name: each }) => each);
  // The name of a clinic keeps its own direction, and the sentence keeps that of its language.
  const isMixed = rightToLeft.test(label + given.join());
  const names = new Intl.ListFormat(localeOf(options)).format(
    isMixed ? given.map((each) => `${isolate}${each}${popIsolate}`) : given,
  );
  return label.replace("{names}", () => names);
}

/** Chinese and Japanese, which end a sentence with a sign of their own. */
const ideographs = /[\u3040-\u9fff]/;

/** Hebrew to Arabic. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

// First strong isolate, and its end. @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
const isolate = "\u2068";
const popIsolate = "\u2069";
