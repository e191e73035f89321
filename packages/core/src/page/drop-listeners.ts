import { shadow } from "./shadow.js";

/** Whether a listener is one that must not be registered. */
type Judge = (type: unknown, listener: unknown) => boolean;

interface Guard {
  readonly judges: Set<Judge>;
  readonly release: () => void;
}

/** Where the method that stands before another keeps its guard: shared by every copy of the kit on the page. */
const guardKey: unique symbol = Symbol.for("human-connect.listeners") as never;

/**
 * From now on, listeners that are judged so are never registered on the window or the document; all others are, as they were given.
 * Copies of the kit share one guard, because each of them would have to be taken away before the one below it.
 *
 * @returns Ends it; calling it again does nothing.
 * @throws {HumanConnectError} `client-failed` when the page does not let `addEventListener` be replaced.
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
    // Nothing of the vendor's is known to listen there, and a page that has frozen its document is no worse off.
  }
  return guard;
}

/** Not on the object itself, unless it has a method of its own: others look there for what somebody has left. */
function guardOne(target: EventTarget, guard: Guard): () => void {
  const { value: own }: { value?: unknown } = Object.getOwnPropertyDescriptor(target, "addEventListener") ?? {};
  // An element of the page may be called so, and stand before the document's method; some count as functions.
  const isOwn = typeof own === "function" && !(own instanceof Node);
  const owner = (isOwn ? target : Object.getPrototypeOf(target)) as EventTarget;
  const { addEventListener: listen } = owner;
  function guarded(this: EventTarget | undefined, ...given: Parameters<typeof listen>): void {
    // Somebody may have taken the method along, for another target or for later.
    if (![...guard.judges].some((judge) => judge(given[0], given[1]))) Reflect.apply(listen, this ?? target, given);
  }
  return shadow(owner, "addEventListener", Object.assign(guarded, { [guardKey]: guard }));
}
