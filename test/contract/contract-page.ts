import { expect } from "vitest";
import { findMs, type Driver } from "../support/driver.ts";
import type { HostServer } from "../support/host-server.ts";
import type { MountConfig, RecordedEvent } from "./harness/harness.ts";

/** The clients that every case runs with. */
export type OwnClient = "npm" | "direct";

let users = 0;

/** What `leftovers()` is when nothing is left. */
export const nothingLeft = { frames: 0, stages: 0, own: [], symbols: [], style: null, uncaught: [] };

/** One face in one engine, ready to be mounted: what a case of the contract talks to. */
export class ContractPage {
  readonly driver: Driver;
  readonly host: HostServer;
  readonly face: string;
  /** The client of every mount that names no other. */
  readonly client: OwnClient;
  #config: MountConfig;

  constructor(driver: Driver, host: HostServer, face: string, client: OwnClient) {
    this.driver = driver;
    this.host = host;
    this.face = face;
    this.client = client;
    this.#config = {
      baseUrl: host.sandbox.connectUrl,
      cdnUrl: `${host.sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js`,
      client,
      token: "ok",
      user: `person-${++users}`,
      tag: "first",
    };
  }

  /** Where the stage is. */
  get stagePath(): string[] {
    const isInElement = this.face === "element" && this.#config.inline;
    return [...(isInElement ? ["human-connect-button"] : []), "[data-human-connect-stage]"];
  }

  /** The vendor's script from its CDN, except where every case runs without it. */
  get scriptClient(): "cdn" | "direct" {
    return this.client === "direct" ? "direct" : "cdn";
  }

  get user(): string {
    return this.#config.user;
  }

  /** Loads the page and mounts the face. `scenario` is one of the sandbox's. */
  async mount({ scenario, ...config }: Partial<MountConfig> & { scenario?: string } = {}): Promise<void> {
    Object.assign(this.#config, config);
    if (scenario) this.#config.user += `+${scenario}`;
    await this.driver.goto(`${this.host.url}/${this.face}`);
    // Not every driver waits for a page's modules.
    await expect.poll(() => this.driver.evaluate("typeof window.harness"), { timeout: findMs }).toBe("object");
    await this.driver.evaluate(`harness.mount(${JSON.stringify(this.#config)})`);
  }

  /** Mounts once more on the same page. */
  async remount(): Promise<void> {
    await this.driver.evaluate(`harness.mount(${JSON.stringify(this.#config)})`);
  }

  async update(config: Partial<MountConfig>): Promise<void> {
    Object.assign(this.#config, config);
    await this.driver.evaluate(`harness.update(${JSON.stringify(this.#config)})`);
  }

  /** Clicks the face's button. */
  async click(): Promise<void> {
    const host = this.face === "element" ? ["human-connect-button"] : [];
    await this.driver.click(...host, "button.human-connect-button");
  }

  /** Clicks a button of the Connect page by its name. */
  async clickInConnect(name: string): Promise<void> {
    await this.driver.click("frame:#human-api", `name:${name}`);
  }

  async unmount(): Promise<void> {
    await this.driver.evaluate("harness.unmount()");
  }

  status(): Promise<string> {
    return this.driver.evaluate("harness.state().status");
  }

  /** What the button shows: idle, loading, open, closed, error. */
  shownStatus(): Promise<string | null> {
    return this.driver.evaluate("harness.button()?.dataset.status ?? null");
  }

  events(): Promise<RecordedEvent[]> {
    return this.driver.evaluate("harness.events");
  }

  async eventTypes(): Promise<string[]> {
    return (await this.events()).map(({ type }) => type);
  }

  /** Every status that the button has shown, in order. */
  shown(): Promise<string[]> {
    return this.driver.evaluate("harness.shown");
  }

  /** Waits until the button shows a status. */
  async untilShown(status: string): Promise<void> {
    await expect.poll(() => this.shownStatus(), { timeout: findMs }).toBe(status);
    // The focus comes back in the next task, when the face has drawn the end.
    await this.driver.evaluate("new Promise((done) => setTimeout(done))");
  }

  /** Waits until the Connect page can be used. */
  async untilLive(): Promise<void> {
    const isLive = `Boolean(harness.find("[data-human-connect-stage]")?.shadowRoot.querySelector("[data-live]"))`;
    await expect.poll(() => this.driver.evaluate(isLive), { timeout: findMs }).toBe(true);
  }

  /** Waits until the frame of Connect is in the page. */
  async untilPlaced(): Promise<void> {
    const isPlaced = `Boolean(harness.find("#human-api"))`;
    await expect.poll(() => this.driver.evaluate(isPlaced), { timeout: findMs }).toBe(true);
  }

  /** Clicks Cancel or Close of the stage. */
  async clickOnStage(name: "cancel" | "close"): Promise<void> {
    await this.driver.click(...this.stagePath, `.${name}`);
  }

  async event(type: string): Promise<RecordedEvent> {
    const found = (await this.events()).findLast((event) => event.type === type);
    if (!found) throw new Error(`no ${type} event was recorded`);
    return found;
  }

  /** Whatever a session may leave behind: frames, stages, own properties of window and body, a style on the root. */
  leftovers(): Promise<unknown> {
    return this.driver.evaluate(`({
      frames: harness.findAll("iframe").length,
      stages: harness.findAll("[data-human-connect-stage], #human-api-connect-modal-overlay").length,
      own: ["addEventListener", "appendChild"].filter((name) => Object.hasOwn(window, name) || Object.hasOwn(document.body, name)),
      symbols: Object.getOwnPropertySymbols(window).map(String).filter((name) => name.includes("human-connect")),
      style: document.documentElement.getAttribute("style"),
      uncaught: harness.uncaught,
    })`);
  }

  tokenCalls(): Promise<string[]> {
    return this.driver.evaluate("harness.tokenCalls");
  }
}
