import { mount, mountSetup, until } from "../setup.js";
import type { HumanConnectOptions } from "@human-connect/core";
import { useHumanConnect, type UseHumanConnect } from "@human-connect/vue";
import { effectScope, h, onMounted, ref, type EffectScope } from "vue";
import { describe, expect, it, vi } from "vitest";
import { alder, createFakeVendor } from "../../../../test/support/fake-vendor.ts";
import { untilStatus } from "./use.js";

describe("outside of a component", () => {
  it("works in an effectScope, and lets go with it", async () => {
    const vendor = createFakeVendor();
    const onClose = vi.fn();
    const scope = effectScope();
    const human = scope.run(() => useHumanConnect({ ...vendor.options, onClose }))!;
    void human.open();
    await untilStatus(human, "open");

    scope.stop();
    await vendor.finish();
    await until(() => expect(onClose).toHaveBeenCalledOnce());

    expect(human.connect.getState().status).toBe("closed");
    expect(human.state.value.status).toBe("open");
  });

  it("drops a session that is loading when its scope stops", async () => {
    let signal!: AbortSignal;
    const { options } = createFakeVendor();
    const scope = effectScope();
    const getToken: HumanConnectOptions["getToken"] = (context) => {
      signal = context.signal;
      return new Promise(() => {});
    };
    const human = scope.run(() => useHumanConnect({ ...options, getToken }))!;
    void human.open();

    scope.stop();

    await until(() => expect(signal.aborted).toBe(true));
    await until(() => expect(console.warn).toHaveBeenCalledOnce());
    vi.mocked(console.warn).mockClear();
    expect(human.connect.getState().status).toBe("idle");
  });

  it("ends an open session with its scope when it is told to", async () => {
    const { options } = createFakeVendor();
    const scope = effectScope();
    const human = scope.run(() => useHumanConnect({ ...options, closeOnUnmount: ref(true) }))!;
    void human.open();
    await untilStatus(human, "open");

    scope.stop();

    await until(() => expect(human.connect.getState()).toMatchObject({ status: "closed", reason: "closed-by-host" }));
  });

  it("outlives the component during whose setup a store was made", async () => {
    const vendor = createFakeVendor();
    const scopes: EffectScope[] = [];
    let human!: UseHumanConnect;
    const { unmount } = mountSetup(() => {
      const scope = effectScope(true);
      scopes.push(scope);
      human = scope.run(() => useHumanConnect(vendor.options))!;
      return () => h("output", human.status.value);
    });
    unmount();

    void human.open();
    await untilStatus(human, "open");
    await vendor.finish(alder);
    await untilStatus(human, "closed");

    expect(human.currentConnections.value).toEqual([alder]);
    for (const scope of scopes) scope.stop();
  });

  it("opens from onMounted", async () => {
    const vendor = createFakeVendor();
    let human!: UseHumanConnect;
    mountSetup(() => {
      human = useHumanConnect(vendor.options);
      onMounted(() => void human.open());
      return () => h("output", human.status.value);
    });

    await untilStatus(human, "open");

    expect(vendor.opened.length).toBe(1);
    expect(mount(() => "and so on").container.textContent).toBe("and so on");
  });
});
