import { afterEach, beforeEach, expect, inject, vi } from "vitest";
import { currentDialect } from "../../../src/vendor/current-dialect.js";
import type { TrustedMessage } from "../../../src/vendor/read-message.js";
import { showWidget } from "../../../src/widget/show-widget.js";
import type { WidgetContext, WidgetReports } from "../../../src/stage/surface.js";
import { createFakeVendor, type FakeVendor, type FakeVendorOptions } from "../../fake-vendor.js";
import { watchPage, type PageWatch } from "../../watch-page.js";

export const sandboxUrl = inject("sandboxUrl");
export const closing = { type: "hapi-connect-close", status: "SUCCESS" };
export const connecting = { type: "hapi-connect-connect-source", currentConnections: [{ id: "a", name: "A" }] };

export let watch: PageWatch;
export let fake: FakeVendor;
export let controller: AbortController;
export let calls: string[];
export let messages: TrustedMessage[];
export let waiting: Promise<unknown>[];
export let doubts: (string | undefined)[];
export let retry: () => void;
export let reload: () => void;

/** Reports that only say what was reported, and show the nodes of the vendor. */
function createReports(box: HTMLElement): WidgetReports {
  const say = (name: string) => (): void => void calls.push(name);
  return {
    onNode(node) {
      document.body.append(box);
      box.append(node);
    },
    onEscaped() {
      calls.push("escaped");
      box.remove();
    },
    onShown(_frame, onReload) {
      calls.push("shown");
      if (onReload) reload = onReload;
    },
    onUnreachable({ code }, onReload) {
      calls.push("unreachable");
      doubts.push(code);
      retry = onReload;
    },
    onAlive: say("alive"),
    onMessage: (message) => messages.push(message),
    onMoved: say("moved"),
    onRemoved: say("removed"),
  };
}

/** Shows a widget, again whenever it is to be reloaded, as a session does. */
export async function show(
  vendor: FakeVendorOptions = {},
  changes: Partial<WidgetContext> = {},
): Promise<TrustedMessage> {
  fake = createFakeVendor(vendor);
  const { origin } = location;
  const box = document.createElement("section");
  const log = (text: string): void => void calls.push(text);
  const context: WidgetContext = {
    vendor: await fake.client.load(controller.signal),
    dialect: currentDialect,
    toVendorOptions: () => ({ baseURL: sandboxUrl }),
    target: { baseUrl: origin, origin, origins: [origin] },
    timeline: { mark: log, log },
    timeoutMs: 60_000,
    signal: controller.signal,
    reports: createReports(box),
    ...changes,
  };
  const showing = (async (): Promise<TrustedMessage> => {
    for (;;) {
      const closing = await showWidget(context);
      if (closing) return closing;
      calls.push("reload");
    }
  })();
  waiting.push(showing.finally(() => box.remove()).catch(() => {}));
  return showing;
}

/** Starts a widget and waits until its page has loaded. */
export async function showLoaded(changes: Partial<WidgetContext> = {}): Promise<{ showing: Promise<TrustedMessage> }> {
  const showing = show({}, changes);
  showing.catch(() => {});
  await vi.waitFor(() => expect(calls).toContain("shown"));
  return { showing };
}

/** A message that the page has received; whatever was posted before it has been seen by then. */
export async function settle(): Promise<void> {
  const marker = `marker-${Math.random()}`;
  const seen = new Promise<void>((resolve) => {
    const listen = ({ data }: MessageEvent): void => {
      if (data !== marker) return;
      window.removeEventListener("message", listen);
      resolve();
    };
    window.addEventListener("message", listen);
  });
  postMessage(marker, "*");
  await seen;
}

/** Forgets what was called and heard; the next widget has a signal of its own. */
export function startOver(): void {
  controller = new AbortController();
  [calls, messages, waiting, doubts] = [[], [], [], []];
}

beforeEach(() => {
  watch = watchPage();
  startOver();
});
afterEach(async () => {
  controller.abort("over");
  await Promise.all(waiting);
  watch.stop();
  vi.useRealTimers();
});
