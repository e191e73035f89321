import type { ReactElement, ReactNode } from "react";
import { Avatar, Lock, Mark } from "./icons.tsx";
import type { Settings } from "./settings.ts";
import { words } from "./words.ts";

export interface HealthDataPageProps {
  language: Settings["language"];
  list: ReactNode;
  button: ReactNode;
  status: ReactNode;
  /** More cards. */
  children: ReactNode;
}

/** The settings page of a made-up patient app, around the parts of the kit. */
export function HealthDataPage({ language, list, button, status, children }: HealthDataPageProps): ReactElement {
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
          {list}
          <div className="card-action">
            {button}
            {status}
          </div>
          <p className="privacy">
            <Lock />
            {text.privacy}
          </p>
        </section>
        {children}
      </div>
    </section>
  );
}
