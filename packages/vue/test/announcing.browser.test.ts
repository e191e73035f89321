import { closeStage, mount, mountSetup, until } from "./setup.js";
import { ConnectButton, ConnectCard, provideHumanConnect } from "@human-connect/vue";
import { expect, it } from "vitest";
import { h } from "vue";
import { alder, createFakeVendor } from "../../../test/support/fake-vendor.ts";

const failing = { load: () => Promise.reject(new Error("no network")) };
const find = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const texts = (selector: string): (string | null)[] => find(selector).map(({ textContent }) => textContent);
const buttons = (): HTMLElement[] => find(".human-connect-button");
const untilAll = (status: string): Promise<unknown> =>
  until(() => {
    for (const { dataset } of buttons()) expect(dataset["status"]).toBe(status);
  });

it("says once what a session has changed, however many buttons and cards there are", async () => {
  const vendor = createFakeVendor();
  mountSetup(() => {
    provideHumanConnect(vendor.options);
    return () => [h(ConnectButton), h(ConnectButton, { locale: "es" }), h(ConnectCard)];
  });

  buttons()[1]!.click();
  await vendor.connect(alder);
  await vendor.finish(alder);
  await untilAll("closed");

  expect(texts("[role=status]")).toEqual(["Alder Clinic connected. 1 source connected.", "", ""]);
});

it("shows beside each button what went wrong, and says it once", async () => {
  const { options } = createFakeVendor();
  mountSetup(() => {
    provideHumanConnect({ ...options, client: failing });
    return () => [h(ConnectButton), h(ConnectButton), h(ConnectButton, { message: "hidden" })];
  });

  buttons()[0]!.click();
  await untilAll("error");

  const [text] = texts("[role=status]");
  expect(text).toMatch(/^Connect could not be opened/);
  expect(texts("[role=status]")).toEqual([text, ""]);
  expect(texts(".human-connect-status")).toEqual([text, text]);
  closeStage();
});

it("announces a failure whose line is hidden", async () => {
  const { options } = createFakeVendor();
  mount(() => h(ConnectButton, { ...options, client: failing, message: "hidden" }));

  buttons()[0]!.click();
  await untilAll("error");

  expect(texts("[role=status]")).toEqual([expect.stringMatching(/^Connect could not be opened/)]);
  expect(texts(".human-connect-status")).toEqual([]);
});
