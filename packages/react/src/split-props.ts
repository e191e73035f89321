import { isOptionName, type HumanConnectOptions } from "@human-connect/core";

/** Options of the core on one side (undefined when there are none), attributes of the element on the other. */
export function splitProps(props: object): [options: Partial<HumanConnectOptions> | undefined, attributes: object] {
  const options: Record<string, unknown> = {};
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) (isOptionName(name) ? options : attributes)[name] = value;
  return [Object.keys(options).length ? options : undefined, attributes];
}
