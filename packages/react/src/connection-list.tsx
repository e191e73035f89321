import { type HumanConnect, type LabelOptions, readViewLabels } from "@human-connect/core";
import { describeSource, listSources, type ListedSource } from "@human-connect/core/face";
import type { HTMLAttributes, ReactElement, ReactNode } from "react";
import { joinNames } from "./split-props.js";
import { useConnect, useConnectState } from "./use-human-connect.js";
import { useWords } from "./use-words.js";
import { wrapText } from "./content.js";

export interface ConnectionListProps extends Omit<HTMLAttributes<HTMLUListElement>, "children">, LabelOptions {
  /** An instance from `useHumanConnect`. Default: the provider's. */
  connect?: HumanConnect | undefined;
  /** Shown instead of an empty list. Default: the label `noConnections`. */
  empty?: ReactNode;
  /** Also shows the status of each source, and lists the sources that were just disconnected or requested. Default false. */
  detailed?: boolean | undefined;
  /** Renders one source. Default: its name; with `detailed`, also its status. */
  children?: ((source: ListedSource) => ReactNode) | undefined;
}

/**
 * A live list of the sources that the user has connected.
 *
 * @throws {TypeError} With neither `connect` nor a provider above.
 */
export function ConnectionList({
  connect: given,
  labels,
  locale,
  empty,
  detailed = false,
  className,
  children,
  ...attributes
}: ConnectionListProps): ReactElement {
  const sources = listSources(useConnectState(useConnect({}, given)), detailed);
  const words = useWords({ labels, locale }, given);
  const { connections, noConnections } = readViewLabels(words);
  if (!sources.length && empty !== undefined) return <>{wrapText(empty)}</>;
  if (!sources.length)
    return (
      <p
        {...(attributes as HTMLAttributes<HTMLParagraphElement>)}
        className={joinNames("human-connect-empty", className)}
      >
        {noConnections}
      </p>
    );
  return (
    <ul aria-label={connections} {...attributes} className={joinNames("human-connect-list", className)}>
      {sources.map((source) => (
        <li key={source.id} className="human-connect-source" data-status={source.status}>
          {children ? wrapText(children(source)) : detailed ? <Detail source={source} words={words} /> : source.name}
        </li>
      ))}
    </ul>
  );
}

function Detail({ source, words }: { source: ListedSource; words: LabelOptions }): ReactElement {
  return (
    <>
      <span className="human-connect-source-name">{source.name}</span>
      <span className="human-connect-source-status">{describeSource(source, words)}</span>
    </>
  );
}
