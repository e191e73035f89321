import type { ConnectCore } from "./connect-core.js";
import { HumanConnectError } from "../model/errors.js";
import { localizeFailure } from "../words/failure.js";
import { mergeDefined } from "../base/merge-defined.js";
import { isOptionName } from "./option-names.js";
import type { HumanConnectState } from "../model/state.js";
import { loadWidgetLabels } from "../words/widget-labels.js";
import type { WidgetOptions } from "../model/widget-options.js";

type Overrides = Partial<WidgetOptions>;

/**
 * Handles an `open()` during a running session: with the same options it joins; with other options it must fail, because they have no
 * effect.
 *
 * @returns The error state of this call, which is not the state of the connection, or nothing if the call may join.
 */
export async function refuseOther(
  core: ConnectCore,
  first: Overrides | undefined,
  second: Overrides,
): Promise<HumanConnectState | undefined> {
  const options = core.read();
  const running: Overrides = mergeDefined<Overrides>(options, first);
  // A click handler may have passed its event as the options.
  const names = Object.keys(second).filter(isOptionName) as (keyof Overrides)[];
  const other = names.find((name) => second[name] !== undefined && !isSame(second[name], running[name]));
  if (!other) return undefined;
  const error = localizeFailure(
    new HumanConnectError(
      "widget-busy",
      `Connect is already open with another ${other}. Wait until the session is over, or call close().`,
    ),
    await loadWidgetLabels(options),
  );
  return Object.freeze({ status: "error", error, currentConnections: core.store.get().currentConnections });
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  try {
    return ![one, other].some((value) => value instanceof Node) && JSON.stringify(one) === JSON.stringify(other);
  } catch {
    // A value that cannot be serialized equals only itself.
    return false;
  }
}
