import type { Fault, FaultCheck } from "./fault.ts";
import { scriptTroubles } from "./faults/e01-script-troubles.ts";
import { places } from "./faults/e02-places.ts";
import { time } from "./faults/e03-time.ts";
import { navigation } from "./faults/e04-navigation.ts";
import { clientGenerations } from "./faults/e05-client-generations.ts";
import { names } from "./faults/e06-names.ts";
import { pollutedPrototypes } from "./faults/e07-prototypes.ts";
import { frozenPages } from "./faults/e08-frozen.ts";
import { forgedMessages } from "./faults/f01-forged-messages.ts";
import { unvalidatedPayloads } from "./faults/f02-payloads.ts";
import { referer } from "./faults/f03-referer.ts";
import { foreignMessages } from "./faults/f04-foreign-messages.ts";
import { sharedData } from "./faults/f05-shared-data.ts";
import { throwingCallbacks } from "./faults/f06-throwing-callbacks.ts";
import { reopening } from "./faults/f07-reopening.ts";
import { openingTwice } from "./faults/f08-opening-twice.ts";
import { noClose } from "./faults/f09-no-close.ts";
import { foreignRemoval } from "./faults/f10-foreign-removal.ts";
import { guardById } from "./faults/f11-guard-by-id.ts";
import { scriptUrls } from "./faults/f12-script-urls.ts";
import { legacyTokens } from "./faults/f13-legacy-tokens.ts";
import { twoCopies } from "./faults/f14-two-copies.ts";
import { changedOptions } from "./faults/f15-options.ts";
import { deadPagesFault } from "./faults/f16-dead-pages.ts";
import { attributes } from "./faults/f17-attributes.ts";
import { focus } from "./faults/f18-focus.ts";
import { replacedRemove } from "./faults/f19-remove.ts";
import { policies } from "./faults/f20-policies.ts";
import { isolation } from "./faults/f21-isolation.ts";
import { noBody } from "./faults/f22-no-body.ts";
import { failedOnce } from "./faults/r03-failed-once.ts";
import { staleCallbacks } from "./faults/r05-stale-callbacks.ts";
import { strictMode } from "./faults/r06-strict-mode.ts";
import { expiredTokens } from "./faults/r11-expired-tokens.ts";
import { moduleFormats } from "./faults/r12-module-formats.ts";
import { vueProxies } from "./faults/r13-vue-proxies.ts";
import { productionUnasked } from "./faults/r14-production.ts";
import { telemetry } from "./faults/r16-telemetry.ts";

/** A row that the checks of other faults show. */
const shownByOthers = (id: string, title: string): Fault => ({ id, title, checks: [] });

/**
 * Every fault of the vendor's client (F1 to F22), what the surroundings do (E1 to E8), and what hurt people in comparable kits
 * (R1 to R16).
 */
export const faults: readonly Fault[] = [
  forgedMessages,
  unvalidatedPayloads,
  referer,
  foreignMessages,
  sharedData,
  throwingCallbacks,
  reopening,
  openingTwice,
  noClose,
  foreignRemoval,
  guardById,
  scriptUrls,
  legacyTokens,
  twoCopies,
  changedOptions,
  deadPagesFault,
  attributes,
  focus,
  replacedRemove,
  policies,
  isolation,
  noBody,
  scriptTroubles,
  places,
  time,
  navigation,
  clientGenerations,
  names,
  pollutedPrototypes,
  frozenPages,
  shownByOthers("R1", "script tags twice, races between loads"),
  shownByOthers("R2", "waits without an end"),
  failedOnce,
  shownByOthers("R4", "a consent manager brings the code"),
  staleCallbacks,
  strictMode,
  shownByOthers("R7", "orphan frames and listeners"),
  shownByOthers("R8", "foreign and forged messages"),
  shownByOthers("R9", "scroll lock, focus, jumping pages"),
  shownByOthers("R10", "the widget under a modal of the host"),
  expiredTokens,
  moduleFormats,
  vueProxies,
  productionUnasked,
  shownByOthers("R15", "a second call with other options is ignored"),
  telemetry,
];

/** The rows that a check stands for: its fault's, and those on comparable kits. */
export function rowsOf(fault: Fault, check: FaultCheck): string[] {
  return [fault.id, ...(fault.peers ?? []), ...(check.peers ?? [])];
}
