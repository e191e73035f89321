import { isOptionName, optionKinds } from "../session/option-names.js";

/** What a component accepts beside the options of the core. */
export interface FaceOptions {
  /** Ends an open session when the component unmounts. Default false: the session continues and its callbacks still run. */
  closeOnUnmount?: boolean | undefined;
}

/**
 * Whether options, or props, need an instance of their own. Words, callbacks and what a component adds work with any instance, so those
 * alone share the instance of a provider.
 */
export function hasOwnOptions(options: object): boolean {
  return Object.entries(options).some(([name, value]) => value !== undefined && isOfInstance(name));
}

/** Whether the value of an option is a function, which Vue must not take for a getter. */
export function isFunctionOption(name: string): boolean {
  const kind = isOptionName(name) && optionKinds[name];
  return kind === "function" || kind === "callback";
}

function isOfInstance(name: string): boolean {
  return isOptionName(name) && optionKinds[name] !== "callback" && optionKinds[name] !== "words";
}
