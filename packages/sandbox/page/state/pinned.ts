import type { Provider } from "../../src/base/connect-api.js";

/** Separates the providers that the host pinned, by id or by name, from the others. */
export function splitPinned(
  providers: readonly Provider[],
  pinned: readonly string[],
): { pinned: readonly Provider[]; others: readonly Provider[] } {
  const wanted = new Set(pinned.map((item) => item.toLowerCase()));
  const isPinned = ({ id, name }: Provider): boolean => wanted.has(id) || wanted.has(name.toLowerCase());
  return { pinned: providers.filter(isPinned), others: providers.filter((provider) => !isPinned(provider)) };
}
