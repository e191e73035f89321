import { shadow } from "./shadow.js";

/** Whether a listener is one that must not be registered. */
type Judge = (type: unknown, listener: unknown) => boolean;

interface Guard {
  readonly judges: Set<Judge>;
  readonly release: () => void;
}

/** Shared by every copy of the kit on the page: each of them would have to be taken away before the one below it. */
const guardKey: unique symbol = Symbol.for("human-connect.listeners") as never;

/**
 * From now on, listeners that are judged so are never registered on the window or the document; all others are, as they were given.
 *
 * @returns Ends it.
 * @throws {HumanConnectError} `client-failed` when the page does not let `addEventListener` be replaced.
 */
export function dropListeners(judge: Judge): () => void {
  const page = globalThis as { [guardKey]?: Guard };
  const guard = (page[guardKey] ??= createGuard());
  guard.judges.add(judge);
  return () => {
    guard.judges.delete(judge);
    if (guard.judges.size || page[guardKey] !== guard) return;
    delete page[guardKey];
    guard.release();
  };
}

function createGuard(): Guard {
  const judges = new Set<Judge>();
  const guardOne = (owner: EventTarget): (() => void) => {
    // An element of the page may be called so, and stand before the document's method; some count as functions.
    const { addEventListener: own } = owner;
    const isMethod = typeof own === "function" && !((own as unknown) instanceof Node);
    const listen = isMethod ? own : EventTarget.prototype.addEventListener;
    return shadow(owner, "addEventListener", function (this: EventTarget | undefined, ...given: [string, never]) {
      // Somebody may have taken the method along, for another target or for later.
      if (![...judges].some((judge) => judge(given[0], given[1]))) Reflect.apply(listen, this ?? owner, given);
    });
  };
  const releaseWindow = guardOne(window);
  let releaseDocument: (() => void) | undefined;
  try {
    releaseDocument = guardOne(document);
  } catch {
    // Nothing of the vendor's is known to listen there, and a page that has frozen its document is no worse off.
  }
  return {
    judges,
    release() {
      releaseDocument?.();
      releaseWindow();
    },
  };
}
