import "@human-connect/element/define";
import type { HumanConnectButton } from "@human-connect/element";
import type {} from "@human-connect/element/react-types";
import { useLayoutEffect, useRef, type ReactElement } from "react";
import type { FaceProps } from "./faces.ts";
import { HealthDataPage } from "./health-data-page.tsx";
import { VisitCard } from "./visit-card.tsx";
import { words } from "./words.ts";

/** The patient app with the custom elements: the button has the connection, the others follow it by its id. */
export function ElementFace({ options, language, inline, onReady }: FaceProps): ReactElement {
  const text = words[language];
  const button = useRef<HumanConnectButton>(null);
  useLayoutEffect(() => onReady(button.current!.connect), [onReady]);
  return (
    <HealthDataPage
      language={language}
      list={
        <human-connect-list for="connect">
          <p slot="empty" className="human-connect-empty">
            {text.empty}
          </p>
        </human-connect-list>
      }
      button={
        <human-connect-button
          ref={button}
          id="connect"
          inline={inline}
          message={inline ? "shown" : "hidden"}
          options={options}
        />
      }
      status={inline ? null : <human-connect-status for="connect" />}
    >
      <VisitCard
        text={text}
        // It opens the same connection.
        button={<human-connect-button for="connect" message="hidden" />}
        status={<human-connect-status for="connect" />}
      />
    </HealthDataPage>
  );
}
