import type {
  ConnectEvent,
  ConnectSession,
  HumanConnect,
  HumanConnectError,
  HumanConnectState,
  Source,
} from "@human-connect/core";
import type { ListedSource } from "@human-connect/core/face";
import {
  ConnectButton,
  ConnectCard,
  ConnectionList,
  ConnectStatus,
  createHumanConnectPlugin,
  provideHumanConnect,
  useHumanConnect,
  type ConnectButtonProps,
  type UseHumanConnect,
} from "@human-connect/vue";
import { computed, createApp, defineComponent, h, ref, type GlobalComponents, type VNode, type VNodeChild } from "vue";

// Checked by the compiler, never run: each @ts-expect-error is a mistake that must not compile.

declare const connect: HumanConnect;
declare const getToken: () => Promise<{ session_token: string; expires_in: number }>;
declare function is<Expected>(value: Expected): void;
declare function render(...nodes: VNode[]): void;

/** Compiles only when both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type ButtonTag = InstanceType<typeof ConnectButton>;
type CardTag = InstanceType<typeof ConnectCard>;
type ListTag = InstanceType<typeof ConnectionList>;
type StatusTag = InstanceType<typeof ConnectStatus>;

/** What a template writes as attributes, checked as language tools do. */
declare function button(props: ButtonTag["$props"]): void;
declare function card(props: CardTag["$props"]): void;
declare function list(props: ListTag["$props"]): void;
declare function status(props: StatusTag["$props"]): void;

export function buttons(): void {
  button({});
  button({ getToken, class: "mine", style: { color: "red" }, key: 1 });
  button({
    getToken: () => "token",
    prepareOn: "visible",
    closeOnUnmount: true,
    disabled: true,
    "aria-label": "Share",
  });
  button({
    getToken({ signal, reason }) {
      is<AbortSignal>(signal);
      is<"open" | "prefetch" | "expired" | "invalid">(reason);
      return "token";
    },
  });
  button({ connect, labels: { connect: "Share" }, locale: "es", onClose: ({ reason }) => is<string>(reason) });
  button({ onClick: (event) => is<MouseEvent>(event) });
  // @ts-expect-error a connection has its options already
  button({ connect, getToken });
  // @ts-expect-error a connection is not the component's to close
  button({ connect, closeOnUnmount: true });
  // @ts-expect-error no such prop
  button({ getTokens: getToken });
  // @ts-expect-error no such event
  button({ onCloses: () => {} });
  // @ts-expect-error no such moment
  button({ prepareOn: "hover" });
  // @ts-expect-error no such label
  button({ labels: { conect: "Share" } });
  // @ts-expect-error not a token
  button({ getToken: () => 42 });
  button({ getToken: () => fetch("/token") });
  // @ts-expect-error no such mode
  button({ mode: "pick" });
}

export function cards(): void {
  card({});
  card({ getToken, headingLevel: 3, inline: true, disabled: true, prepareOn: "none", id: "card", class: "mine" });
  card({ connect, labels: { connectAnother: "Add" }, onClose: ({ reason }) => is<string>(reason) });
  card({ onClick: (event) => is<MouseEvent>(event) });
  button({ inline: true });
  // @ts-expect-error a connection has its options already
  card({ connect, getToken });
  // @ts-expect-error there is no such heading
  card({ headingLevel: 7 });
  // @ts-expect-error a section has no type
  card({ type: "submit" });
  // @ts-expect-error on or off
  button({ inline: "aside" });
}

export function events(): void {
  button({
    getToken,
    onOpen: ({ type, session }) => (is<"open">(type), is<readonly Source[]>(session.currentConnections)),
    onConnect: ({ source }) => is<Source | undefined>(source),
    onDisconnect: (event) => is<ConnectEvent<"disconnect">>(event),
    onClose: ({ reason }) => is<"finished" | "closed-by-host" | "cancelled">(reason),
    onError: ({ error }) => (is<HumanConnectError>(error), is<string>(error.userMessage)),
  });
  // @ts-expect-error only an error event has an error
  button({ onClose: ({ error }) => error });
  // @ts-expect-error the vendor may not have said which
  button({ onConnect: ({ source }) => source.name });
  // @ts-expect-error sessions are read-only
  button({ onOpen: ({ session }) => session.currentConnections.push({ id: "a", name: "A" }) });
}

export function views(): void {
  list({ id: "list", locale: "es", connect, detailed: true });
  status({ live: true, connect, labels: { open: "Go" } });
  // @ts-expect-error a list opens nothing
  list({ getToken });
  // @ts-expect-error a status line opens nothing
  status({ getToken });
}

export function slots(
  b: ButtonTag["$slots"],
  c: CardTag["$slots"],
  l: ListTag["$slots"],
  s: StatusTag["$slots"],
): void {
  const state = { status: "idle", currentConnections: [] } as const;
  b.default?.(state);
  b.content?.(state);
  const source = { id: "a", name: "A", status: "added" } as const;
  l.default?.({ source });
  c.source?.({ source });
  c.button?.(state);
  c.status?.(state);
  is<VNodeChild>([c.heading?.(), c.privacy?.(), c.empty?.(), c.default?.()]);
  // @ts-expect-error no such slot
  c.content?.(state);
  l.empty?.();
  s.default?.(state);
  const given: Same<Parameters<NonNullable<typeof s.default>>, [state: HumanConnectState]> = true;
  is<true>(given);
  // @ts-expect-error no such slot
  b.icon?.();
  // @ts-expect-error a list draws a source
  l.default?.({ name: "A" });
}

export function hyperscript(): void {
  render(
    h(ConnectButton, { getToken, id: "connect", onClose: ({ reason }) => is<string>(reason) }),
    h(ConnectButton, { connect }, { default: ({ status }: HumanConnectState) => status }),
    h(ConnectButton, () => "Share"),
    h(ConnectionList, { connect }, { default: ({ source }: { source: Source }) => source.name, empty: () => null }),
    h(ConnectionList, { detailed: true }, { default: ({ source }: { source: ListedSource }) => source.status }),
    h(ConnectCard, { getToken, inline: true }, { heading: () => null, button: () => "Go" }),
    h(ConnectStatus),
    // @ts-expect-error not a token
    h(ConnectButton, { getToken: () => 42 }),
  );
}

export function composable(human: UseHumanConnect): string {
  const open: Same<UseHumanConnect["open"], HumanConnect["open"]> = true;
  is<ConnectSession | undefined>(human.session.value);
  is<HumanConnectError | undefined>(human.error.value);
  // @ts-expect-error no such option
  useHumanConnect({ getToken, tokenURL: "/token" });
  // @ts-expect-error no such option
  useHumanConnect(() => ({ getToken, mode: "pick" }));
  // @ts-expect-error a getter of the wrong thing
  useHumanConnect({ getToken, locale: () => 42 });
  // @ts-expect-error the state is the core's to change
  human.state.value = { status: "idle", currentConnections: [] };
  // @ts-expect-error widget options only
  void human.open({ getToken });
  void human.open({ segment: "adults" });
  const state = human.state.value;
  switch (state.status) {
    case "idle":
    case "loading":
      return `${open}`;
    case "open":
      return state.session.currentConnections.map(({ name }) => name).join();
    case "closed":
      return state.reason;
    case "error":
      return state.error.code;
    default:
      return state satisfies never;
  }
}

export function options(): void {
  useHumanConnect();
  useHumanConnect({ getToken, closeOnUnmount: ref(true), locale: computed(() => "es"), user: () => "jane" });
  useHumanConnect(() => ({ getToken, onClose: ({ reason }) => is<string>(reason) }));
  useHumanConnect(ref({ getToken }));
  useHumanConnect({
    getToken: ref(getToken),
    container: ref<HTMLElement | null>(null),
    initialConnections: ref<Source[]>([]),
  });
  is<HumanConnect>(provideHumanConnect({ getToken, locale: () => "es" }));
  createApp({}).use(
    createHumanConnectPlugin(
      { getToken },
      { components: { ConnectButton, ConnectCard, ConnectionList, ConnectStatus } },
    ),
  );
  createApp({}).component("ConnectButton", ConnectButton);
  // @ts-expect-error an app has no end at which to close
  createHumanConnectPlugin({ getToken, closeOnUnmount: true });
}

export const element: Same<ButtonTag["element"], HTMLButtonElement | null> = true;
export const globals: Same<GlobalComponents["ConnectButton"], typeof ConnectButton> = true;
export const globalCard: Same<GlobalComponents["ConnectCard"], typeof ConnectCard> = true;

/** A component of a customer that passes everything on. */
export const Wrapped = defineComponent({
  components: { ConnectButton },
  setup:
    (_props, { attrs }) =>
    () =>
      h(ConnectButton, { ...(attrs as ConnectButtonProps), class: "wrapped" }),
});
