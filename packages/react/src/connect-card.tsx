import { type HumanConnectOptions, type HumanConnectState, describeState, readCardLabels } from "@human-connect/core";
import { isLongList, type ListedSource } from "@human-connect/core/face";
import {
  forwardRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type ReactNode,
  type RefAttributes,
} from "react";
import { BareButton, type ButtonProps } from "./bare-button.js";
import type { OptionsOrConnect } from "./connect-button.js";
import { ConnectionList } from "./connection-list.js";
import { isBlank, wrapText } from "./content.js";
import { LiveLine } from "./live-line.js";
import { joinNames, splitProps } from "./split-props.js";
import { useConnect, useConnectState } from "./use-human-connect.js";
import { useVoice } from "./use-voice.js";
import { useWords } from "./use-words.js";

interface OwnProps
  extends Omit<ButtonProps, "children">, Omit<HTMLAttributes<HTMLElement>, keyof HumanConnectOptions | "children"> {
  /** Level of the heading, 1 to 6. Default 2. */
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
  /** Default false. */
  disabled?: boolean | undefined;
  /** Content of the heading. Default: the label of the locale; `null`, and other content without text, leaves the heading out. */
  heading?: ReactNode;
  /** Content of the privacy line. Default: the label of the locale; `null`, and other content without text, leaves the line out. */
  privacy?: ReactNode;
  /** Shown instead of an empty list. Default: the label `noConnections`. */
  empty?: ReactNode;
  /** Renders one source. Default: its name and its status. */
  source?: ((source: ListedSource) => ReactNode) | undefined;
  /** Content of the button, in every state. Default: an icon and the label of the locale. */
  button?: ((state: HumanConnectState) => ReactNode) | undefined;
  /** Content of the status line. Default: the text of the locale. */
  status?: ((state: HumanConnectState) => ReactNode) | undefined;
  /** Extra content below the button. */
  children?: ReactNode;
}

/** `undefined` is for the default, and anything else that is empty leaves the part out. */
const isShown = (content: ReactNode): boolean => content === undefined || !isBlank(content);

/** Options of the core, or an instance from `useHumanConnect`, which has its options already, beside the attributes of a `<section>`. */
export type ConnectCardProps = OwnProps & OptionsOrConnect;

/**
 * A card for a settings page: a heading, a privacy line, every source with its status, the button and the progress. You can replace
 * each part. Inside a `HumanConnectProvider` it needs no options.
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
        {isShown(heading) && <Heading className="human-connect-heading">{wrapText(heading) ?? labels.heading}</Heading>}
        {isShown(privacy) && <p className="human-connect-privacy">{wrapText(privacy) ?? labels.privacy}</p>}
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
            {...{ connect, state, words, inline, prepareOn }}
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
