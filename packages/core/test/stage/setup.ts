import { afterEach, beforeEach, vi } from "vitest";
import { createStage } from "../../src/stage/stage.js";
import type { Stage, StageOptions } from "../../src/stage/surface.js";
import { englishWidgetLabels } from "../../src/words/widget-labels.js";
import { watchPage, type PageWatch } from "../watch-page.js";

export const root = document.documentElement;
export const labels = englishWidgetLabels({});

export let watch: PageWatch;
export let opener: HTMLButtonElement;
export let other: HTMLButtonElement;
export let container: HTMLElement;
export let stage: Stage;
export let onCancel: ReturnType<typeof vi.fn<() => void>>;

export function create(options: Partial<StageOptions> = {}): Stage {
  return (stage = createStage({ labels, opener, overlayOpacity: undefined, onCancel, ...options }));
}

/** What a session does at its end. */
export function end(): void {
  stage.close();
  stage.returnFocus?.();
}

export const host = (): HTMLElement => document.querySelector<HTMLElement>("[data-human-connect-stage]")!;
export const part = <T extends HTMLElement>(selector: string): T => host().shadowRoot!.querySelector<T>(selector)!;
export const isShown = (selector: string): boolean => part(selector).checkVisibility();
export const createFrame = (): HTMLIFrameElement =>
  Object.assign(document.createElement("iframe"), { id: "human-api", srcdoc: "<button>In Connect</button>" });
export const loaded = (frame: HTMLIFrameElement): Promise<unknown> =>
  new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));

beforeEach(() => {
  root.removeAttribute("style");
  opener = Object.assign(document.createElement("button"), { textContent: "Connect" });
  other = Object.assign(document.createElement("button"), { textContent: "Other" });
  container = document.createElement("section");
  document.body.append(opener, other, container);
  opener.focus();
  onCancel = vi.fn<() => void>();
  watch = watchPage();
});
afterEach(() => {
  end();
  watch.stop();
  for (const node of [opener, other, container]) node.remove();
  root.removeAttribute("style");
  document.body.removeAttribute("style");
  scrollTo(0, 0);
});
