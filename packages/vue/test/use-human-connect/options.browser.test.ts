import { findStage, mountSetup, until } from "../setup.js";
import type { HumanConnectOptions } from "@human-connect/core";
import { useHumanConnect, type UseHumanConnect, type UseHumanConnectOptions } from "@human-connect/vue";
import { computed, h, nextTick, reactive, ref, shallowRef } from "vue";
import { describe, expect, it } from "vitest";
import { alder, birch, createFakeVendor } from "../../../../test/support/fake-vendor.ts";
import { untilStatus, use } from "./use.js";
import { findDeep } from "../../../../test/support/find-deep.ts";

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
    await until(() => expect(findDeep("#human-api", container.value!)).not.toBe(null));
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
