import type { Driver } from "../support/driver.ts";
import type { HostServer } from "../support/host-server.ts";
import type { MountConfig, RecordedEvent } from "./harness/harness.ts";

let users = 0;

/** One face in one engine, ready to be mounted: what a case of the contract talks to. */
export class ContractPage {
  readonly driver: Driver;
  readonly host: HostServer;
  readonly face: string;
  #config: MountConfig;

  constructor(driver: Driver, host: HostServer, face: string) {
    this.driver = driver;
    this.host = host;
    this.face = face;
    this.#config = {
      baseUrl: host.sandbox.connectUrl,
      cdnUrl: `${host.sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js`,
      client: "npm",
      token: "ok",
      user: `person-${++users}`,
      tag: "first",
    };
  }

  get user(): string {
    return this.#config.user;
  }

  /** Loads the page and mounts the face. `scenario` is one of the sandbox's. */
  async mount({ scenario, ...config }: Partial<MountConfig> & { scenario?: string } = {}): Promise<void> {
    Object.assign(this.#config, config);
    if (scenario) this.#config.user += `+${scenario}`;
    await this.driver.goto(`${this.host.url}/${this.face}`);
    await this.driver.evaluate(`harness.mount(${JSON.stringify(this.#config)})`);
  }

  async update(config: Partial<MountConfig>): Promise<void> {
    Object.assign(this.#config, config);
    await this.driver.evaluate(`harness.update(${JSON.stringify(this.#config)})`);
  }

  /** Clicks the face's button. */
  async click(): Promise<void> {
    await this.driver.click("button.human-connect-button");
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
    return this.driver.evaluate(`document.querySelector("button.human-connect-button")?.dataset.status ?? null`);
  }

  events(): Promise<RecordedEvent[]> {
    return this.driver.evaluate("harness.events");
  }

  async eventTypes(): Promise<string[]> {
    return (await this.events()).map(({ type }) => type);
  }

  tokenCalls(): Promise<string[]> {
    return this.driver.evaluate("harness.tokenCalls");
  }
}
