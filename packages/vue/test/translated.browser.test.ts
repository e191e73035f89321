import "./setup.js";
import { createFakeClient } from "@human-connect/core/testing";
import { ConnectButton, ConnectCard } from "@human-connect/vue";
import { describe, expect, it } from "vitest";
import type { HumanConnectState } from "@human-connect/core";
import type { ListedSource } from "@human-connect/core/face";
import { h, nextTick, type VNode } from "vue";
import { alder, birch } from "../../../test/support/fake-vendor.ts";
import { translatePage, translators } from "../../../test/support/translate-page.ts";
import { mount } from "./setup.js";

const fake = createFakeClient();
const options = { client: fake, getToken: () => "token", warmFrame: false };

describe.each(translators)("as %s translates", (translator) => {
  it.each<[name: string, face: () => VNode]>([
    [
      "a button whose label is several texts",
      () => h(ConnectButton, options, () => ["Connect ", h("b", "2"), " more"]),
    ],
    [
      "a button that says everything itself",
      () =>
        h(ConnectButton, options, {
          content: ({ status }: HumanConnectState) =>
            status === "error" ? ["Again", "!"] : ["Connect ", status, h("b", "now")],
        }),
    ],
    [
      "a card whose parts are texts",
      () =>
        h(ConnectCard, options, {
          heading: () => ["Your ", 2, " sources"],
          empty: () => ["Nothing here ", h("i", "yet")],
          source: ({ source }: { source: ListedSource }) => [source.name, ", ", source.status],
          status: ({ status }: HumanConnectState) => (status === "open" ? "Go on there" : [status, " now"]),
        }),
    ],
  ])("%s lives on when the browser has translated the page", async (_name, face) => {
    const { container } = mount(() => h("main", [h("h1", "Settings"), face()]));
    const button = (): HTMLButtonElement => container.querySelector("button")!;

    translatePage(translator);
    fake.fail("client-failed");
    button().click();
    await expect.poll(() => button().dataset["status"]).toBe("error");
    translatePage(translator);
    button().click();
    (await fake.opened()).connect([alder, birch]);
    await nextTick();
    translatePage(translator);
    fake.disconnect([alder, birch]);
    await nextTick();
    await fake.reset();
    await nextTick();

    expect(container.querySelector("h1")!.textContent).toContain("Settings");
    expect(button().dataset["status"]).toBe("closed");
  });

  it("texts that the kit swaps are the new ones, not what was translated before", async () => {
    const { container } = mount(() =>
      h(ConnectButton, options, {
        content: ({ status }: HumanConnectState) => ["Connect: ", status, status === "error" ? "!" : ""],
      }),
    );

    translatePage(translator);
    fake.fail("client-failed");
    container.querySelector("button")!.click();

    await expect.poll(() => container.querySelector("button")!.textContent).toMatch(/error»?!$/);
  });
});
