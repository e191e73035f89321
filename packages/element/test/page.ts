import "@human-connect/element/define";
import type { ConnectClient, HumanConnectOptions, Source } from "@human-connect/core";
import type { HumanConnectButton } from "@human-connect/element";
import { afterEach, beforeAll, expect, onTestFinished, vi } from "vitest";
import { findDeep } from "../../../test/support/find-deep.ts";

/** The stage on the page, if a session is shown. */
export function findStage(): HTMLElement | null {
  return findDeep("[data-human-connect-stage]");
}

/** Backs out of the session that is shown, as a person does with Close. */
export function closeStage(): void {
  findStage()?.shadowRoot!.querySelector<HTMLButtonElement>(".close")!.click();
}

// Its modules come one by one from the server of the tests; whoever opens first would wait for all of them.
beforeAll(() => import("../../core/src/session/run-session.js").then(() => {}));

afterEach(async () => {
  // A session outlives its element, and the next test wants the page for itself.
  closeStage();
  await vi.waitFor(() => expect(findStage()).toBe(null), 5000);
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** Puts HTML on the page, as a server does, and returns its first element once it is drawn. */
export async function show<E extends HTMLElement = HumanConnectButton>(html: string): Promise<E> {
  const holder = document.createElement("div");
  holder.setHTMLUnsafe(html);
  document.body.append(holder);
  await drawn();
  return holder.firstElementChild as E;
}

/** A button with properties, on the page. */
export async function showButton(
  properties: Partial<Omit<HumanConnectButton, keyof HTMLElement>> = {},
  html = "<human-connect-button></human-connect-button>",
): Promise<HumanConnectButton> {
  const button = await show(html);
  Object.assign(button, properties);
  await drawn();
  return button;
}

/** Waits until elements have drawn what was asked of them, and those that follow them as well. */
export async function drawn(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** The real button inside. */
export const inner = (host: HTMLElement): HTMLButtonElement => host.shadowRoot!.querySelector("button")!;
export const part = (host: HTMLElement, name: string): HTMLElement => host.shadowRoot!.querySelector(`[part=${name}]`)!;
/** The texts whose room the button keeps. */
export const kept = (host: HTMLElement): (string | undefined)[] => {
  const { text, also } = host.shadowRoot!.querySelector<HTMLElement>(".human-connect-room")?.dataset ?? {};
  return [text, also];
};
/** What a person reads on the button. */
export const shownText = (host: HTMLElement): string => {
  const label = part(host, "label");
  return (label.querySelector("slot") ? host.textContent! : label.textContent!).trim();
};
export const untilShown = (host: HTMLElement, status: string): Promise<void> =>
  vi.waitFor(() => expect(inner(host).dataset["status"]).toBe(status), 8000);

/** Records what moves the focus until the test is over. @returns Describes it, for the message of a failed expectation. */
export function traceFocus(): () => string {
  const lines: string[] = [];
  const name = (node: unknown): string =>
    node instanceof Element ? `${node.localName}#${node.id}.${node.className}` : String(node);
  const add = (what: string): void =>
    void lines.push(`${performance.now().toFixed(1)} ${what}; active ${name(document.activeElement)}`);
  const tell = ({ type, target }: Event): void => add(`${type} ${name(target)}`);
  const { focus } = HTMLElement.prototype;
  vi.spyOn(HTMLElement.prototype, "focus").mockImplementation(function (this: HTMLElement, options) {
    focus.call(this, options);
    add(`focus() of ${name(this)}, connected ${this.isConnected}, stage ${name(findStage())}`);
  });
  for (const type of ["focusin", "focusout"]) document.addEventListener(type, tell, true);
  onTestFinished(() => {
    for (const type of ["focusin", "focusout"]) document.removeEventListener(type, tell, true);
  });
  add(`begins, page has focus: ${document.hasFocus()}`);
  return () => `${lines.join("\n")}\nnow ${performance.now().toFixed(1)}, stage ${name(findStage())}`;
}

export const alder: Source = { id: "a1", name: "Alder Clinic" };
export const birch: Source = { id: "b2", name: "Birch Pharmacy" };

/** A client that cannot be loaded. */
export const failingClient: ConnectClient = { load: () => Promise.reject(new Error("no network")) };

const page = `<!doctype html><title>Connect</title><script>
  onmessage = ({ data }) => parent.postMessage(data, "*");
  document.documentElement.dataset.ready = "";
</script>`;

// As a sandbox in the page leaves it, whose page is of this very origin, too.
Object.assign(globalThis, { [Symbol.for("human-connect-sandbox")]: true });

/** A hand-written client whose Connect page is a frame of this origin that repeats to its parent what it is told. */
export function createFakeVendor() {
  const opened: Record<string, unknown>[] = [];
  const client: ConnectClient = {
    load: vi.fn(async () => ({
      open(given: Record<string, unknown>) {
        opened.push(given);
        const frame = Object.assign(document.createElement("iframe"), {
          id: "human-api",
          title: "Connect",
          srcdoc: page,
        });
        document.body.appendChild(frame);
      },
    })),
  };
  const options: Partial<HumanConnectOptions> = { baseUrl: location.origin, warmFrame: false };
  return {
    client,
    opened,
    /** Properties that make a session with this client. */
    properties: { client, options, getToken: () => "token" },
    /** Sends a message of Connect. */
    say,
    connect: (...sources: Source[]) =>
      say({
        type: "hapi-connect-connect-source",
        sessionResults: { connectedSources: sources },
        currentConnections: sources,
      }),
    disconnect: (...sources: Source[]) =>
      say({
        type: "hapi-connect-disconnect-source",
        sessionResults: { disconnectedSources: sources },
        currentConnections: [],
      }),
    finish: (...currentConnections: Source[]) =>
      say({ type: "hapi-connect-close", status: "SUCCESS", currentConnections }),
  };
}

async function say(message: object): Promise<void> {
  const frame = await vi.waitFor(() => {
    const found = findDeep<HTMLIFrameElement>("#human-api");
    if (found?.contentDocument?.documentElement.dataset["ready"] === undefined) throw new Error("Connect is not shown");
    return found;
  }, 8000);
  frame.contentWindow!.postMessage(message, "*");
}
