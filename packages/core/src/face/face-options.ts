/** What a component accepts beside the options of the core. */
export interface FaceOptions {
  /** Ends an open session when the component unmounts. Default false: the session continues and its callbacks still run. */
  closeOnUnmount?: boolean | undefined;
}

// Not the names of all other options: a component of Vue, which declares them, would ship them twice.
const shared = /^(labels|locale|on[A-Z].*|closeOnUnmount|connect|prepareOn|inline|message|disabled|headingLevel)$/;

/**
 * Whether options, or props, need an instance of their own. Words, callbacks and what a component adds work with any instance, so those
 * alone share the instance of a provider.
 */
export function hasOwnOptions(options: object): boolean {
  return Object.entries(options).some(([name, value]) => value !== undefined && !shared.test(name));
}

/** Whether the value of an option is a function, which Vue must not take for a getter. */
export function isFunctionOption(name: string): boolean {
  return /^(getToken$|on[A-Z])/.test(name);
}
