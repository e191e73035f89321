import { readViewLabels, type HumanConnect, type LabelOptions, type Source } from "@human-connect/core";
import { useContext, type HTMLAttributes, type ReactElement, type ReactNode } from "react";
import { ConnectContext } from "./connect-context.js";
import { useConnect, useConnectState } from "./use-human-connect.js";

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
export function ConnectionList({ connect: given, labels, locale, empty, className, children, ...attributes }: ConnectionListProps): ReactElement {
  const { currentConnections } = useConnectState(useConnect(undefined, given));
  const shared = useContext(ConnectContext);
  const words = readViewLabels({ labels: labels ?? shared?.labels, locale: locale ?? shared?.locale });
  const extra = className ? ` ${className}` : "";
  if (!currentConnections.length) return <>{empty ?? <p className={`human-connect-empty${extra}`}>{words.noConnections}</p>}</>;
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
