import {
  normalizeSession,
  type HumanConnect,
  type HumanConnectOptions,
  type HumanConnectState,
  type Source,
} from "@human-connect/core";
import {
  ConnectButton,
  ConnectCard,
  ConnectionList,
  ConnectStatus,
  createHumanConnectPlugin,
  provideHumanConnect,
  useHumanConnect,
  type ConnectButtonProps,
  type ConnectButtonSlots,
  type ConnectCardProps,
  type ConnectCardSlots,
  type ConnectEmits,
  type ConnectionListProps,
  type ConnectionListSlots,
  type ConnectStatusProps,
  type ConnectStatusSlots,
  type HumanConnectPluginOptions,
  type PrepareOn,
  type ReactiveOptions,
  type UseHumanConnect,
  type UseHumanConnectOptions,
} from "@human-connect/vue";
import "@human-connect/vue/styles.css";
import { createApp, defineComponent, h, ref, type App, type GlobalComponents, type VNode } from "vue";

const getToken = async (): Promise<{ session_token: string }> => (await fetch("/api/token")).json();
const known = ref<Source[]>([]);
const options: UseHumanConnectOptions = { getToken, initialConnections: known, locale: () => "es" };
const words: ReactiveOptions<{ locale?: string }> = { locale: ref("en") };

const prepareOn: PrepareOn = "visible";
const button: ConnectButtonProps = { getToken, prepareOn, class: "wide", onClose: ({ reason }) => console.log(reason) };
const buttonSlots: ConnectButtonSlots = { default: ({ status }) => status };
const card: ConnectCardProps = { getToken, headingLevel: 3 };
const cardSlots: ConnectCardSlots = { heading: () => "Records", source: ({ source }) => source.status };
const list: ConnectionListProps = { locale: "es", detailed: true };
const listSlots: ConnectionListSlots = { default: ({ source }) => source.name, empty: () => null };
const line: ConnectStatusProps = { live: true };
const lineSlots: ConnectStatusSlots = { default: (state: HumanConnectState) => state.status };

const emits: Partial<ConnectEmits> = {
  connect: ({ source }) => console.log(source?.name),
  error: ({ error }) => console.log(error.code),
};

export const Page = defineComponent({
  setup() {
    const shared: HumanConnect = provideHumanConnect(options);
    const { currentConnections, connect }: UseHumanConnect = useHumanConnect();
    return (): VNode[] => [
      h(ConnectButton, button, { ...buttonSlots }),
      h(ConnectCard, card, { ...cardSlots }),
      h(ConnectionList, { ...list, connect }, { ...listSlots }),
      h(ConnectStatus, { ...line, connect: shared }, { ...lineSlots }),
      h("p", currentConnections.value.map(({ name }) => name).join()),
    ];
  },
});

export function start(): App {
  const names: HumanConnectPluginOptions = { components: { ConnectButton } };
  console.log(words, emits, normalizeSession({}));
  return createApp(Page).use(createHumanConnectPlugin({ getToken }, names));
}

/** What a template's `<ConnectButton>` is checked against. */
export type TemplateButton = InstanceType<GlobalComponents["ConnectButton"]>["$props"]["prepareOn"];
export const moment: TemplateButton = "intent";

/** The options of a type that refuse `undefined`, as a variable of the environment may be. */
type Refusing<T> = {
  [K in keyof T]-?: object extends Pick<T, K> ? ({ [P in K]: undefined } extends Pick<T, K> ? never : K) : never;
}[keyof T];
type Never<T extends never> = T;
type Own = keyof HumanConnectOptions | "connect" | "closeOnUnmount" | "prepareOn" | "inline" | "message";

// The attributes of Vue's own types refuse it.
export type NoneRefuses = [
  Never<Refusing<Pick<ConnectButtonProps, Own & keyof ConnectButtonProps>>>,
  Never<Refusing<Pick<ConnectCardProps, (Own | "headingLevel" | "disabled") & keyof ConnectCardProps>>>,
  Never<Refusing<Pick<ConnectionListProps, "connect" | "labels" | "locale" | "detailed">>>,
  Never<Refusing<Pick<ConnectStatusProps, "connect" | "labels" | "locale" | "live">>>,
  Never<Refusing<HumanConnectPluginOptions>>,
];
