import { button, findStage, mount, mountSetup, texts, until, untilShown } from "./setup.js";
import type { HumanConnectOptions } from "@human-connect/core";
import {
  ConnectButton,
  ConnectCard,
  ConnectionList,
  ConnectStatus,
  useHumanConnect,
  type UseHumanConnect,
} from "@human-connect/vue";
import { defineComponent, h, KeepAlive, nextTick, ref, Suspense, Teleport } from "vue";
import { describe, expect, it, vi } from "vitest";
import { alder, createFakeVendor, failing } from "../../../test/support/fake-vendor.ts";

const hanging: HumanConnectOptions["getToken"] = () => new Promise(() => {});

describe("a component that leaves while Connect is loading", () => {
  it("drops the session without an event, and tells a developer why, once", async () => {
    const { options } = createFakeVendor();
    let signal!: AbortSignal;
    const heard = vi.fn();
    const getToken: HumanConnectOptions["getToken"] = (context) => {
      signal = context.signal;
      return new Promise(() => {});
    };
    const listeners = { onOpen: heard, onClose: heard, onError: heard };
    const { unmount } = mount(() => h(ConnectButton, { ...options, getToken, ...listeners }));
    button().click();
    await untilShown("loading");

    unmount();
    await until(() => expect(signal.aborted).toBe(true));

    expect(heard).not.toHaveBeenCalled();
    expect(findStage()).toBe(null);
    expect(console.warn).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining("unmounted while Connect was loading"),
    );
    vi.mocked(console.warn).mockClear();
  });

  it("leaves the page free for the next session", async () => {
    const vendor = createFakeVendor();
    const { unmount } = mount(() => h(ConnectButton, { ...vendor.options, getToken: hanging }));
    button().click();
    unmount();

    mount(() => h(ConnectButton, vendor.options));
    // A component that is only moved mounts again in the same task; its session ends in the next one.
    await new Promise((resolve) => void setTimeout(resolve));
    button().click();
    await untilShown("open");

    expect(vendor.opened.length).toBe(1);
  });

  it("takes nothing from a sibling that shows the connection as well", async () => {
    const vendor = createFakeVendor();
    const hasButton = ref(true);
    let human!: UseHumanConnect;
    mountSetup(() => {
      human = useHumanConnect(vendor.options);
      const { connect } = human;
      return () => [hasButton.value && h(ConnectButton, { connect }), h(ConnectStatus, { connect })];
    });
    button().click();

    hasButton.value = false;

    await until(() => expect(texts(".human-connect-status")).toEqual(["Continue in the Connect window"]));
  });
});

describe("a component that leaves while Connect is open", () => {
  it("leaves the session alone and still tells the last listeners", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const tag = ref("first");
    const listeners = (at: string): object => ({
      onConnect: [() => told.push(`${at} connect`), () => told.push("other connect")],
      onClose: ({ reason }: { reason: string }) => told.push(`${at} close ${reason}`),
    });
    const { unmount } = mount(() => h(ConnectButton, { ...vendor.options, ...listeners(tag.value) }));
    button().click();
    await untilShown("open");
    tag.value = "second";
    await nextTick();

    unmount();
    await vendor.connect(alder);
    await vendor.finish(alder);
    await until(() => expect(told.length).toBe(3));

    expect(told).toEqual(["second connect", "other connect", "second close finished"]);
  });

  it("leaves the session of a composable alone and still calls back", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn<NonNullable<HumanConnectOptions["onClose"]>>();
    const { unmount } = mountSetup(() => {
      const { connect } = useHumanConnect({ ...vendor.options, onClose });
      return () => h(ConnectButton, { connect });
    });
    button().click();
    await untilShown("open");

    unmount();
    await vendor.finish(alder);
    await until(() => expect(onClose).toHaveBeenCalledOnce());

    expect(onClose.mock.lastCall![0]).toMatchObject({ reason: "finished", session: { currentConnections: [alder] } });
  });

  it("ends the session when it is told to", async () => {
    const { options } = createFakeVendor();
    const onClose = vi.fn<NonNullable<HumanConnectOptions["onClose"]>>();
    const { unmount } = mount(() => h(ConnectButton, { ...options, onClose, closeOnUnmount: true }));
    button().click();
    await untilShown("open");

    unmount();
    await until(() => expect(onClose).toHaveBeenCalledOnce());

    expect(onClose.mock.lastCall![0]).toMatchObject({ reason: "closed-by-host" });
    expect(findStage()).toBe(null);
  });

  it("goes by the latest closeOnUnmount", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn<NonNullable<HumanConnectOptions["onClose"]>>();
    const closeOnUnmount = ref(true);
    const { unmount } = mount(() =>
      h(ConnectButton, { ...vendor.options, onClose, closeOnUnmount: closeOnUnmount.value }),
    );
    button().click();
    await untilShown("open");

    closeOnUnmount.value = false;
    await nextTick();
    unmount();
    await vendor.finish();
    await until(() => expect(onClose).toHaveBeenCalledOnce());

    expect(onClose.mock.lastCall![0]).toMatchObject({ reason: "finished" });
  });

  it("emits nothing of a connection that is not its own any more", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn();
    const hasButton = ref(true);
    let human!: UseHumanConnect;
    mountSetup(() => {
      human = useHumanConnect(vendor.options);
      return () => hasButton.value && h(ConnectButton, { connect: human.connect, onClose });
    });
    button().click();
    await untilShown("open");

    hasButton.value = false;
    await nextTick();
    await vendor.finish();
    await until(() => expect(human.status.value).toBe("closed"));

    expect(onClose).not.toHaveBeenCalled();
  });
});

describe("a component that comes and goes", () => {
  it("leaves no listener behind", () => {
    let listeners = 0;
    const count = (): (() => void) => {
      listeners++;
      return () => void listeners--;
    };
    const { connect } = mountSetupConnect(createFakeVendor().options);
    const counting = { ...connect, subscribe: count, on: count };
    const views = [ConnectButton, ConnectCard, ConnectionList, ConnectStatus] as (typeof ConnectStatus)[];

    for (let cycle = 0; cycle < 20; cycle++) {
      const { unmount } = mount(() => views.map((view) => h(view, { connect: counting })));
      expect(listeners).toBe(16);
      unmount();
    }

    expect(listeners).toBe(0);
  });
});

describe("KeepAlive", () => {
  const Other = defineComponent({ name: "Other", render: () => h("p", "Other page") });

  /** Two pages of which one, with a button, is kept. */
  function mountPages(options: object): { show: (isButton: boolean) => Promise<void> } {
    const isShown = ref(true);
    const Page = defineComponent({ name: "Page", render: () => h(ConnectButton, options) });
    mount(() => h(KeepAlive, () => (isShown.value ? h(Page) : h(Other))));
    return {
      async show(isButton) {
        isShown.value = isButton;
        await nextTick();
      },
    };
  }

  it("keeps a session that is loading, and tells of its end while the button is away", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn();
    const { show } = mountPages({ ...vendor.options, closeOnUnmount: true, onClose });
    button().click();

    await show(false);
    expect(button()).toBe(null);
    await vendor.finish(alder);
    await until(() => expect(onClose).toHaveBeenCalledOnce());
    await show(true);

    expect(button().dataset).toMatchObject({ status: "closed", connected: "" });
  });

  it("shows a session again that went on meanwhile", async () => {
    const vendor = createFakeVendor();
    const { show } = mountPages(vendor.options);
    const before = button();

    await show(false);
    await show(true);
    expect(button()).toBe(before);
    button().click();
    await untilShown("open");
    await show(false);
    await show(true);
    expect(button().dataset["status"]).toBe("open");
    await vendor.finish();

    await untilShown("closed");
  });
});

describe("Suspense", () => {
  /** A component that waits, and what ends that. */
  function createGate(): { Gate: object; open: () => void } {
    let open!: () => void;
    const promise = new Promise<void>((resolve) => (open = resolve));
    const Gate = defineComponent({
      async setup() {
        await promise;
        return () => h("i", "through");
      },
    });
    return { Gate, open };
  }

  it("may hold a button back, which then works", async () => {
    const vendor = createFakeVendor();
    const gate = createGate();
    const content = (): object => h("div", [h(gate.Gate), h(ConnectButton, vendor.options)]);
    const { container } = mount(() => h(Suspense, null, { default: content, fallback: () => "Wait" }));
    expect(container.textContent).toBe("Wait");

    gate.open();
    await until(() => expect(button()).not.toBe(null));
    button().click();
    await untilShown("open");

    expect(vendor.opened.length).toBe(1);
  });

  it("may throw a button away that never came to the page, of which nothing is left", async () => {
    const vendor = createFakeVendor();
    const gate = createGate();
    const subscribe = vi.fn(() => () => {});
    const { connect } = mountSetupConnect(vendor.options);
    const content = (): object => h("div", [h(gate.Gate), h(ConnectButton, { connect: { ...connect, subscribe } })]);
    const { unmount } = mount(() => h(Suspense, null, { default: content, fallback: () => "Wait" }));

    unmount();
    gate.open();
    await nextTick();

    expect(subscribe).not.toHaveBeenCalled();
  });
});

function mountSetupConnect(options: HumanConnectOptions): UseHumanConnect {
  let human!: UseHumanConnect;
  mountSetup(() => {
    human = useHumanConnect(options);
    return () => null;
  });
  return human;
}

describe("Teleport", () => {
  it("takes a button elsewhere during a session, which goes on", async () => {
    const vendor = createFakeVendor();
    const to = ref("#one");
    const targets = (): object => [h("div", { id: "one" }), h("div", { id: "two" })];
    mount(() => [targets() as never, h(Teleport, { to: to.value, defer: true }, h(ConnectButton, vendor.options))]);
    await until(() => expect(button().parentElement!.id).toBe("one"));
    button().click();
    await untilShown("open");

    to.value = "#two";
    await nextTick();
    expect(button().parentElement!.id).toBe("two");
    await vendor.finish(alder);
    await untilShown("closed");

    await until(() => expect(document.activeElement).toBe(button()));
  });
});

describe("a button that is mounted again", () => {
  it("starts afresh", async () => {
    const vendor = createFakeVendor();
    const key = ref("one");
    mount(() =>
      h(ConnectButton, { key: key.value, ...vendor.options, ...(key.value === "one" && { client: failing }) }),
    );
    button().click();
    await untilShown("error");

    key.value = "two";
    await nextTick();
    expect(button().dataset["status"]).toBe("idle");
    button().click();
    await untilShown("open");

    expect(vendor.opened.length).toBe(1);
  });
});
