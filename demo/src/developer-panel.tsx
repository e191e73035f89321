import type { HumanConnect } from "@human-connect/core";
import type { ReactElement } from "react";
import { EventList } from "./event-list.tsx";
import { SettingsForm, type SettingsFormProps } from "./settings-form.tsx";
import { StateView } from "./state-view.tsx";
import { TimingChart } from "./timing-chart.tsx";
import { useHostClose } from "./use-host-close.ts";

export interface DeveloperPanelProps extends SettingsFormProps {
  connect: HumanConnect;
}

/** What a developer wants to see beside the app: how it is set up, where it stands, what happened and how long it took. */
export function DeveloperPanel({ connect, settings, ...form }: DeveloperPanelProps): ReactElement {
  useHostClose(connect, settings.ending);
  return (
    <section className="panel" aria-label="Developer panel" lang="en" dir="ltr">
      <section aria-labelledby="setup">
        <h2 id="setup">Setup</h2>
        <SettingsForm settings={settings} {...form} />
      </section>
      <section aria-labelledby="events">
        <h2 id="events">Events</h2>
        <EventList connect={connect} />
      </section>
      <section aria-labelledby="timings">
        <h2 id="timings">Timings</h2>
        <TimingChart />
      </section>
      <section aria-labelledby="state">
        <h2 id="state">State</h2>
        <StateView connect={connect} />
      </section>
    </section>
  );
}
