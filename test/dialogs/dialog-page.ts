import { expect } from "vitest";
import { findMs, type Driver } from "../support/driver.ts";
import type { Host, Library } from "./libraries.ts";

/** A page with one of a library's parts, as a person meets it. */
export interface DialogPage {
  /** Opens the library's part. */
  openHost(): Promise<void>;
  /** Clicks the kit's button in it, and waits until Connect is there. */
  connect(): Promise<void>;
  /** What the sessions have told, in order. */
  told(): Promise<string[]>;
  /** Waits until they have told exactly this. */
  hears(...events: string[]): Promise<void>;
  /** Whether the library's part can be seen. */
  isOpen(): Promise<boolean>;
  becomes(isOpen: boolean): Promise<void>;
  /** What has the focus: a class or a tag, or `stage › frame` and the like. */
  focus(): Promise<string>;
  focuses(what: string): Promise<void>;
  evaluate<T>(expression: string): Promise<T>;
}

/** What the page is asked with: shadow trees are entered, frames are not. */
const helpers = `
  const all = (selector, root = document) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? all(selector, shadowRoot) : [])),
  ];
  const content = () => document.querySelector(".content, .content-of-library");
  const nameOf = (element) => element.localName === "iframe" ? "frame" : element.closest(".connect, .trigger, .field, .last, .outside, .close, .cancel")?.className.match(/connect|trigger|field|last|outside|close|cancel/)?.[0] ?? element.localName;
  const focused = () => {
    let path = "", element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      path += element.localName === "human-connect-stage" ? "stage › " : element.matches(".connect") ? "connect " : "";
      element = element.shadowRoot.activeElement;
    }
    return path.startsWith("connect ") && !path.includes("stage") ? "connect" : path.replace("connect ", "") + nameOf(element);
  };`;

export async function openDialogPage(
  driver: Driver,
  site: string,
  { page }: Library,
  host: Host,
  face: string,
  how: "modal" | "inline" = "modal",
): Promise<DialogPage> {
  await driver.goto(`${site}/${page.replace(/\.\w+$/, "")}?host=${host.name}&face=${face}&how=${how}`);
  const evaluate = <T>(expression: string): Promise<T> => driver.evaluate(`{ ${helpers} ${expression} }`);
  const until = (expression: string, value: unknown): Promise<void> =>
    expect.poll(() => evaluate(expression).catch(String), { timeout: findMs }).toEqual(value);
  const isOpen = `Boolean(content()?.checkVisibility({ visibilityProperty: true }))`;
  return {
    evaluate,
    async openHost() {
      await driver.click(".trigger");
      await until(`document.getAnimations().length === 0 && ${isOpen}`, true);
      // Libraries begin to listen a moment after they have shown something.
      await evaluate(`new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))`);
    },
    async connect() {
      const told = await evaluate<string[]>("told");
      await driver.click(".connect");
      await until("told.length", told.length + 1);
      await until(`all("[data-live]").length`, 1);
    },
    told: () => evaluate("told"),
    hears: (...events) => until("told", events),
    isOpen: () => evaluate(isOpen),
    becomes: (value) => until(isOpen, value),
    focus: () => evaluate("focused()"),
    focuses: (what) => until("focused()", what),
  };
}
