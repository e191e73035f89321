import { sandboxKey } from "../src/pages/sandbox-key.js";
import type { Ask } from "./host/api.js";
import { start } from "./start.js";

const release = holdLoading();
const ask = findSandbox();
const failure = ask ? await readFailure(ask) : "This page needs a sandbox in the page that frames it.";

if (ask && failure === null) start(ask);
else document.body.replaceChildren(Object.assign(document.createElement("pre"), { textContent: failure }));
release();

/** The sandbox of the window that frames this one. */
function findSandbox(): Ask | undefined {
  const sandbox = parent[sandboxKey];
  return sandbox && ((path, init) => sandbox.fetch(new Request(new URL(path, location.origin), init)));
}

/** Requests the page itself. The response may be late, a failure, or never come, as scenarios require. */
async function readFailure(ask: Ask): Promise<string | null> {
  const answer = await ask(`/${location.search}`, {});
  return answer.ok ? null : answer.text();
}

/**
 * Keeps this document from finishing to load, like a server that has not answered yet. A document loads after its frames, and a frame
 * whose document is open for writing does not load.
 *
 * @returns A function that lets the document load.
 */
function holdLoading(): () => void {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.documentElement.append(frame);
  frame.contentDocument?.open();
  return () => frame.remove();
}
