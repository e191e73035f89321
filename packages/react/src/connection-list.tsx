import { readViewLabels, type HumanConnect, type LabelOptions, type Source } from "@human-connect/core";
import type { HTMLAttributes, ReactElement, ReactNode } from "react";
import { useConnect, useConnectState } from "./use-human-connect.js";
import { useWords } from "./use-words.js";

export interface ConnectionListProps extends Omit<HTMLAttributes<HTMLUListElement>, "children">, LabelOptions {
  /** A connection of `useHumanConnect`. Default: the provider's. */
  connect?: HumanConnect;
  /** What stands in for an empty list. Default: a line that says so. */
  empty?: ReactNode;
  /** Draws one source. Default: its name. */
  children?: (source: Source) => ReactNode;
}

/**
 * What this person has connected, live.
 *
 * @throws {TypeError} With neither `connect` nor a provider.
 */
export function ConnectionList({
  connect: given,
  labels,
  locale,
  empty,
  className,
  children,
  ...attributes
}: ConnectionListProps): ReactElement {
  const { currentConnections } = useConnectState(useConnect({}, given));
  const words = readViewLabels(useWords({ labels, locale }));
  const extra = className ? ` ${className}` : "";
  if (!currentConnections.length && empty !== undefined) return <>{empty}</>;
  if (!currentConnections.length)
    return (
      <p {...(attributes as HTMLAttributes<HTMLParagraphElement>)} className={`human-connect-empty${extra}`}>
        {words.noConnections}
      </p>
    );
  return (
    <ul aria-label={words.connections} {...attributes} className={`human-connect-list${extra}`}>
      {currentConnections.map((source) => (
        <li key={source.id} className="human-connect-source">
          {children ? children(source) : source.name}
        </li>
      ))}
    </ul>
  );
}
