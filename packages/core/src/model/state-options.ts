import type { Source } from "./session.js";

/** The options that a state depends on. They are read with each state, the others when a session needs them. */
export interface StateOptions {
  user?: string | undefined;
  initialConnections?: readonly Source[] | undefined;
}

/**
 * Reads the options that a state depends on, without a copy of all others: a page may have a thousand buttons.
 *
 * @param over The options of a component. `undefined` means "not given", as in `mergeOptions`.
 * @param base The options above it.
 */
export function readStateOptions(over: StateOptions, base: StateOptions = {}): StateOptions {
  const read = <K extends keyof StateOptions>(name: K): StateOptions[K] => {
    const mine = own(over, name);
    // `null` is given: a component may say that no user is signed in.
    return mine === undefined ? own(base, name) : mine;
  };
  return { user: read("user"), initialConnections: read("initialConnections") };
}

/** Ignores properties that other scripts have added to `Object.prototype`. */
function own<K extends keyof StateOptions>(options: StateOptions, name: K): StateOptions[K] {
  return Object.hasOwn(options, name) ? options[name] : undefined;
}
