import type { ConnectClient } from "../src/client/client.js";

/** A hand-written client in the manner of the vendor's 2.x, whose Connect page is spoken for by the test. */
export interface FakeVendor {
  readonly client: ConnectClient;
  /** What each `open()` was given. */
  readonly opened: Record<string, unknown>[];
  /** What the vendor's own message handler was given. */
  readonly delivered: unknown[];
  /** The frame of the latest `open()`. */
  readonly frame: HTMLIFrameElement;
  /** Posts from the window of the latest frame, as the Connect page does. */
  post(message: unknown): void;
}

export interface FakeVendorOptions {
  /** Puts the nodes on the page. Default as the vendor does: `document.body.appendChild`. */
  append?: (node: HTMLElement) => void;
  /** Default false: without it the frame never gets a `load` event. */
  neverLoads?: boolean;
}

// Its page is of this very origin, as that of a sandbox in the page is, whose mark allows it.
Object.assign(globalThis, { [Symbol.for("human-connect-sandbox")]: true });

export function createFakeVendor({
  append = (node) => void document.body.appendChild(node),
  neverLoads,
}: FakeVendorOptions = {}): FakeVendor {
  const opened: Record<string, unknown>[] = [];
  const delivered: unknown[] = [];
  let frame = document.createElement("iframe");

  function open(options: Record<string, unknown>): null | undefined {
    if (document.getElementById("human-api")) return null;
    opened.push(options);
    frame = Object.assign(document.createElement("iframe"), { id: "human-api", tabIndex: -1 });
    frame.title = "Connect";
    if (neverLoads) frame.src = String(options["baseURL"]);
    // A page of this origin, so that the test may speak with its voice.
    else frame.srcdoc = "<!doctype html><title>Connect</title><button>In Connect</button>";
    const overlay = Object.assign(document.createElement("div"), { id: "human-api-connect-modal-overlay" });
    const resize = (): void => {};
    const listen = ({ data }: MessageEvent<{ type?: unknown } | null>): void => {
      delivered.push(data);
      if (data?.type !== "hapi-connect-close") return;
      document.getElementById("human-api")!.remove();
      document.getElementById("human-api-connect-modal-overlay")!.remove();
      window.removeEventListener("message", listen);
      window.removeEventListener("resize", resize);
    };
    window.addEventListener("message", listen);
    window.addEventListener("resize", resize);
    append(frame);
    append(overlay);
    return undefined;
  }

  return {
    client: { load: async () => ({ open }) },
    opened,
    delivered,
    get frame() {
      return frame;
    },
    post: (message) => postFrom(frame, message),
  };
}

/** Posts a message to this window whose source is the window of a frame of this origin. */
export function postFrom(frame: HTMLIFrameElement, message: unknown): void {
  const inside = frame.contentWindow as unknown as { eval(code: string): (message: unknown) => void };
  inside.eval("(message) => parent.postMessage(message, '*')")(message);
}
