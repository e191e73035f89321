import type { HumanConnect } from "@human-connect/core";
import {
  ConnectButton,
  ConnectionList,
  ConnectStatus,
  HumanConnectProvider,
  useHumanConnect,
} from "@human-connect/react";
import { useLayoutEffect, type ReactElement } from "react";
import type { FaceProps } from "./faces.ts";
import { HealthDataPage } from "./health-data-page.tsx";
import { VisitCard } from "./visit-card.tsx";
import { words } from "./words.ts";

/** The patient app in React: one provider, and everything below it tells the same story. */
export function ReactFace({ options, language, inline, onReady }: FaceProps): ReactElement {
  const text = words[language];
  return (
    <HumanConnectProvider {...options}>
      <HealthDataPage
        language={language}
        list={<ConnectionList empty={<p className="human-connect-empty">{text.empty}</p>} />}
        button={<ConnectButton inline={inline} message={inline ? "shown" : "hidden"} />}
        status={inline ? null : <ConnectStatus />}
      >
        <VisitCard text={text} button={<ConnectButton message="hidden" />} status={<ConnectStatus />} />
      </HealthDataPage>
      <Report onReady={onReady} />
    </HumanConnectProvider>
  );
}

/** Hands the provider's connection over before anything is painted. */
function Report({ onReady }: { onReady: (connect: HumanConnect) => void }): null {
  const { connect } = useHumanConnect();
  useLayoutEffect(() => onReady(connect), [connect, onReady]);
  return null;
}
