import { button, closeStage, findStage, mount, mountSetup, until, untilShown } from "./setup.js";
import type { ConnectEvent } from "@human-connect/core";
import { ConnectButton, useHumanConnect } from "@human-connect/vue";
import { defineComponent, h, KeepAlive, nextTick, ref, shallowRef } from "vue";
import { describe, expect, it, vi } from "vitest";
import { alder, createFakeVendor, failing } from "../../../test/support/fake-vendor.ts";
import { findDeep } from "../../../test/support/find-deep.ts";

const getToken = (): string => "token";
const box = (): HTMLElement => document.querySelector<HTMLElement>(".human-connect-inline")!;
const frame = (): HTMLElement => document.querySelector<HTMLElement>(".human-connect-frame")!;
const line = (): HTMLElement => box().querySelector<HTMLElement>(".human-connect-status")!;

describe("an inline ConnectButton", () => {
  it("is a box with room for Connect, the button and a live line", () => {
    const { container } = mount(() => h(ConnectButton, { getToken, inline: true }));

    expect(container.children).toHaveLength(1);
    expect(box().parentElement).toBe(container);
    expect([...box().children].map(({ className }) => className)).toEqual([
      "human-connect-frame",
      "human-connect-button",
      "human-connect-status",
    ]);
    expect(frame().childNodes).toHaveLength(0);
    expect(line().getAttribute("role")).toBe("status");
    expect(line().textContent).toBe("");
    expect(document.querySelector(".human-connect-live")).toBe(null);
  });

  it.each([
    ["a template's empty attribute", { inline: "" }, true],
    ["false", { inline: false }, false],
    ["nothing", {}, false],
  ])("is so by %s: %j, %s", (_of, props, isInline) => {
    mount(() => h(ConnectButton as never, { getToken, ...props }));

    expect(Boolean(box())).toBe(isInline);
  });

  it("says that it opens a dialog no more, unless the user says so", () => {
    const { unmount } = mount(() => h(ConnectButton, { getToken, inline: true }));
    expect(button().hasAttribute("aria-haspopup")).toBe(false);
    unmount();

    mount(() => h(ConnectButton, { getToken, inline: true, "aria-haspopup": "menu" }));

    expect(button().getAttribute("aria-haspopup")).toBe("menu");
  });

  it("keeps attributes, class and template ref on the button", () => {
    const own = shallowRef<InstanceType<typeof ConnectButton> | null>(null);

    mount(() => h(ConnectButton, { ref: own, getToken, inline: true, id: "mine", class: "wide" }));

    expect(button()).toMatchObject({ id: "mine", className: "human-connect-button wide" });
    expect(own.value!.element).toBe(button());
    expect(box().getAttributeNames()).toEqual(["class", "data-status"]);
  });

  it("shows Connect in its box from the click on, and nothing over the page", async () => {
    const vendor = createFakeVendor();
    mount(() => h(ConnectButton, { ...vendor.options, inline: true }));

    button().click();
    await untilShown("open");

    expect(findStage()!.parentElement).toBe(frame());
    expect(findDeep("#human-api", frame())).not.toBe(null);
    expect(document.querySelector("dialog")).toBe(null);
    expect(box().dataset["status"]).toBe("open");
    expect(line()).toMatchObject({ textContent: "", dataset: { status: "open" } });
  });

  it("is empty again when the session is over, with the focus back on the button", async () => {
    const vendor = createFakeVendor();
    mount(() => h(ConnectButton, { ...vendor.options, inline: true }));
    button().click();
    await vendor.finish(alder);

    await untilShown("closed");

    expect(frame().childNodes).toHaveLength(0);
    expect(document.activeElement).toBe(button());
    expect(line().textContent).toBe("");
    expect(button().dataset["connected"]).toBe("");
  });

  it("leaves Connect as it is while the box is drawn again", async () => {
    const vendor = createFakeVendor();
    const locale = ref("en");
    mount(() => h(ConnectButton, { ...vendor.options, inline: true, locale: locale.value }));
    button().click();
    await untilShown("open");
    const shown = findDeep<HTMLIFrameElement>("#human-api", frame())!.contentWindow;

    locale.value = "es";
    await nextTick();

    expect(button().textContent).toBe("Conectar tus datos de salud");
    expect(findDeep<HTMLIFrameElement>("#human-api", frame())!.contentWindow).toBe(shown);
  });

  it("shows a shared connection in the box that was clicked", async () => {
    const vendor = createFakeVendor();
    mountSetup(() => {
      const { connect } = useHumanConnect(vendor.options);
      return () => ["one", "two"].map((id) => h("div", { id }, h(ConnectButton, { connect, inline: true })));
    });

    document.querySelector<HTMLElement>("#two button")!.click();
    await untilShown("open");

    expect(findStage()!.closest("[id]")!.id).toBe("two");
  });

  it("says in its line what went wrong, and opens with the next click", async () => {
    const vendor = createFakeVendor();
    const client = shallowRef(failing);
    mount(() => h(ConnectButton, { ...vendor.options, inline: true, client: client.value }));
    button().click();
    await untilShown("error");
    expect(line().textContent).toBe("Connect could not be opened. Try again.");

    client.value = vendor.options.client!;
    await nextTick();
    button().click();
    await untilShown("open");

    expect(findStage()!.parentElement).toBe(frame());
  });
});

describe("an inline ConnectButton that leaves while Connect is open", () => {
  it("takes Connect with it and tells the last listeners", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn<(event: ConnectEvent<"close">) => void>();
    const { unmount } = mount(() => h(ConnectButton, { ...vendor.options, inline: true, onClose }));
    button().click();
    await vendor.connect(alder);
    await until(() => expect(button().dataset["connected"]).toBe(""));

    unmount();
    await until(() => expect(onClose).toHaveBeenCalledOnce());

    expect(onClose.mock.lastCall![0]).toMatchObject({
      reason: "closed-by-host",
      session: { currentConnections: [alder] },
    });
  });

  it("ends its session in KeepAlive as well, and can open it again when it is back", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const isShown = ref(true);
    const onClose = ({ reason }: ConnectEvent<"close">): number => told.push(reason);
    const Page = defineComponent({ render: () => h(ConnectButton, { ...vendor.options, inline: true, onClose }) });
    const Other = defineComponent({ render: () => h("p", "Other page") });
    mount(() => h(KeepAlive, () => (isShown.value ? h(Page) : h(Other))));
    button().click();
    await untilShown("open");

    isShown.value = false;
    await until(() => expect(told).toEqual(["closed-by-host"]));
    isShown.value = true;
    await untilShown("closed");
    expect(frame().childNodes).toHaveLength(0);
    button().click();
    await untilShown("open");

    expect(findStage()!.parentElement).toBe(frame());
    closeStage();
    await untilShown("closed");
  });
});
