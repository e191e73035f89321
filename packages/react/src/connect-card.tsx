import {
  describeState,
  isLongList,
  readCardLabels,
  type HumanConnectOptions,
  type HumanConnectState,
  type ListedSource,
} from "@human-connect/core";
import {
  forwardRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type ReactNode,
  type RefAttributes,
} from "react";
import { BareButton, joinNames, type ButtonProps } from "./bare-button.js";
import type { OptionsOrConnect } from "./connect-button.js";
import { ConnectionList } from "./connection-list.js";
import { LiveLine } from "./live-line.js";
import { splitProps } from "./split-props.js";
import { useConnect, useConnectState } from "./use-human-connect.js";
import { useVoice } from "./use-voice.js";
import { useWords } from "./use-words.js";
import { wrapText } from "./wrap-text.js";

interface OwnProps
  extends Omit<ButtonProps, "children">, Omit<HTMLAttributes<HTMLElement>, keyof HumanConnectOptions | "children"> {
  /** Level of the heading, 1 to 6. Default 2. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Default false. */
  disabled?: boolean | undefined;
  /** What the heading says. Default: the label of the locale; `null` leaves the heading out. */
  heading?: ReactNode;
  /** What is said about privacy. Default: the label of the locale; `null` leaves it out. */
  privacy?: ReactNode;
  /** What stands in for an empty list. Default: a line that says so. */
  empty?: ReactNode;
  /** Draws one source. Default: its name and its state. */
  source?: ((source: ListedSource) => ReactNode) | undefined;
  /** What is in the button, in every state. Default: an icon and the label of the locale. */
  button?: ((state: HumanConnectState) => ReactNode) | undefined;
  /** Says how it goes in other words. */
  status?: ((state: HumanConnectState) => ReactNode) | undefined;
  /** More, below the button. */
  children?: ReactNode;
}

/** Options of the core, or a connection of `useHumanConnect` that has them already, beside the attributes of a `<section>`. */
export type ConnectCardProps = OwnProps & OptionsOrConnect;

/**
 * What a page of settings needs: a heading, a word on privacy, every source with its state, the button and how it goes. Each
 * part can be replaced. Inside a `HumanConnectProvider` it needs no options.
 *
 * @example <ConnectCard tokenUrl="/api/human-connect/token" initialConnections={connections} />
 */
export const ConnectCard: ForwardRefExoticComponent<ConnectCardProps & RefAttributes<HTMLElement>> =
  /* @__PURE__ */ forwardRef<HTMLElement, ConnectCardProps>(function ConnectCard(props, ref) {
    const { connect: given, closeOnUnmount, inline, prepareOn, disabled, headingLevel = 2, ...parts } = props;
    const { heading, privacy, empty, source, button, status: say, children, className, ...rest } = parts;
    const [options, attributes] = splitProps(rest) as [Partial<HumanConnectOptions>, HTMLAttributes<HTMLElement>];
    const connect = useConnect({ ...options, closeOnUnmount }, given);
    const state = useConnectState(connect);
    const words = useWords(options, given);
    const voice = useVoice(connect, words);
    const labels = readCardLabels(words);
    const Heading = `h${headingLevel}` as const;
    const { length } = state.currentConnections;
    return (
      <section
        {...attributes}
        ref={ref}
        className={joinNames("human-connect-card", className)}
        data-status={state.status}
        data-connected={length ? "" : undefined}
      >
        {heading !== null && <Heading className="human-connect-heading">{wrapText(heading) ?? labels.heading}</Heading>}
        {privacy !== null && <p className="human-connect-privacy">{wrapText(privacy) ?? labels.privacy}</p>}
        <ConnectionList
          detailed
          connect={connect}
          empty={empty}
          tabIndex={isLongList(state) ? 0 : undefined}
          {...words}
        >
          {source}
        </ConnectionList>
        <div className="human-connect-actions">
          <BareButton
            {...{ connect, words, inline, prepareOn }}
            attributes={{ disabled }}
            status={
              <>
                <LiveLine {...voice} state={state} shows={say ? "never" : "error"} />
                {(say || state.status !== "error") && (
                  <p className="human-connect-status" data-status={state.status}>
                    {say ? wrapText(say(state)) : describeState(state, words, true)}
                  </p>
                )}
              </>
            }
          >
            {button}
          </BareButton>
        </div>
        {children}
      </section>
    );
  });
