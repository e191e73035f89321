import type { HumanConnectOptions } from "@human-connect/core";
import { ConnectButton, useHumanConnect } from "@human-connect/react";
import { StrictMode, useEffect, type FunctionComponent, type ReactElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { RawVendor } from "./world.ts";

/** Components as a developer writes them around the vendor's client, the same with the kit, and a page in StrictMode for them. */
export interface ReactPage {
  readonly RawButton: FunctionComponent<RawProps>;
  readonly RawListener: FunctionComponent<RawProps>;
  readonly RawOpening: FunctionComponent<RawProps>;
  readonly KitButton: FunctionComponent<KitProps>;
  readonly KitOpening: FunctionComponent<KitProps>;
  /** Shows a component, or renders it again with other props. */
  show<Props extends object>(component: FunctionComponent<Props>, props: Props): void;
  click(): void;
  hide(): void;
}

interface RawProps {
  readonly vendor: RawVendor;
  readonly options: Record<string, unknown>;
  readonly onClose: () => void;
}

interface KitProps {
  readonly options: HumanConnectOptions;
  readonly onClose: () => void;
}

declare global {
  interface Window {
    reactPage: ReactPage;
  }
}

function RawButton({ vendor, options, onClose }: RawProps): ReactElement {
  return <button onClick={() => vendor.open({ ...options, onClose })}>Connect</button>;
}

/** There is no way to take a listener back, so the effect has no clean-up. */
function RawListener({ vendor, options, onClose }: RawProps): ReactElement {
  useEffect(() => vendor.on("close", onClose), [vendor, onClose]);
  return <button onClick={() => vendor.open({ ...options, version: "V2" })}>Connect</button>;
}

/** Opens Connect as soon as it is shown; what comes after its clean-up is not for it any more. */
function RawOpening({ vendor, options, onClose }: RawProps): null {
  useEffect(() => {
    let isGone = false;
    vendor.open({ ...options, onClose: () => void (isGone || onClose()) });
    return () => {
      isGone = true;
    };
  }, [vendor, options, onClose]);
  return null;
}

function KitButton({ options, onClose }: KitProps): ReactElement {
  return <ConnectButton {...options} onClose={onClose} />;
}

function KitOpening({ options, onClose }: KitProps): null {
  const { open } = useHumanConnect({ ...options, onClose, closeOnUnmount: true });
  useEffect(() => void open(), [open]);
  return null;
}

const place = document.body.appendChild(document.createElement("div"));
const root = createRoot(place);

window.reactPage = {
  RawButton,
  RawListener,
  RawOpening,
  KitButton,
  KitOpening,
  show(Component, props) {
    flushSync(() =>
      root.render(
        <StrictMode>
          <Component {...props} />
        </StrictMode>,
      ),
    );
  },
  click: () => place.querySelector("button")!.click(),
  hide: () => flushSync(() => root.unmount()),
};
