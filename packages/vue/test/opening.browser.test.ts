import { button, closeStage, findStage, live, mount, mountSetup, until, untilShown } from "./setup.js";
import type { ConnectEvent, HumanConnectState, TokenGrant } from "@human-connect/core";
import { ConnectButton, useHumanConnect, type UseHumanConnect } from "@human-connect/vue";
import userEvent from "@testing-library/user-event";
import { createBlock, createTextVNode, h, nextTick, openBlock, ref, shallowRef, withCtx } from "vue";
import { describe, expect, it, vi } from "vitest";
import { alder, createFakeVendor, failing } from "../../../test/support/fake-vendor.ts";

/** A promise and its end. */
function pending<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

describe("a click on ConnectButton", () => {
  it("opens Connect", async () => {
    const vendor = createFakeVendor();
    mount(() => h(ConnectButton, vendor.options));

    await userEvent.click(button());
    await untilShown("open");

    expect(vendor.opened).toMatchObject([{ token: "token", baseURL: location.origin }]);
  });

  it("is one press of Enter or Space away for a keyboard", async () => {
    const vendor = createFakeVendor();
    mount(() => h(ConnectButton, vendor.options));

    await userEvent.tab();
    expect(document.activeElement).toBe(button());
    await userEvent.keyboard("{Enter}");
    await untilShown("open");
    closeStage();
    await untilShown("closed");
    button().focus();
    await userEvent.keyboard(" ");
    await untilShown("open");

    expect(vendor.opened.length).toBe(2);
  });

  it.each([
    ["en", "Opening Connect…"],
    ["es", "Abriendo Connect…"],
  ])("shows and announces in %s that Connect is loading", async (locale, text) => {
    const token = pending<TokenGrant>();
    const { options } = createFakeVendor();
    mount(() => h(ConnectButton, { ...options, getToken: () => token.promise, locale }));

    button().click();
    await nextTick();

    expect(button().dataset["status"]).toBe("loading");
    expect(button().getAttribute("aria-busy")).toBe("true");
    await until(() => expect(live().textContent).toBe(text));
    token.resolve("token");
    await untilShown("open");
    expect(button().hasAttribute("aria-busy")).toBe(false);
    expect(live().textContent).toBe("");
  });

  it("moves the focus to the button, as not every browser does by itself", () => {
    const { options } = createFakeVendor();
    mount(() => h(ConnectButton, { ...options, getToken: () => new Promise<never>(() => {}) }));

    button().click();

    expect(document.activeElement).toBe(button());
  });

  it("gets the focus back when it has its new name, so that this is what is heard", async () => {
    const { options } = createFakeVendor();
    mount(() => h(ConnectButton, options));
    await userEvent.click(button());
    await untilShown("open");
    const names: (string | null)[] = [];
    button().focus = () => void names.push(button().textContent);

    findStage()!.shadowRoot!.querySelector("iframe")!.remove();

    await until(() => expect(names[0]).toContain("Try again"));
  });

  it.each(["onClick", "onClickOnce", "onClickCapture"])("runs the user's %s before anything else", async (name) => {
    const order: string[] = [];
    const vendor = createFakeVendor();
    const getToken = (): string => {
      order.push("getToken");
      return "token";
    };
    const handler = { [name]: () => order.push(`handler while ${button().dataset["status"]}`) };
    mount(() => h(ConnectButton, { ...vendor.options, getToken, ...handler }));

    await userEvent.click(button());
    await untilShown("open");

    expect(order).toEqual(["handler while idle", "getToken"]);
  });

  it("opens nothing when the user's handler prevents it", async () => {
    const { options } = createFakeVendor();
    const getToken = vi.fn(() => "token");
    mount(() => h(ConnectButton, { ...options, getToken, onClick: (event) => event.preventDefault() }));

    await userEvent.click(button());

    expect(button().dataset["status"]).toBe("idle");
    expect(getToken).not.toHaveBeenCalled();
  });

  it("does nothing on a disabled button", async () => {
    const { options } = createFakeVendor();
    const onClick = vi.fn();
    mount(() => h(ConnectButton, { ...options, disabled: true, onClick }));

    await userEvent.click(button());

    expect(button().dataset["status"]).toBe("idle");
    expect(onClick).not.toHaveBeenCalled();
  });

  it("opens the connection that the button was given, and emits its events", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    let human!: UseHumanConnect;
    mountSetup(() => {
      human = useHumanConnect({ ...vendor.options, onOpen: () => told.push("composable") });
      return () => h(ConnectButton, { connect: human.connect, locale: "es", onOpen: () => told.push("button") });
    });
    expect(button().textContent).toBe("Conectar tus datos de salud");

    await userEvent.click(button());
    await untilShown("open");

    expect(human.status.value).toBe("open");
    expect(told.toSorted()).toEqual(["button", "composable"]);
  });

  it("follows another connection when it is given one", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const chosen = ref(0);
    let all!: UseHumanConnect[];
    mountSetup(() => {
      all = [useHumanConnect({ ...vendor.options, initialConnections: [alder] }), useHumanConnect(vendor.options)];
      return () =>
        h(ConnectButton, { connect: all[chosen.value]!.connect, onClose: ({ reason }) => told.push(reason) });
    });
    expect(button().dataset["connected"]).toBe("");

    chosen.value = 1;
    await nextTick();
    expect(button().hasAttribute("data-connected")).toBe(false);
    await userEvent.click(button());
    await untilShown("open");
    expect(all.map(({ status }) => status.value)).toEqual(["idle", "open"]);
    chosen.value = 0;
    await nextTick();
    closeStage();
    await until(() => expect(all[1]!.status.value).toBe("closed"));

    expect(button().dataset["status"]).toBe("idle");
    expect(told).toEqual([]);
  });

  it("marks the button as soon as a source is connected", async () => {
    const vendor = createFakeVendor();
    mount(() => h(ConnectButton, vendor.options));
    await userEvent.click(button());
    await vendor.connect(alder);

    await until(() => expect(button().dataset["connected"]).toBe(""));

    expect(button().dataset["status"]).toBe("open");
  });

  it("emits each event of the event table, once and with its type", async () => {
    const vendor = createFakeVendor();
    const told: ConnectEvent[] = [];
    const record = (event: ConnectEvent): number => told.push(event);
    const listeners = { onOpen: record, onConnect: record, onDisconnect: record, onClose: record, onError: record };
    mount(() => h(ConnectButton, { ...vendor.options, ...listeners }));

    await userEvent.click(button());
    await untilShown("open");
    await vendor.connect(alder);
    await until(() => expect(told.length).toBe(2));
    await vendor.disconnect(alder);
    await until(() => expect(told.length).toBe(3));
    await vendor.finish();
    await untilShown("closed");

    expect(told.map(({ type }) => type)).toEqual(["open", "connect", "disconnect", "close"]);
    expect(told[1]).toMatchObject({ source: alder, session: { currentConnections: [alder] } });
    expect(told[2]).toMatchObject({ source: alder, session: { currentConnections: [] } });
    expect(told[3]).toMatchObject({ reason: "finished" });
  });

  it("tells every one of several listeners, and the latest ones", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const tag = ref("first");
    const say =
      (name: string) =>
      ({ type }: ConnectEvent) =>
        void told.push(`${name} ${type}`);
    const listeners = (): object => ({ onOpen: [say(tag.value), say("other")], onClose: say(tag.value) });
    mount(() => h(ConnectButton, { ...vendor.options, ...listeners() }));

    await userEvent.click(button());
    await untilShown("open");
    tag.value = "second";
    await nextTick();
    await vendor.finish(alder);
    await untilShown("closed");

    expect(told).toEqual(["first open", "other open", "second close"]);
    expect(vendor.opened.length).toBe(1);
  });

  it("keeps a compiled slot up to date", async () => {
    const { options } = createFakeVendor();
    // What the compiler makes of <ConnectButton v-bind="options" v-slot="{ status }">{{ status }}</ConnectButton>.
    mount(() => {
      const slots = { default: withCtx(({ status }: { status: string }) => [createTextVNode(status, 1)]), _: 1 };
      return (openBlock(), createBlock(ConnectButton as never, options as never, slots, 16));
    });
    expect(button().textContent).toBe("idle");

    await userEvent.click(button());
    await untilShown("open");

    expect(button().textContent).toBe("open");
  });
});

describe("ConnectButton after an error", () => {
  it("offers to try again and says what went wrong, in plain words", async () => {
    const { options } = createFakeVendor();
    const onError = vi.fn<(event: ConnectEvent<"error">) => void>();
    mount(() => h(ConnectButton, { ...options, client: failing, onError }, { default: () => "Share" }));

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Try again");
    expect(button().querySelector<HTMLElement>("[data-text]")!.dataset["text"]).toBe("Share");
    expect(live().textContent).toBe("Connect could not be opened. Try again.");
    const error = expect.objectContaining({ code: "client-failed" });
    expect(onError).toHaveBeenCalledExactlyOnceWith({ type: "error", error });
  });

  it("says so in the language of the page", async () => {
    const { options } = createFakeVendor();
    mount(() => h(ConnectButton, { ...options, client: failing, locale: "es" }));

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Intentar de nuevo");
    expect(live().textContent).toBe("No se pudo abrir Connect. Inténtalo de nuevo.");
  });

  it("says it in the user's words", async () => {
    const { options } = createFakeVendor();
    const labels = { retry: "Once more", errorFailed: "That did not work." };
    mount(() => h(ConnectButton, { ...options, client: failing, labels }));

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Once more");
    expect(live().textContent).toBe("That did not work.");
  });

  it("leaves every word to the slot for all content", async () => {
    const { options } = createFakeVendor();
    mount(() =>
      h(
        ConnectButton,
        { ...options, client: failing },
        { content: (state: HumanConnectState) => (state.status === "error" ? `Failed: ${state.error.code}` : "Go") },
      ),
    );
    expect(button().textContent).toBe("Go");

    await userEvent.click(button());
    await untilShown("error");

    expect(button().textContent).toBe("Failed: client-failed");
  });

  it("opens with the next click when the cause has gone", async () => {
    const vendor = createFakeVendor();
    const client = shallowRef(failing);
    mount(() => h(ConnectButton, { ...vendor.options, client: client.value }));
    await userEvent.click(button());
    await untilShown("error");

    client.value = vendor.options.client!;
    await userEvent.click(button());
    await untilShown("open");

    expect(live().textContent).toBe("");
  });
});

describe("two buttons of their own", () => {
  it("share the page: the second says that Connect is open already", async () => {
    const { options } = createFakeVendor();
    const { container } = mount(() => [h(ConnectButton, options), h(ConnectButton, options)]);
    const [one, two] = [...container.querySelectorAll("button")] as [HTMLButtonElement, HTMLButtonElement];

    one.click();
    await until(() => expect(one.dataset["status"]).toBe("open"));
    two.click();
    await until(() => expect(two.dataset["status"]).toBe("error"));

    expect(container.textContent).toContain("Connect is already open on this page. Finish there or close it first.");
    expect(one.dataset["status"]).toBe("open");
  });
});
