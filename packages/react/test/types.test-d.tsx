import type { ConnectEvent, HumanConnect, HumanConnectError, Source } from "@human-connect/core";
import {
  ConnectButton,
  ConnectionList,
  ConnectStatus,
  HumanConnectProvider,
  useHumanConnect,
  type ConnectButtonProps,
  type UseHumanConnect,
} from "@human-connect/react";
import { createRef, type ReactElement } from "react";

// Checked by the compiler, never run: each @ts-expect-error is a mistake that must not compile.

declare const connect: HumanConnect;
declare const getToken: () => Promise<{ session_token: string; expires_in: number }>;
declare function draw(...elements: ReactElement[]): void;
declare function is<Expected>(value: Expected): void;

/** Compiles only when both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export function buttons(): void {
  draw(
    <ConnectButton />,
    <ConnectButton getToken={getToken} />,
    <ConnectButton getToken={() => "token"} />,
    <ConnectButton
      getToken={({ signal, reason }) => (
        is<AbortSignal>(signal),
        is<"open" | "prefetch" | "expired" | "invalid">(reason),
        "token"
      )}
    />,
    <ConnectButton connect={connect} labels={{ connect: "Share" }} locale="es" />,
    <ConnectButton
      ref={createRef<HTMLButtonElement>()}
      data-anything="1"
      aria-label="Share"
      onClick={(event) => is<HTMLButtonElement>(event.currentTarget)}
    />,
    <ConnectButton prepareOn="visible">
      {({ status, currentConnections }) => `${status} ${currentConnections.length}`}
    </ConnectButton>,
    // @ts-expect-error a connection has its options already
    <ConnectButton connect={connect} getToken={getToken} />,
    // @ts-expect-error a connection has its callbacks already
    <ConnectButton connect={connect} onClose={() => {}} />,
    // @ts-expect-error a connection is not the component's to close
    <ConnectButton connect={connect} closeOnUnmount />,
    // @ts-expect-error no such prop
    <ConnectButton getTokens={getToken} />,
    // @ts-expect-error no such event
    <ConnectButton onCloses={() => {}} />,
    // @ts-expect-error no such moment
    <ConnectButton prepareOn="hover" />,
    // @ts-expect-error no such label
    <ConnectButton labels={{ conect: "Share" }} />,
    // @ts-expect-error not a token
    <ConnectButton getToken={() => 42} />,
    <ConnectButton getToken={() => fetch("/token")} />,
    // @ts-expect-error no such mode
    <ConnectButton mode="pick" />,
    // @ts-expect-error a button is no anchor
    <ConnectButton ref={createRef<HTMLAnchorElement>()} />,
  );
}

export function events(): ReactElement {
  return (
    <ConnectButton
      getToken={getToken}
      onOpen={({ type, session }) => (is<"open">(type), is<readonly Source[]>(session.currentConnections))}
      onConnect={({ source }) => is<Source | undefined>(source)}
      onDisconnect={(event) => is<ConnectEvent<"disconnect">>(event)}
      onClose={({ reason }) => is<"finished" | "closed-by-host" | "cancelled">(reason)}
      onError={({ error }) => (is<HumanConnectError>(error), is<string>(error.userMessage))}
    />
  );
}

export function wrongEvents(): void {
  draw(
    // @ts-expect-error only an error event has an error
    <ConnectButton onClose={({ error }) => error} />,
    // @ts-expect-error an error event has no reason
    <ConnectButton onError={({ reason }) => reason} />,
    // @ts-expect-error the vendor may not have said which
    <ConnectButton onConnect={({ source }) => source.name} />,
    // @ts-expect-error sessions are read-only
    <ConnectButton onOpen={({ session }) => session.currentConnections.push({ id: "a", name: "A" })} />,
  );
}

export function views(): void {
  draw(
    <ConnectionList id="list" empty={null} locale="es" children={(source) => (is<Source>(source), source.name)} />,
    <ConnectStatus live connect={connect} children={(state) => state.status} />,
    <HumanConnectProvider getToken={getToken} segment="adults" onClose={() => {}} children="text" />,
    // @ts-expect-error a list opens nothing
    <ConnectionList getToken={getToken} />,
    // @ts-expect-error a list draws one source at a time
    <ConnectionList>text</ConnectionList>,
    // @ts-expect-error a status line opens nothing
    <ConnectStatus getToken={getToken} />,
    <HumanConnectProvider tokenUrl="/token" />,
    // @ts-expect-error no such option
    <HumanConnectProvider tokenURL="/token" />,
  );
}

export function useStates(): string {
  const human = useHumanConnect({ getToken, closeOnUnmount: true });
  const open: Same<UseHumanConnect["open"], HumanConnect["open"]> = true;
  // @ts-expect-error no such option
  useHumanConnect({ getToken, tokenURL: "/token" });
  // @ts-expect-error only a state with a session has one
  is(human.session);
  // @ts-expect-error widget options only
  void human.open({ getToken });
  void human.open({ segment: "adults" });
  switch (human.status) {
    case "idle":
    case "loading":
      return `${open}`;
    case "open":
      return human.session.currentConnections.map(({ name }) => name).join();
    case "closed":
      return human.reason;
    case "error":
      return human.error.code;
    default:
      return human satisfies never;
  }
}

/** A component of a customer that passes everything on. */
export function Wrapped(props: ConnectButtonProps): ReactElement {
  return <ConnectButton {...props} className="wrapped" />;
}
