import type { HumanConnect } from "@human-connect/core";
import { Suspense, useDeferredValue, useMemo, useState, type ReactElement } from "react";
import type { PageConfig } from "../page-html.ts";
import { createBackend } from "./backend.ts";
import { DeveloperPanel } from "./developer-panel.tsx";
import { FaceTabs } from "./face-tabs.tsx";
import { faces } from "./faces.ts";
import { Mark } from "./icons.tsx";
import { useConnectOptions } from "./use-connect-options.ts";
import { useSettings } from "./use-settings.ts";

/** The frame around the demo: its name, a tab for each face of the kit, and the developer panel beside the face. */
export function App({ config }: { config: PageConfig }): ReactElement {
  const [settings, change] = useSettings();
  const [connect, setConnect] = useState<HumanConnect>();
  const backend = useMemo(() => createBackend(settings.scenario), [settings.scenario]);
  const options = useConnectOptions(config, settings, backend);
  // The face before stays until the next one is there. A session that it started now would end with it.
  const shown = useDeferredValue(settings.face);
  const isLeaving = shown !== settings.face;
  const { Face } = faces.find(({ id }) => id === shown)!;
  return (
    <>
      <header className="chrome" aria-label="Human Connect Kit" lang="en">
        <p className="chrome-name">
          <Mark />
          Human Connect Kit
        </p>
        <FaceTabs faces={faces} selected={settings.face} onSelect={(face) => change({ face })} />
        <a className="chrome-link" href="/cms">
          A CMS page
        </a>
      </header>
      <main aria-label="Demo">
        <div
          className="face"
          role="tabpanel"
          id="face"
          aria-labelledby={`face-${settings.face}`}
          inert={isLeaving}
          aria-busy={isLeaving || undefined}
        >
          <Suspense>
            <Face
              options={options}
              language={settings.language}
              inline={settings.place === "page"}
              onReady={setConnect}
            />
          </Suspense>
          {connect && (
            <DeveloperPanel
              key={shown}
              connect={connect}
              settings={settings}
              scenarios={config.scenarios}
              onChange={change}
              onStartOver={backend.startOver}
            />
          )}
        </div>
      </main>
    </>
  );
}
