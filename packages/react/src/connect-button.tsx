import {
  readButtonLabels,
  type HumanConnect,
  type HumanConnectOptions,
  type HumanConnectState,
  type LabelOptions,
} from "@human-connect/core";
import {
  forwardRef,
  useImperativeHandle,
  useRef,
  type ButtonHTMLAttributes,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
  type SyntheticEvent,
} from "react";
import { splitProps } from "./split-props.js";
import { useConnect, useConnectState, type UseHumanConnectOptions } from "./use-human-connect.js";
import { usePrepare, type PrepareOn } from "./use-prepare.js";
import { useWords } from "./use-words.js";

interface OwnProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof HumanConnectOptions | "children"> {
  /** When to fetch what a click will need. Default `"intent"`: hover, focus or touch. */
  prepareOn?: PrepareOn;
  /** What the button says while nothing has failed, or a function of the state that says it all. Default: the label of the locale. */
  children?: ReactNode | ((state: HumanConnectState) => ReactNode);
}

type NoOptions = { [K in Exclude<keyof UseHumanConnectOptions, keyof LabelOptions>]?: never };

/** Options of the core, or a connection of `useHumanConnect` that has them already, beside the attributes of a `<button>`. */
export type ConnectButtonProps = OwnProps &
  ((UseHumanConnectOptions & { connect?: undefined }) | (LabelOptions & NoOptions & { connect: HumanConnect }));

/**
 * A real button that opens Connect, shows how it goes, and tries again after an error. Every other attribute, and `ref`, is
 * the `<button>`'s own. Inside a `HumanConnectProvider` it needs no options.
 *
 * @example <ConnectButton getToken={getToken}>Connect your health data</ConnectButton>
 */
export const ConnectButton: ForwardRefExoticComponent<ConnectButtonProps & RefAttributes<HTMLButtonElement>> =
  /* @__PURE__ */ forwardRef<HTMLButtonElement, ConnectButtonProps>(function ConnectButton(
    { connect: given, prepareOn = "intent", closeOnUnmount, children, className, ...rest },
    ref,
  ) {
    const [options, attributes] = splitProps(rest) as [
      Partial<HumanConnectOptions>,
      ButtonHTMLAttributes<HTMLButtonElement>,
    ];
    const connect = useConnect({ ...options, closeOnUnmount }, given);
    const state = useConnectState(connect);
    const words = readButtonLabels(useWords(options));
    const button = useRef<HTMLButtonElement>(null);
    useImperativeHandle(ref, () => button.current!, []);
    usePrepare(connect, prepareOn, button);

    /** The user's handler first; then ours, unless it was prevented. */
    const on =
      <E extends SyntheticEvent>(theirs: ((event: E) => void) | undefined, ours: (event: E) => void) =>
      (event: E) => {
        theirs?.(event);
        if (!event.defaultPrevented) ours(event);
      };
    const prepare = (): void => void (prepareOn === "intent" && !attributes.disabled && connect.prepare());
    const { status } = state;
    const isCustom = typeof children === "function";
    const idle = isCustom ? null : (children ?? words.connect);
    return (
      <>
        <button
          type="button"
          aria-haspopup="dialog"
          {...attributes}
          ref={button}
          className={`human-connect-button${className ? ` ${className}` : ""}`}
          data-status={status}
          data-connected={state.currentConnections.length ? "" : undefined}
          aria-busy={status === "loading" || undefined}
          onClick={on(attributes.onClick, ({ currentTarget }) => {
            // Not every browser focuses what is clicked, and the focus is to come back here.
            currentTarget.focus({ preventScroll: true });
            void connect.open();
          })}
          onPointerEnter={on(attributes.onPointerEnter, prepare)}
          onFocus={on(attributes.onFocus, prepare)}
          onTouchStart={on(attributes.onTouchStart, prepare)}
        >
          {isCustom ? (
            children(state)
          ) : (
            <>
              <span className="human-connect-icon" aria-hidden="true" />
              {/* Both texts keep their room, so that the box stays the same when one gives way to the other. */}
              <span
                className="human-connect-label"
                data-connect={typeof idle === "string" ? idle : undefined}
                data-retry={words.retry}
              >
                {status === "error" ? words.retry : idle}
              </span>
            </>
          )}
        </button>
        <span role="status" className="human-connect-live">
          {status === "loading" ? words.loading : status === "error" ? state.error.userMessage : ""}
        </span>
      </>
    );
  });
