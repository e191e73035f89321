import type { HumanConnectOptions } from "@human-connect/core";
import { isOptionName } from "@human-connect/core/face";

/** Splits props into options of the core and attributes of the element. */
export function splitProps(props: object): [options: Partial<HumanConnectOptions>, attributes: object] {
  const options: Record<string, unknown> = {};
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) (isOptionName(name) ? options : attributes)[name] = value;
  return [options, attributes];
}

/** The kit's class, then the developer's. */
export function joinNames(ours: string, theirs: string | undefined): string {
  return theirs ? `${ours} ${theirs}` : ours;
}
