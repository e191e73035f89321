import { isOffline } from "../base/is-offline.js";

/** The lazy part. */
export type Widget = typeof import("./run-session.js");

let widget: Widget | undefined;
let loading: Promise<Widget> | undefined;
/** Which of the two file names the next import uses. */
let isAgain = false;

/** The lazy part, if it has been loaded: after `prepare()`, and in a session. */
export function loadedWidget(): Widget | undefined {
  return widget;
}

/**
 * Imports the lazy part, once per page.
 *
 * A browser requests a module once: later imports join a pending request, and Firefox never retries a failed one (whatwg/html#6768). So
 * the call after a failure imports a copy under another name.
 *
 * @param network Settles with another request of this page.
 * @throws What the browser throws, or a `TimeoutError` after 15 s.
 */
export async function fetchWidget(network?: Promise<unknown>): Promise<Widget> {
  if (widget) return widget;
  let mine: Promise<Widget> | undefined;
  const load = async (): Promise<Widget> => {
    // If the browser reports no network, let another request find out whether there is one.
    if (!loading && isOffline()) await network;
    return (mine = loading ??= isAgain ? import("./run-session-again.js") : import("./run-session.js"));
  };
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("No answer within 15 s", "TimeoutError")), 15_000);
  });
  try {
    return (widget = await Promise.race([load(), late]));
  } catch (error) {
    if (mine && loading === mine) {
      loading = undefined;
      isAgain = !isAgain;
    }
    throw error;
  } finally {
    clearTimeout(timer!);
  }
}
