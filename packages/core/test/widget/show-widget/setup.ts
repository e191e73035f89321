import { afterEach, beforeEach, expect, inject, vi } from "vitest";
import { currentDialect } from "../../../src/vendor/current-dialect.js";
import type { TrustedMessage } from "../../../src/vendor/read-message.js";
import { showWidget } from "../../../src/widget/show-widget.js";
import type { Stage, WidgetContext } from "../../../src/stage/surface.js";
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

/** A stage that only says what it was told. */
function createSilentStage(): Stage {
  const box = document.createElement("section");
  const say = (name: string) => (): void => void calls.push(name);
  return {
    open: say("open"),
    slow: say("slow"),
    wait: say("wait"),
    doubt(onRetry) {
      calls.push("doubt");
      retry = onRetry;
    },
    trust: say("trust"),
    isGone: () => false,
    reveal(_frame, onRetry) {
      calls.push("reveal");
      if (onRetry) reload = onRetry;
    },
    place(node) {
      document.body.append(box);
      box.append(node);
    },
    close() {
      calls.push("close");
      box.remove();
    },
  };
}

export async function show(
  vendor: FakeVendorOptions = {},
  changes: Partial<WidgetContext> = {},
): Promise<TrustedMessage> {
  fake = createFakeVendor(vendor);
  const { origin } = location;
  const stage = createSilentStage();
  const log = (text: string): void => void calls.push(text);
  const showing = showWidget({
    vendor: await fake.client.load(controller.signal),
    dialect: currentDialect,
    toVendorOptions: () => ({ baseURL: sandboxUrl }),
    target: { baseUrl: origin, origin, origins: [origin] },
    stage,
    timeline: { mark: log, log },
    timeoutMs: 60_000,
    signal: controller.signal,
    onShown: () => void calls.push("shown"),
    onMessage: (message) => messages.push(message),
    onDoubt: (error) => void doubts.push(error?.code),
    onGone: () => void calls.push("gone"),
    onMoved: () => void calls.push("moved"),
    ...changes,
  });
  waiting.push(showing.finally(stage.close).catch(() => {}));
  return showing;
}

/** Starts a widget and waits until its page has loaded. */
export async function showLoaded(changes: Partial<WidgetContext> = {}): Promise<{ showing: Promise<TrustedMessage> }> {
  const showing = show({}, changes);
  showing.catch(() => {});
  await vi.waitFor(() => expect(calls).toContain("reveal"));
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
