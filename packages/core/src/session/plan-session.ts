import { deadline } from "../base/deadline.js";
import { mergeDefined } from "../base/merge-defined.js";
import type { WidgetOptions } from "../model/widget-options.js";
import type { TokenTerms } from "../token.js";
import { readTarget, type WidgetTarget } from "../vendor-options.js";
import { currentDialect } from "../vendor/current-dialect.js";
import type { Dialect } from "../vendor/dialect.js";
import { readDocument } from "../page/read-document.js";
import { failure } from "../words/failure.js";
import { readList, type Person } from "./connect-core.js";
import { loadVendor, type VendorLoad } from "./load-vendor.js";
import type { HumanConnectOptions, Timeouts } from "./options.js";

/** What one click needs: its options, read once, and the loads that they start. */
export interface SessionPlan {
  readonly options: HumanConnectOptions;
  readonly timeouts: Required<Timeouts>;
  readonly vendor: VendorLoad;
  /** Rejects with `invalid-option`, `client-timeout`, or what the client has thrown. */
  readonly protocol: Promise<Protocol>;
}

/** How Connect is spoken to, and where. */
export interface Protocol {
  readonly dialect: Dialect;
  readonly target: WidgetTarget;
}

/** Plans a session, and starts to load the vendor's code. @param overrides Widget options for this session only. */
export function planSession(given: HumanConnectOptions, overrides?: Partial<WidgetOptions>): SessionPlan {
  const options = mergeDefined<HumanConnectOptions>(given, overrides);
  const timeouts = mergeDefined({ tokenMs: 15_000, clientMs: 15_000, widgetMs: 20_000 }, options.timeouts);
  const vendor = loadVendor(options, timeouts.clientMs);
  const protocol = readProtocol(options, timeouts.clientMs);
  protocol.catch(() => {});
  return { options, timeouts, vendor, protocol };
}

/** The conditions for the token of a user. */
export function readTerms({ timeouts }: SessionPlan, { readGrant }: Dialect, { id }: Person): TokenTerms {
  return { timeoutMs: timeouts.tokenMs, user: id, readGrant };
}

async function readProtocol(options: HumanConnectOptions, clientMs: number): Promise<Protocol> {
  const load = options.client?.dialect?.();
  // Only a client of another generation has a protocol of its own.
  const dialect = load
    ? await deadline(load, clientMs, () => failure("client-timeout", String(clientMs)))
    : currentDialect;
  return { dialect, target: readTarget(options, dialect.baseUrl) };
}

/** @throws {HumanConnectError} `invalid-option` for a `user` that cannot be compared, and for `initialConnections` that are no list. */
export function checkStateOptions({ user, initialConnections: list }: HumanConnectOptions): void {
  if (user !== undefined && user !== null && typeof user !== "string")
    throw failure("invalid-option", "user must be a string, such as the id of the signed-in account.");
  if (list !== undefined && list !== null && readList(list).length !== list.length)
    throw failure("invalid-option", "initialConnections must be an array of sources, { id, name }.");
}

/** Finds the element that Connect is shown in. @throws {HumanConnectError} `invalid-option` if there is none. */
export function findContainer({ container }: HumanConnectOptions): Element | undefined {
  if (container === undefined || container === null) return undefined;
  try {
    const element = typeof container === "string" ? readDocument("querySelector")(container) : container;
    if (element instanceof Element) return element;
  } catch {
    // An invalid selector is reported below.
  }
  throw failure("invalid-option", "container matches no element of the page.");
}
