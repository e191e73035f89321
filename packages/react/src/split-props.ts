import { isOptionName, type HumanConnectOptions } from "@human-connect/core";

/** Options of the core on one side, attributes of the element on the other. */
export function splitProps(props: object): [options: Partial<HumanConnectOptions>, attributes: object] {
  const options: Record<string, unknown> = {};
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) (isOptionName(name) ? options : attributes)[name] = value;
  return [options, attributes];
}
