import { type HumanConnect, type HumanConnectState, type LabelOptions, readButtonLabels } from "@human-connect/core";
import { readButtonView, repeatEarlyPress, type PrepareOn } from "@human-connect/core/face";
import {
  useEffect,
  useImperativeHandle,
  useRef,
  type ButtonHTMLAttributes,
  type ReactElement,
  type ReactNode,
  type Ref,
  type SyntheticEvent,
} from "react";
import { isBlank, wrapText } from "./content.js";
import { joinNames } from "./split-props.js";
import type { UseHumanConnect } from "./use-human-connect.js";
import { usePrepare } from "./use-prepare.js";

/** What a button accepts beside the options of the core and the attributes of a `<button>`. */
export interface ButtonProps {
  /** When to prefetch what a click needs. Default `"intent"`: hover, focus, touch or press. */
  prepareOn?: PrepareOn | undefined;
  /** Shows Connect in the page, in a box around the button, instead of over the page. The box is as high as its parent. */
  inline?: boolean | undefined;
  /**
   * The label while the status is not `error`, or a function of the state that returns the whole content. Default: the labels of the
   * locale, one for a user without connected sources and one for a user with some.
   */
  children?: ReactNode | ((state: HumanConnectState) => ReactNode);
}

export interface BareButtonProps extends ButtonProps {
  readonly connect: HumanConnect;
  readonly state: UseHumanConnect;
  readonly words: LabelOptions;
  readonly attributes: ButtonHTMLAttributes<HTMLButtonElement>;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
  /** Shows the progress, below or beside the button. */
  readonly status: ReactNode;
}

/** The button and its status; with `inline`, inside the box that shows Connect. */
export function BareButton(props: BareButtonProps): ReactElement {
  const { connect, state, words, attributes, buttonRef, status: line } = props;
  const { inline = false, prepareOn = "intent", children } = props;
  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle(buttonRef, () => button.current!, []);
  usePrepare(connect, prepareOn, button);
  useEffect(() => repeatEarlyPress(button.current!), []);

  /** Runs the developer's handler first, then the kit's unless the event was prevented. */
  const on =
    <E extends SyntheticEvent<HTMLButtonElement>>(
      theirs: ((event: E) => void) | undefined,
      ours: (button: HTMLButtonElement) => void,
    ) =>
    (event: E) => {
      theirs?.(event);
      // Hover and touch events also reach a disabled button.
      if (!event.defaultPrevented && !event.currentTarget.matches(":disabled")) ours(event.currentTarget);
    };
  const prepare = (): void => void (prepareOn === "intent" && connect.prepare());
  // Also for `undefined`, which a wrapper passes on: a button without a type submits the form around it.
  const { type = "button", ...others } = attributes;
  const isCustom = typeof children === "function";
  const own = isCustom || isBlank(children) ? null : children;
  const text = typeof own === "string" ? own : own === null ? undefined : null;
  const { label, reserved, isBusy, isConnected } = readButtonView(state, readButtonLabels(words), text);
  const element = (
    <button
      type={type}
      aria-haspopup={inline ? undefined : "dialog"}
      {...others}
      ref={button}
      className={joinNames("human-connect-button", attributes.className)}
      data-status={state.status}
      data-connected={isConnected ? "" : undefined}
      aria-busy={isBusy || undefined}
      onClick={on(attributes.onClick, (clicked) => {
        repeatEarlyPress(clicked);
        // Some browsers do not focus a clicked button, and the kit restores the focus to this button.
        clicked.focus({ preventScroll: true });
        void connect.open(inline ? { container: clicked.previousElementSibling! } : undefined);
      })}
      onPointerEnter={on(attributes.onPointerEnter, prepare)}
      onFocus={on(attributes.onFocus, prepare)}
      onTouchStart={on(attributes.onTouchStart, prepare)}
      onPointerDown={on(attributes.onPointerDown, prepare)}
    >
      {isCustom ? (
        wrapText(children(state))
      ) : (
        <>
          <span className="human-connect-icon" aria-hidden="true" />
          <span className="human-connect-label">{label ?? wrapText(own)}</span>
          {reserved.length > 0 && (
            <span className="human-connect-room" aria-hidden="true" data-text={reserved[0]} data-also={reserved[1]} />
          )}
        </>
      )}
    </button>
  );
  const content = (
    <>
      {element}
      {line}
    </>
  );
  if (!inline) return content;
  return (
    <div className="human-connect-inline" data-status={state.status}>
      {/* Shows Connect. First, because CSS hides the siblings after it while it has children. */}
      <div className="human-connect-frame" />
      {content}
    </div>
  );
}
