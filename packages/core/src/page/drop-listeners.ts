import { shadow } from "./shadow.js";

/** Whether a listener must not be registered. */
type Judge = (type: unknown, listener: unknown) => boolean;

interface Guard {
  readonly judges: Set<Judge>;
  readonly release: () => void;
}

/** The property of the replaced method that holds its guard: shared by every copy of the kit on the page. */
const guardKey: unique symbol = Symbol.for("human-connect.listeners") as never;

/**
 * From now on, listeners that a judge matches are never registered on the window or the document; all others are, unchanged. Copies of
 * the kit share one guard, because separate guards could only be removed in reverse order.
 *
 * @returns Removes the judge; calling it again does nothing.
 * @throws {HumanConnectError} `client-failed` when the page does not allow `addEventListener` to be replaced.
 */
export function dropListeners(judge: Judge): () => void {
  const guard = (window.addEventListener as { [guardKey]?: Guard })[guardKey] ?? createGuard();
  guard.judges.add(judge);
  return () => {
    if (guard.judges.delete(judge) && !guard.judges.size) guard.release();
  };
}

function createGuard(): Guard {
  const judges = new Set<Judge>();
  const releases: (() => void)[] = [];
  const guard: Guard = { judges, release: () => releases.splice(0).forEach((release) => release()) };
  releases.push(guardOne(window, guard));
  try {
    releases.push(guardOne(document, guard));
  } catch {
    // The vendor's code is not known to listen on the document, and a page that has frozen its document loses no protection.
  }
  return guard;
}

/** Replaces the method on the prototype, unless the object has its own: other code checks the object for leftovers. */
function guardOne(target: EventTarget, guard: Guard): () => void {
  const { value: own }: { value?: unknown } = Object.getOwnPropertyDescriptor(target, "addEventListener") ?? {};
  // An element of the page may have this name and shadow the document's method; some elements are callable.
  const isOwn = typeof own === "function" && !(own instanceof Node);
  const owner = (isOwn ? target : Object.getPrototypeOf(target)) as EventTarget;
  const { addEventListener: listen } = owner;
  function guarded(this: EventTarget | undefined, ...given: Parameters<typeof listen>): void {
    // Other code may have stored the method, for another target or for later.
    if (![...guard.judges].some((judge) => judge(given[0], given[1]))) Reflect.apply(listen, this ?? target, given);
  }
  return shadow(owner, "addEventListener", Object.assign(guarded, { [guardKey]: guard }));
}
