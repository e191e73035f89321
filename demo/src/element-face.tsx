import "@human-connect/element/define";
import type { HumanConnectButton } from "@human-connect/element";
import type {} from "@human-connect/element/react-types";
import { useLayoutEffect, useRef, type MouseEvent, type ReactElement } from "react";
import type { FaceProps } from "./faces.ts";
import { HealthDataPage } from "./health-data-page.tsx";
import { VisitCard } from "./visit-card.tsx";
import { words } from "./words.ts";

/** The patient app with the custom elements: the button has the connection, the others follow it by its id. */
export function ElementFace({ options, language, inline, onReady }: FaceProps): ReactElement {
  const text = words[language];
  const button = useRef<HumanConnectButton>(null);
  useLayoutEffect(() => onReady(button.current!.connect), [onReady]);
  // While capturing: React would tell of it later than the element's own handler.
  const openOther = (event: MouseEvent): void => {
    event.preventDefault();
    void button.current?.open();
  };
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
        // An element of its own would be a connection of its own; this one lends its look to the one that is there.
        button={
          <human-connect-button prepare-on="none" message="hidden" locale={language} onClickCapture={openOther} />
        }
        status={<human-connect-status for="connect" />}
      />
    </HealthDataPage>
  );
}
