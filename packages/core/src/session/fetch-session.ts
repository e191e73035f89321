import { isOffline } from "../base/is-offline.js";

type Widget = typeof import("./run-session.js");

let widget: Widget | undefined;
let loading: Promise<Widget> | undefined;
/** Which of the two names comes next. */
let isAgain = false;

/**
 * The lazy part, once a page.
 *
 * A browser asks for a module once: a request that hangs is joined by every later import, and Firefox never fetches again what has
 * failed (whatwg/html#6768). So the next call after a failure asks for a copy that has another name.
 *
 * @param network Settles with another request of this page.
 * @throws What the browser says, or a `TimeoutError` after 15 s.
 */
export async function fetchWidget(network?: Promise<unknown>): Promise<Widget> {
  if (widget) return widget;
  let mine: Promise<Widget> | undefined;
  const load = async (): Promise<Widget> => {
    // Where the system says that there is no network, this is not where to find out.
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
