/** What the faces of the kit share. For those who write another face; its exports may change in a minor version. */
export { addVoice, type Voice } from "./face/announcer.js";
export { readButtonView, type ButtonView } from "./face/button-view.js";
export { repeatEarlyPress } from "./face/early-press.js";
export { hasOwnOptions, isFunctionOption, type FaceOptions } from "./face/face-options.js";
export { readLiveView, whenShown, type LiveView, type ShowsLive } from "./face/live-view.js";
export { prepareWhen, type PrepareOn } from "./face/prepare-on.js";
export { isLoopback, isSecure } from "./base/is-secure.js";
export { mergeOptions } from "./base/merge-defined.js";
export { parseUrl } from "./base/parse-url.js";
export { allowScriptOrigins, isKnownScript } from "./client/script-origins.js";
export { callbackName } from "./model/events.js";
export { readStateOptions, type StateOptions } from "./model/state-options.js";
export { isOptionName, optionKinds, type OptionKind } from "./session/option-names.js";
export { readLocale } from "./words/locale.js";
export { describeSource, isLongList, listSources, type ListedSource, type SourceStatus } from "./words/list-sources.js";
