import { button, closeStage, findStage, mount, mountSetup, texts, until, untilShown } from "./setup.js";
import type { ConnectEvent, HumanConnect, HumanConnectOptions } from "@human-connect/core";
import {
  ConnectButton,
  ConnectCard,
  ConnectionList,
  ConnectStatus,
  createHumanConnectPlugin,
  provideHumanConnect,
  useHumanConnect,
  type UseHumanConnect,
  type UseHumanConnectOptions,
} from "@human-connect/vue";
import userEvent from "@testing-library/user-event";
import {
  defineComponent,
  effectScope,
  h,
  isProxy,
  nextTick,
  ref,
  resolveComponent,
  type App,
  type VNodeChild,
} from "vue";
import { describe, expect, it } from "vitest";
import { alder, createFakeVendor } from "../../../test/support/fake-vendor.ts";

/** A component that gives what the composable returns to `into`. */
const Probe = defineComponent({
  props: { into: { type: Array, required: true }, options: Object },
  setup(props) {
    const human = useHumanConnect(props.options as UseHumanConnectOptions | undefined);
    (props.into as UseHumanConnect[]).push(human);
    return () => h("output", human.status.value);
  },
});

/** Provides options to what is drawn below. */
const Provider = defineComponent({
  props: { options: { type: [Object, Function], required: true } },
  setup(props, { slots }) {
    provideHumanConnect(props.options as UseHumanConnectOptions);
    return () => slots["default"]?.();
  },
});

type Wrap = (options: UseHumanConnectOptions, below: () => VNodeChild) => void;

const byPlugin: Wrap = (options, below) =>
  void mount(below, (app) => void app.use(createHumanConnectPlugin(options as HumanConnectOptions)));
const byProvide: Wrap = (options, below) => void mount(() => h(Provider, { options }, { default: below }));

describe.each([
  ["createHumanConnectPlugin", byPlugin],
  ["provideHumanConnect", byProvide],
])("%s", (_name, wrap) => {
  it("lets a button, a list, a status line and a composable tell the same story", async () => {
    const vendor = createFakeVendor();
    const into: UseHumanConnect[] = [];
    wrap(vendor.options, () => [h(ConnectButton), h(ConnectionList), h(ConnectStatus), h(Probe, { into })]);

    await userEvent.click(button());
    await untilShown("open");
    expect(texts(".human-connect-status")).toEqual(["Continue in the Connect window"]);
    await vendor.connect(alder);
    await until(() => expect(texts("li")).toEqual(["Alder Clinic"]));
    await vendor.finish(alder);
    await untilShown("closed");

    expect(button().dataset["connected"]).toBe("");
    expect(texts(".human-connect-status")).toEqual(["1 source connected"]);
    expect(into[0]!.state.value).toMatchObject({ status: "closed", currentConnections: [alder] });
    expect(vendor.opened.length).toBe(1);
  });

  it("opens once for two buttons", async () => {
    const vendor = createFakeVendor();
    wrap(vendor.options, () => [h(ConnectButton), h(ConnectButton)]);
    const [one, two] = [...document.querySelectorAll<HTMLElement>("button")] as [HTMLElement, HTMLElement];

    one.click();
    two.click();
    await until(() => expect([one.dataset["status"], two.dataset["status"]]).toEqual(["open", "open"]));

    expect(vendor.opened.length).toBe(1);
  });

  it("gives its words to everything below, which may choose words of its own", async () => {
    const locale = ref("es");
    wrap({ ...createFakeVendor().options, locale, labels: { noConnections: "Nada" } }, () => [
      h(ConnectButton),
      h(ConnectStatus),
      h(ConnectStatus, { labels: { noConnections: "Nada de nada" } }),
      h(ConnectButton, { locale: "en" }),
    ]);
    const shown = (): (string | null)[] => texts(".human-connect-label, .human-connect-status");
    expect(shown()).toEqual(["Conectar tus datos de salud", "Nada", "Nada de nada", "Connect your health data"]);

    locale.value = "en";
    await nextTick();

    expect(shown()[0]).toBe("Connect your health data");
  });

  it.each([
    ["alone", {}],
    ["with a connection of its own", { config: "special" }],
  ])("gives each label to a component that has others of its own: %s", (_, options) => {
    const labels = { connect: "Share", noConnections: "Nada" };
    wrap({ ...createFakeVendor().options, labels }, () => [
      h(ConnectButton, { ...options, labels: { retry: "Again" } }),
      h(ConnectStatus, { labels: { retry: "Again" } }),
    ]);

    expect(texts(".human-connect-label, .human-connect-status")).toEqual(["Share", "Nada"]);
    expect(document.querySelector<HTMLElement>(".human-connect-room")!.dataset["also"]).toBe("Again");
  });

  it("draws nothing below again when no words have changed", async () => {
    const segment = ref("adults");
    let draws = 0;
    wrap({ ...createFakeVendor().options, segment }, () => h(ConnectButton, null, { content: () => `${++draws}` }));

    segment.value = "children";
    await nextTick();

    expect(draws).toBe(1);
  });

  it("uses its latest options", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const tag = ref("first");
    const options = (): HumanConnectOptions => {
      const at = tag.value;
      return {
        ...vendor.options,
        getToken: () => `token-${at}`,
        onOpen: ({ type }) => void told.push(`${at} ${type}`),
      };
    };
    wrap(options, () => h(ConnectButton));

    tag.value = "second";
    await userEvent.click(button());
    await until(() => expect(told).toEqual(["second open"]));

    expect(vendor.opened).toMatchObject([{ token: "token-second" }]);
  });

  it("shares its connection with a component that only says it in other words, or listens", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const record =
      (tag: string) =>
      ({ type }: ConnectEvent) =>
        void told.push(`${tag} ${type}`);
    const into: UseHumanConnect[] = [];
    wrap({ ...vendor.options, onOpen: record("shared") }, () => [
      h(ConnectButton, { labels: { connect: "Add" }, locale: "es", onOpen: record("button"), config: undefined }),
      h(ConnectStatus),
      h(Probe, { into, options: { locale: "es", onOpen: record("composable") } }),
    ]);
    expect(button().textContent).toBe("Add");

    await userEvent.click(button());
    await until(() => expect(texts(".human-connect-status")).toEqual(["Continue in the Connect window"]));

    expect(told.toSorted()).toEqual(["button open", "composable open", "shared open"]);
  });

  it("gives defaults to a component with options of its own, which has a connection of its own", async () => {
    const vendor = createFakeVendor();
    const told: string[] = [];
    const record =
      (tag: string) =>
      ({ type }: ConnectEvent) =>
        void told.push(`${tag} ${type}`);
    wrap({ ...vendor.options, segment: "adults", onOpen: record("shared"), onClose: record("shared") }, () => [
      h(ConnectButton, { config: "special", onOpen: record("button") }),
      h(ConnectStatus),
    ]);

    await userEvent.click(button());
    await untilShown("open");
    closeStage();
    await untilShown("closed");

    expect(vendor.opened).toMatchObject([{ segment: "adults", config: "special" }]);
    expect(told.toSorted()).toEqual(["button open", "shared close", "shared open"]);
    expect(texts(".human-connect-status")).toEqual(["Nothing connected yet"]);
  });

  it("takes a component's options into account that arrive late", async () => {
    const vendor = createFakeVendor();
    const config = ref<string>();
    wrap(vendor.options, () => [h(ConnectButton, { config: config.value }), h(ConnectStatus)]);

    config.value = "special";
    await nextTick();
    await userEvent.click(button());
    await untilShown("open");

    expect(vendor.opened).toMatchObject([{ config: "special" }]);
    expect(texts(".human-connect-status")).toEqual(["Nothing connected yet"]);
  });

  it("keeps its defaults where a component says undefined", async () => {
    const vendor = createFakeVendor();
    const into: UseHumanConnect[] = [];
    const options = { config: "special", getToken: undefined, client: undefined, baseUrl: ref(undefined) };
    wrap(vendor.options, () => h(Probe, { into, options }));

    void into[0]!.open();
    await until(() => expect(into[0]!.status.value).toBe("open"));

    expect(vendor.opened).toMatchObject([{ config: "special", baseURL: location.origin }]);
  });

  it("opens what a button has asked for that has left since", async () => {
    const vendor = createFakeVendor();
    const hasButton = ref(true);
    let give!: (token: string) => void;
    const getToken: HumanConnectOptions["getToken"] = () => new Promise((resolve) => (give = resolve));
    wrap({ ...vendor.options, getToken }, () => hasButton.value && h(ConnectButton));
    button().click();
    await untilShown("loading");

    hasButton.value = false;
    await nextTick();
    give("token");

    await until(() => expect(vendor.opened).toHaveLength(1));
  });

  it("keeps the session when the component that opened it leaves", async () => {
    const vendor = createFakeVendor();
    const hasButton = ref(true);
    wrap(vendor.options, () => [hasButton.value && h(ConnectButton), h(ConnectStatus)]);
    await userEvent.click(button());
    await untilShown("open");

    hasButton.value = false;
    await nextTick();
    await vendor.finish(alder);

    await until(() => expect(texts(".human-connect-status")).toEqual(["1 source connected"]));
  });

  it("lets a component below end the session when it goes", async () => {
    const hasButton = ref(true);
    wrap(createFakeVendor().options, () => [
      hasButton.value && h(ConnectButton, { closeOnUnmount: true }),
      h(ConnectStatus),
    ]);
    await userEvent.click(button());
    await untilShown("open");

    hasButton.value = false;

    await until(() => expect(findStage()).toBe(null));
  });

  it("shows connections that arrive later", async () => {
    const known = ref<{ id: string; name: string }[]>([]);
    wrap({ ...createFakeVendor().options, initialConnections: known }, () => h(ConnectionList));

    known.value.push({ ...alder });
    await nextTick();

    expect(texts("li")).toEqual(["Alder Clinic"]);
  });
});

describe("provideHumanConnect", () => {
  it("returns the connection that it shares, which is no proxy", async () => {
    const into: UseHumanConnect[] = [];
    let connect!: HumanConnect;
    mountSetup(() => {
      connect = provideHumanConnect(createFakeVendor().options);
      return () => [h(ConnectButton), h(Probe, { into })];
    });

    void connect.open();
    await untilShown("open");

    expect(into[0]!.connect).toBe(connect);
    expect(isProxy(ref({ connect }).value.connect)).toBe(false);
  });

  it("adds to the defaults of the plugin, and has a connection of its own", async () => {
    const vendor = createFakeVendor();
    const outer: UseHumanConnect[] = [];
    const inner: UseHumanConnect[] = [];
    const plugin = createHumanConnectPlugin({ ...vendor.options, segment: "adults", locale: "es" });
    const below = (): VNodeChild => [h(ConnectButton), h(Probe, { into: inner })];
    mount(
      () => [h(Probe, { into: outer }), h(Provider, { options: { config: "special" } }, { default: below })],
      (app) => void app.use(plugin),
    );
    expect(button().textContent).toBe("Conectar tus datos de salud");

    await userEvent.click(button());
    await untilShown("open");

    expect(vendor.opened).toMatchObject([{ segment: "adults", config: "special" }]);
    expect([outer[0]!.status.value, inner[0]!.status.value]).toEqual(["idle", "open"]);
  });

  it("ends an open session when its component goes, if it is told to", async () => {
    const { options } = createFakeVendor();
    const isThere = ref(true);
    const provided = { ...options, closeOnUnmount: true };
    mount(() => isThere.value && h(Provider, { options: provided }, { default: () => h(ConnectButton) }));
    await userEvent.click(button());
    await untilShown("open");

    isThere.value = false;

    await until(() => expect(findStage()).toBe(null));
  });
});

describe("createHumanConnectPlugin", () => {
  it("creates nothing before a component asks for it, and then one connection for each app", () => {
    let reads = 0;
    const options = createFakeVendor().options;
    const plugin = createHumanConnectPlugin(() => {
      reads++;
      return options;
    });
    const into: UseHumanConnect[] = [];
    const use = (app: App): void => void app.use(plugin);
    mount(() => "nothing of ours", use);
    expect(reads).toBe(0);

    mount(() => [h(Probe, { into }), h(Probe, { into })], use);
    mount(() => h(Probe, { into }), use);

    const [one, two, other] = into.map(({ connect }) => connect);
    expect(one).toBe(two);
    expect(other).not.toBe(one);
  });

  it("registers the components that it is given, under their names", () => {
    const plugin = createHumanConnectPlugin(createFakeVendor().options, {
      components: { ConnectButton, ConnectCard, HealthList: ConnectionList },
    });

    mount(
      () => ["connect-button", "connect-card", "HealthList"].map((name) => h(resolveComponent(name))),
      (app) => void app.use(plugin),
    );

    expect(texts(".human-connect-label, .human-connect-heading, .human-connect-empty")).toEqual([
      "Connect your health data",
      "Your health data",
      "Nothing connected yet",
      "Connect your health data",
      "Nothing connected yet",
    ]);
  });

  it("registers nothing by itself", () => {
    const { app } = mount(
      () => null,
      (own) => void own.use(createHumanConnectPlugin(createFakeVendor().options)),
    );

    expect(app.component("ConnectButton")).toBe(undefined);
  });

  it("reaches a store that is set up by the app", () => {
    const { app } = mount(
      () => null,
      (own) => void own.use(createHumanConnectPlugin({ ...createFakeVendor().options, initialConnections: [alder] })),
    );

    const scope = effectScope();
    const human = app.runWithContext(() => scope.run(() => useHumanConnect()))!;

    expect(human.currentConnections.value).toEqual([alder]);
    scope.stop();
  });
});
