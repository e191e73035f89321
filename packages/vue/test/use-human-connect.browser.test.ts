import { findStage, mount, mountSetup, until } from "./setup.js";
import type { ConnectSession, HumanConnectOptions } from "@human-connect/core";
import { useHumanConnect, type UseHumanConnect, type UseHumanConnectOptions } from "@human-connect/vue";
import {
  computed,
  effectScope,
  h,
  isProxy,
  isReactive,
  nextTick,
  onMounted,
  reactive,
  ref,
  shallowRef,
  watch,
  type EffectScope,
} from "vue";
import { describe, expect, it, vi } from "vitest";
import { alder, birch, createFakeVendor } from "../../../test/support/fake-vendor.ts";

/** A component that only connects. */
function use(options: UseHumanConnectOptions | undefined): UseHumanConnect & { unmount: () => void } {
  let human!: UseHumanConnect;
  const { unmount } = mountSetup(() => {
    human = useHumanConnect(options);
    return () => h("output", human.status.value);
  });
  return { ...human, unmount };
}

const untilStatus = ({ status }: UseHumanConnect, expected: string): Promise<unknown> =>
  until(() => expect(status.value).toBe(expected));

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
    expect(() => scope.run(() => useHumanConnect())).toThrow("getToken is missing");
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

describe("the options of useHumanConnect", () => {
  const locale = "es";

  it.each<[of: string, wrap: (options: HumanConnectOptions) => UseHumanConnectOptions]>([
    ["an object", (options) => ({ ...options, locale })],
    ["a getter", (options) => () => ({ ...options, locale })],
    ["a ref", (options) => ref({ ...options, locale })],
    ["a shallow ref", (options) => shallowRef({ ...options, locale })],
    ["a computed", (options) => computed(() => ({ ...options, locale }))],
    ["a reactive object", (options) => reactive({ ...options, locale })],
    ["refs", ({ getToken, ...options }) => ({ ...options, getToken: shallowRef(getToken), locale: ref(locale) })],
    ["getters", ({ baseUrl, ...options }) => ({ ...options, baseUrl: () => baseUrl, locale: () => locale })],
    ["a getter of refs", (options) => () => ({ ...options, locale: ref(locale) })],
  ])("may be %s", async (_of, wrap) => {
    const vendor = createFakeVendor();
    const human = use(wrap(vendor.options));

    void human.open();
    await untilStatus(human, "open");

    expect(vendor.opened).toMatchObject([{ token: "token", baseURL: location.origin }]);
    expect(findStage()!.shadowRoot!.querySelector(".cancel")!.textContent).toBe("Cancelar");
  });

  it("are read anew for each session, and re-create nothing", async () => {
    const vendor = createFakeVendor();
    const segment = ref("adults");
    let token = "one";
    const human = use({ ...vendor.options, getToken: () => token, segment });
    const { connect } = human;

    for (const [next, nextToken] of [
      ["children", "two"],
      ["pets", "three"],
    ] as const) {
      void human.open();
      await untilStatus(human, "open");
      await vendor.finish();
      await untilStatus(human, "closed");
      segment.value = next;
      token = nextToken;
    }

    expect(vendor.opened).toMatchObject([
      { token: "one", segment: "adults" },
      { token: "two", segment: "children" },
    ]);
    expect(human.connect).toBe(connect);
  });

  it("may be changed for one session", async () => {
    const vendor = createFakeVendor();
    const human = use({ ...vendor.options, segment: "adults" });

    void human.open({ segment: "children" });
    await untilStatus(human, "open");

    expect(vendor.opened).toMatchObject([{ segment: "children" }]);
  });

  it("call back by the latest callback", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const tag = ref("first");
    const human = use(() => {
      const at = tag.value;
      return {
        ...vendor.options,
        onOpen: () => void told.push(`${at} open`),
        onClose: ({ reason }) => void told.push(`${at} close ${reason}`),
      };
    });

    void human.open();
    await untilStatus(human, "open");
    tag.value = "second";
    await vendor.finish();
    await untilStatus(human, "closed");

    expect(told).toEqual(["first open", "second close finished"]);
  });

  it("may open again from a callback of the session before", async () => {
    const vendor = createFakeVendor();
    const reasons: string[] = [];
    const human = use({
      ...vendor.options,
      onClose({ reason }) {
        reasons.push(reason);
        if (reason === "closed-by-host") void human.open();
      },
    });
    void human.open();
    await untilStatus(human, "open");

    human.close();
    await until(() => expect(vendor.opened.length).toBe(2));
    await vendor.finish();
    await untilStatus(human, "closed");

    expect(reasons).toEqual(["closed-by-host", "finished"]);
  });

  it("take null for not given, as a template ref has it", async () => {
    const vendor = createFakeVendor();
    const human = use({ ...vendor.options, container: shallowRef(null), locale: () => null });

    void human.open();
    await untilStatus(human, "open");

    expect(findStage()!.shadowRoot!.querySelector(".cancel")!.textContent).toBe("Cancel");
  });

  it("may hold a container that is not there before the page is mounted", async () => {
    const vendor = createFakeVendor();
    const container = shallowRef<HTMLElement | null>(null);
    let human!: UseHumanConnect;
    mountSetup(() => {
      human = useHumanConnect({ ...vendor.options, container });
      return () => h("section", { ref: container });
    });

    void human.open();
    await untilStatus(human, "open");
    await until(() => expect(container.value!.querySelector("#human-api")).not.toBe(null));
    human.close();
    await untilStatus(human, "closed");

    expect(container.value!.innerHTML).toBe("");
  });
});

describe("initialConnections", () => {
  it("are shown from the first drawing on", () => {
    const drawn: number[] = [];
    mountSetup(() => {
      const { currentConnections } = useHumanConnect({ ...createFakeVendor().options, initialConnections: [alder] });
      return () => void drawn.push(currentConnections.value.length);
    });

    expect(drawn).toEqual([1]);
  });

  it("are shown when they arrive later, and when they change in place", async () => {
    const known = ref<{ id: string; name: string }[]>();
    const human = use({ ...createFakeVendor().options, initialConnections: known });
    expect(human.currentConnections.value).toEqual([]);

    known.value = [{ ...alder }];
    await nextTick();
    expect(human.currentConnections.value).toEqual([alder]);
    known.value.push(birch);
    await nextTick();
    expect(human.currentConnections.value).toEqual([alder, birch]);
    known.value[1]!.name = "Beech Pharmacy";
    await nextTick();

    expect(human.currentConnections.value[1]).toEqual({ id: "b2", name: "Beech Pharmacy" });
  });

  it("give way to what a session has found out, whatever else changes", async () => {
    const vendor = createFakeVendor();
    const segment = ref("adults");
    const human = use({ ...vendor.options, segment, initialConnections: () => [{ ...alder }] });

    void human.open();
    await vendor.finish(birch);
    await untilStatus(human, "closed");
    segment.value = "children";
    await nextTick();

    expect(human.currentConnections.value).toEqual([birch]);
  });
});

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
