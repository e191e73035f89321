import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findMs, type Driver } from "../support/driver.ts";
import { startRouterSite, type RouterSite } from "./router-site.ts";
import { hostRouters, type HostRouter } from "./routers.ts";

/** Goes through each router in one engine: Back with Connect open, and the history after it. */
export function runBack(engine: string, launch: () => Promise<Driver>, path: string | undefined): void {
  const { ENGINE = "chromium" } = process.env;
  describe.runIf(path && [engine, "all"].includes(ENGINE))(engine, () => {
    let driver: Driver;
    beforeAll(async () => void (driver = await launch()));
    afterAll(() => driver?.close());
    describe.each(hostRouters)("$name", (router) => runRouter(router, () => driver));
  });
}

function runRouter(router: HostRouter, findDriver: () => Driver): void {
  let site: RouterSite;
  let driver: Driver;
  beforeAll(async () => {
    driver = findDriver();
    site = await startRouterSite(router);
  }, 120_000);
  afterAll(() => site?.close());

  const evaluate = <T>(expression: string): Promise<T> => driver.evaluate(expression);
  const until = (expression: string, value: unknown): Promise<void> =>
    expect.poll(() => evaluate(expression).catch(String), { timeout: findMs }).toEqual(value);
  const untilPage = (name: string): Promise<void> =>
    until(`[location.pathname, document.querySelector("h1")?.textContent]`, [name, name]);
  const isLive = `Boolean(document.querySelector("[data-human-connect-stage]")?.shadowRoot.querySelector("[data-live]"))`;
  const go = (steps: number): Promise<void> => evaluate(`void setTimeout(() => history.go(${steps}))`);

  async function open(): Promise<void> {
    await driver.click("button.human-connect-button");
    await until(isLive, true);
  }

  async function finish(): Promise<void> {
    await driver.click("frame:#human-api", "name:Close Connect");
    await until("host.connect.getState().status", "closed");
  }

  /** Page one, then page two, whose form somebody has filled in. */
  beforeEach(async () => {
    await driver.goto(`${site.url}/one`);
    await until(`document.querySelector("h1")?.textContent`, "/one");
    await driver.click("#to-two");
    await untilPage("/two");
    await until(`Boolean(host.connect)`, true);
    await driver.type("kept", "#note");
    await evaluate(
      `{ Object.assign(host, { heard: [], popped: [], asked: 0, loaded: 0 }); host.state = JSON.stringify(history.state); }`,
    );
  });

  it("Back closes Connect, and the page is as it was", async () => {
    await open();
    await go(-1);

    await until("host.heard", ["cancelled"]);
    await until("location.pathname", "/two");
    expect(await evaluate(`document.querySelector("#note").value`)).toBe("kept");
    expect(await evaluate(`JSON.stringify(history.state) === host.state`)).toBe(true);
    expect(await evaluate("[host.popped, host.asked, host.loaded]")).toEqual([[], 0, 0]);

    await go(-1);
    await untilPage("/one");
    await go(1);
    await untilPage("/two");
  });

  it("Back goes to the page before when Connect has come to its own end, and Forward to what Back has left does no harm", async () => {
    await open();
    await finish();
    expect(await evaluate(`JSON.stringify(history.state) === host.state`)).toBe(true);
    expect(await evaluate("[host.heard, host.popped, host.asked, host.loaded]")).toEqual([["finished"], [], 0, 0]);

    await go(-1);
    await untilPage("/one");
    await go(1);
    await untilPage("/two");
    await driver.type("kept", "#note");
    await open();
    await go(-1);
    await until("host.heard", ["finished", "cancelled"]);
    await go(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await untilPage("/two");
    expect(await evaluate(`document.querySelector("#note").value`)).toBe("kept");
    await go(-2);
    await untilPage("/one");
  });

  it("goes where the host goes in the moment in which it ends Connect", async () => {
    await open();
    await evaluate(`{ host.connect.close(); void host.go("/three"); }`);

    await untilPage("/three");
    await until("host.heard", ["closed-by-host"]);
    await untilPage("/three");
    await go(-1);
    await untilPage("/two");
  });

  it("Back works when the host has brought the page up to date while Connect was open", async () => {
    await open();
    await evaluate(`void host.refresh()`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await finish();

    await go(-1);
    await untilPage("/one");
    await go(1);
    await untilPage("/two");
  });

  it("loads again while Connect is open, and Back still leads to the page before", async () => {
    await open();
    await evaluate(`void setTimeout(() => location.reload())`);
    await until(`Boolean(globalThis.host?.connect) && !${isLive}`, true);
    await open();
    await finish();

    // The entry of before has outlived its page.
    await go(-1);
    await until("location.pathname", "/two");
    await untilPage("/two");
    await go(-1);
    await untilPage("/one");
  });
}
