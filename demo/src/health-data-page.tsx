import { ConnectButton, ConnectionList, ConnectStatus } from "@human-connect/react";
import type { ReactElement } from "react";
import { Avatar, Lock, Mark } from "./icons.tsx";
import type { Settings } from "./settings.ts";
import { VisitCard } from "./visit-card.tsx";
import { words } from "./words.ts";

/** The settings page of a made-up patient app, as a customer would write it. */
export function HealthDataPage({ language }: Pick<Settings, "language">): ReactElement {
  const text = words[language];
  return (
    <section className="product" aria-label="Otterbrook" lang={language}>
      <div className="product-bar">
        <p className="product-name">
          <Mark />
          Otterbrook
        </p>
        <Avatar label={text.signedIn} />
      </div>
      <div className="product-page">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <section className="card" aria-labelledby="sources">
          <h2 id="sources">{text.sources}</h2>
          <ConnectionList empty={<p className="human-connect-empty">{text.empty}</p>} />
          <div className="card-action">
            <ConnectButton />
            <ConnectStatus />
          </div>
          <p className="privacy">
            <Lock />
            {text.privacy}
          </p>
        </section>
        <VisitCard text={text} />
      </div>
    </section>
  );
}
