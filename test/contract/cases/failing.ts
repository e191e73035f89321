import { expect } from "vitest";
import type { ContractCase } from "../contract-case.ts";
import type { Answer } from "../../support/host-server.ts";
import { nothingLeft, type ContractPage } from "../contract-page.ts";
import type { MountConfig } from "../harness/harness.ts";

interface ErrorDetail {
  code: string;
  message: string;
}

async function failThenRetry(page: ContractPage, config: Partial<MountConfig>, code: string): Promise<void> {
  await page.mount(config);
  await page.click();
  await page.untilShown("error");
  expect(((await page.event("error")).detail as ErrorDetail).code).toBe(code);
  expect(await page.leftovers()).toEqual(nothingLeft);
  // The short limit was for what hangs: what works may take its time.
  if (config.options) await page.update({ options: {} });
  await page.click();
  await page.untilShown("open");
}

export const failingCases: ContractCase[] = [
  {
    name: "says that getToken rejected, then works",
    run: (page) => failThenRetry(page, { token: "reject-once" }, "token-failed"),
  },
  {
    name: "says that getToken threw, then works",
    run: (page) => failThenRetry(page, { token: "throw-once" }, "token-failed"),
  },
  {
    name: "says that getToken hangs, then works",
    run: (page) =>
      failThenRetry(page, { token: "hang-once", options: { timeouts: { tokenMs: 400 } } }, "token-timeout"),
  },
  {
    name: "says that getToken returned junk, then works",
    run: (page) => failThenRetry(page, { token: "junk-once" }, "token-malformed"),
  },
  {
    name: "says what its tokenUrl answered instead of a token, then works",
    async run(page) {
      const type = "application/json";
      const answers: [expected: RegExp, answer: Answer][] = [
        [/ 401 not-signed-in\. /, { status: 401, type, body: '{"error":{"code":"not-signed-in"}}' }],
        [/ with a redirect, /, { status: 302, headers: { location: "/sign-in" }, body: "" }],
        [/ with an HTML page, /, { body: "<title>Sign in</title>" }],
        [/ 503 upstream-timeout\. /, { status: 503, type, body: '{"error":{"code":"upstream-timeout"}}' }],
      ];
      const heard: ErrorDetail[] = [];
      await page.mount({ token: "url" });
      for (const [, answer] of answers) {
        page.host.tokenAnswer = answer;
        await page.click();
        await expect.poll(async () => (await page.eventTypes()).length, { timeout: 8000 }).toBe(heard.length + 1);
        heard.push((await page.event("error")).detail as ErrorDetail);
        expect(await page.leftovers()).toEqual(nothingLeft);
      }
      page.host.tokenAnswer = undefined;

      expect(heard.map(({ code }) => code)).toEqual(answers.map(() => "token-failed"));
      for (const [index, [expected]] of answers.entries()) expect(heard[index]!.message).toMatch(expected);
      await page.click();
      await page.untilShown("open");
    },
  },
  {
    name: "says that the vendor's script could not be loaded, then works",
    async run(page) {
      page.host.isScriptDown = true;
      await page.mount({ client: "cdn", cdnUrl: `${page.host.url}/vendor.js` });
      await page.click();
      await page.untilShown("error");
      expect(((await page.event("error")).detail as ErrorDetail).code).toBe("client-failed");
      expect(await page.driver.evaluate("document.scripts.length")).toBe(1);
      page.host.isScriptDown = false;
      // In a column without the vendor's script, the host gives it up.
      if (page.client === "direct") await page.update({ client: "direct" });
      await page.click();
      await page.untilShown("open");
    },
  },
  {
    name: "says that the vendor's code hangs",
    async run(page) {
      await page.mount({ client: "hangs", options: { timeouts: { clientMs: 400 } } });
      await page.click();
      await page.untilShown("error");
      expect(((await page.event("error")).detail as ErrorDetail).code).toBe("client-timeout");
      // The short limit was for what hangs: what works may take its time.
      await page.update({ client: page.client, options: {} });
      await page.click();
      await page.untilShown("open");
    },
  },
  {
    name: "says that the vendor's code is not what it should be",
    async run(page) {
      await page.mount({ client: "junk" });
      await page.click();
      await page.untilShown("error");
      expect(((await page.event("error")).detail as ErrorDetail).code).toBe("client-malformed");
    },
  },
  {
    name: "says that the Connect page does not load",
    async run(page) {
      await page.mount({ scenario: "never-loads", options: { timeouts: { widgetMs: 600 } } });
      await page.click();
      await page.untilShown("error");
      expect(((await page.event("error")).detail as ErrorDetail).code).toBe("widget-timeout");
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
  {
    name: "renews an expired token once, by itself",
    async run(page) {
      await page.mount({ scenario: "expired-once" });
      await page.click();
      await expect.poll(() => page.tokenCalls(), { timeout: 8000 }).toEqual(["open", "expired"]);
      await page.untilLive();
      expect(await page.eventTypes()).toEqual(["open"]);
      expect(await page.shownStatus()).toBe("open");
    },
  },
  {
    name: "gives up when a fresh token has expired as well",
    async run(page) {
      await page.mount({ scenario: "expired-token" });
      await page.click();
      await page.untilShown("error");
      expect(await page.tokenCalls()).toEqual(["open", "expired"]);
      expect(((await page.event("error")).detail as ErrorDetail).code).toBe("token-expired");
      expect(await page.leftovers()).toEqual(nothingLeft);
    },
  },
];
