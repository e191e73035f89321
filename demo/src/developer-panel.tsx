import type { ReactElement } from "react";
import type { PageConfig } from "../page-html.ts";
import { EventList } from "./event-list.tsx";
import type { Settings } from "./settings.ts";
import { SettingsForm } from "./settings-form.tsx";
import { StateView } from "./state-view.tsx";
import { TimingChart } from "./timing-chart.tsx";
import { useHostClose } from "./use-host-close.ts";

export interface DeveloperPanelProps {
  settings: Settings;
  scenarios: PageConfig["scenarios"];
  onChange: (changes: Partial<Settings>) => void;
  onStartOver: () => Promise<void>;
}

/** What a developer wants to see beside the app: how it is set up, where it stands, what happened and how long it took. */
export function DeveloperPanel({ settings, scenarios, onChange, onStartOver }: DeveloperPanelProps): ReactElement {
  useHostClose(settings.ending);
  return (
    <section className="panel" aria-label="Developer panel" lang="en" dir="ltr">
      <section aria-labelledby="setup">
        <h2 id="setup">Setup</h2>
        <SettingsForm settings={settings} scenarios={scenarios} onChange={onChange} onStartOver={onStartOver} />
      </section>
      <section aria-labelledby="events">
        <h2 id="events">Events</h2>
        <EventList />
      </section>
      <section aria-labelledby="timings">
        <h2 id="timings">Timings</h2>
        <TimingChart />
      </section>
      <section aria-labelledby="state">
        <h2 id="state">State</h2>
        <StateView />
      </section>
    </section>
  );
}
