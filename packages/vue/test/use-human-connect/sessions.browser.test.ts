import { findStage, mountSetup, until } from "../setup.js";
import type { ConnectSession } from "@human-connect/core";
import { useHumanConnect, type UseHumanConnect } from "@human-connect/vue";
import { effectScope, isProxy, isReactive, nextTick, reactive, ref, watch } from "vue";
import { describe, expect, it } from "vitest";
import { alder, birch, createFakeVendor } from "../../../../test/support/fake-vendor.ts";
import { untilStatus, use } from "./use.js";

describe("useHumanConnect", () => {
  it("is idle with nothing connected, and has everything to change that", () => {
    const human = use(createFakeVendor().options);

    expect(human.state.value).toEqual({ status: "idle", currentConnections: [] });
    expect(human.status.value).toBe("idle");
    expect(human.currentConnections.value).toEqual([]);
    expect(human.session.value).toBe(undefined);
    expect(human.error.value).toBe(undefined);
    expect(human.connect).toMatchObject({ open: human.open, close: human.close, prepare: human.prepare });
  });

  it("follows a session from loading over open to closed", async () => {
    const vendor = createFakeVendor();
    const human = use(vendor.options);
    const seen: string[] = [];
    const stop = watch(human.status, (status) => seen.push(status), { flush: "sync", immediate: true });

    void human.open();
    await vendor.connect(alder);
    await until(() => expect(human.currentConnections.value).toEqual([alder]));
    expect(human.session.value!.sessionResults.connectedSources).toEqual([alder]);
    await vendor.finish(alder, birch);
    await untilStatus(human, "closed");
    stop();

    expect(seen).toEqual(["idle", "loading", "open", "closed"]);
    expect(human.state.value).toMatchObject({ reason: "finished", currentConnections: [alder, birch] });
  });

  it("draws a component again with each status, and no oftener", async () => {
    const vendor = createFakeVendor();
    const drawn: string[] = [];
    let human!: UseHumanConnect;
    mountSetup(() => {
      human = useHumanConnect(vendor.options);
      return () => void drawn.push(human.status.value);
    });

    void human.open();
    await vendor.finish();
    await untilStatus(human, "closed");
    await nextTick();

    expect(drawn).toEqual(["idle", "loading", "open", "closed"]);
  });

  it("gives the error, and no session that never was", async () => {
    const { options } = createFakeVendor();
    const human = use({ ...options, getToken: () => Promise.reject(new Error("500")) });

    void human.open();
    await untilStatus(human, "error");

    expect(human.error.value).toMatchObject({ code: "token-failed", cause: new Error("500") });
    expect(human.session.value).toBe(undefined);
  });

  it("resolves open() with the state when the session is over", async () => {
    const vendor = createFakeVendor();
    const human = use(vendor.options);

    const over = human.open();
    await vendor.finish();

    expect(await over).toBe(human.state.value);
  });

  it("closes a session when the host says so", async () => {
    const human = use(createFakeVendor().options);
    void human.open();
    await untilStatus(human, "open");

    human.close();
    await untilStatus(human, "closed");

    expect(human.state.value).toMatchObject({ reason: "closed-by-host" });
    expect(findStage()).toBe(null);
  });

  it("prepares without leaving idle", async () => {
    const vendor = createFakeVendor();
    const human = use(vendor.options);

    await human.prepare();

    expect(vendor.loads).toBe(1);
    expect(human.status.value).toBe("idle");
  });

  it("throws a TypeError without a getToken", () => {
    const scope = effectScope();

    expect(() => scope.run(() => useHumanConnect({ locale: "es" }))).toThrow(TypeError);
    expect(() => scope.run(() => useHumanConnect())).toThrow("tokenUrl is missing");
  });
});

describe("no reactive proxy", () => {
  it("is made of the connection, the state, the session or the error", async () => {
    const vendor = createFakeVendor();
    const human = use({ ...vendor.options, initialConnections: ref([{ ...alder }]) });
    const store = reactive(human);
    void human.open();
    await untilStatus(human, "open");

    const parts = [store.connect, store.state, store.session, store.currentConnections, store.currentConnections[0]];
    expect(parts.map((part) => isProxy(part) || isReactive(part))).toEqual([false, false, false, false, false]);
    expect(store.connect).toBe(human.connect);

    human.close();
    await untilStatus(human, "closed");
    const failed = use({ ...vendor.options, getToken: () => ({}) as never });
    void failed.open();
    await untilStatus(failed, "error");
    expect(isProxy(reactive(failed).error)).toBe(false);
    expect(reactive(failed).error).toBe(failed.error.value);
  });

  it("is handed on to a client in a reactive object", async () => {
    const vendor = createFakeVendor();
    const human = use(reactive({ ...vendor.options, pinnedProviders: ["Alder"], preseededSources: [{ id: "a1" }] }));

    void human.open();
    await untilStatus(human, "open");

    expect(vendor.opened.length).toBe(1);
  });
});

describe("session", () => {
  it("stays after closing", async () => {
    const vendor = createFakeVendor();
    const human = use(vendor.options);

    void human.open();
    await vendor.finish(alder);
    await untilStatus(human, "closed");

    expect(human.session.value satisfies ConnectSession | undefined).toMatchObject({ currentConnections: [alder] });
  });
});
