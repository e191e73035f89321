import { createFakeClient } from "@human-connect/core/testing";

export const label = "Connect your health data";

/** Each way in which a test library clicks. */
const clicks = {
  "click()": (host) => host.click(),
  "dispatchEvent on the button": (host) => host.dispatchEvent(newClick()),
  "dispatchEvent on its text": (host) => findText(host).dispatchEvent(newClick()),
};

/**
 * A session for each kind of click, and what is left of them in the document.
 *
 * @param mount Puts the button into a root: `(root, options, hear) => { host, unmount }`, each may be a promise.
 * @throws {Error} That names the click and what was heard, or what is left.
 */
export async function playSessions(mount) {
  const before = document.documentElement.outerHTML;
  const fake = createFakeClient(({ connect, close }) => {
    connect({ id: "a1", name: "Alder Clinic" });
    close();
  });
  const root = document.body.appendChild(document.createElement("div"));
  let hear;
  const options = { client: fake, getToken: () => "token" };
  const { host, unmount } = await mount(root, options, (type, error) => hear(type, error));
  for (const [name, click] of Object.entries(clicks)) {
    const heard = listen((listener) => (hear = listener), name);
    click(host);
    await heard;
  }
  // What goes on without end in microtasks keeps the page from its next task.
  await new Promise((resolve) => setTimeout(resolve));
  await unmount();
  root.remove();
  const after = document.documentElement.outerHTML;
  if (after !== before) throw new Error(`the document is not as it was: ${after} instead of ${before}`);
  if (fake.sessions.length !== Object.keys(clicks).length)
    throw new Error(`${fake.sessions.length} sessions, not three`);
}

/** Resolves when `connect` and `close` have been heard, in this order. The limit is for a click that nobody hears. */
function listen(setListener, name) {
  return new Promise((resolve, reject) => {
    const heard = [];
    const fail = (cause) => reject(new Error(`${name}: heard ${heard.join(", ") || "nothing"}`, { cause }));
    const limit = setTimeout(fail, 5_000);
    setListener((type, error) => {
      heard.push(error ? `error ${error.code} (${error.cause?.message ?? error.message})` : type);
      if (type === "connect") return;
      clearTimeout(limit);
      if (heard.join() === "connect,close") resolve();
      else fail(error);
    });
  });
}

/** linkedom has no MouseEvent. */
const newClick = () => new (globalThis.MouseEvent ?? Event)("click", { bubbles: true, cancelable: true });

/** The text node that says the label, in the host's own tree. */
function findText(node) {
  if (node.nodeType === 3) return node.data.includes(label) ? node : undefined;
  for (const child of node.childNodes) {
    const found = findText(child);
    if (found) return found;
  }
  return undefined;
}
