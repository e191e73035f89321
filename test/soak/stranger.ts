import { findDeep } from "../support/find-deep.ts";

/** Somebody who never stops to pretend that they are Connect. */
export interface Stranger {
  /** How many forged messages have reached this window. */
  readonly sent: number;
  start(): void;
  stop(): void;
}

/** What every forged message says was connected. */
export const forgedId = "f0f0f0f0f0f0f0f0f0f0f0f0";

const everyMs = 20;

/**
 * A frame of Connect's own origin that is not Connect posts what only Connect should, and so does a script of this page, with
 * the window of the real widget as its source.
 *
 * @param connectUrl Origin of the Connect page, which serves the forger.
 */
export async function inviteStranger(connectUrl: string): Promise<Stranger> {
  const frame = Object.assign(document.createElement("iframe"), {
    src: `${connectUrl}/connect/forger.html`,
    hidden: true,
  });
  let sent = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  window.addEventListener("message", ({ source, isTrusted }) => {
    if (source === frame.contentWindow || !isTrusted) sent += 1;
  });
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const source = { id: forgedId, name: "Forged" };
  const data = {
    type: "hapi-connect-close",
    status: "SUCCESS",
    sessionResults: { connectedSources: [source] },
    currentConnections: [source],
  };
  const forge = (): void => {
    frame.contentWindow!.postMessage("forge", "*");
    const widget = findDeep<HTMLIFrameElement>("#human-api")?.contentWindow;
    window.dispatchEvent(new MessageEvent("message", { data, origin: connectUrl, source: widget }));
  };
  return {
    get sent() {
      return sent;
    },
    start() {
      timer ??= setInterval(forge, everyMs);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
