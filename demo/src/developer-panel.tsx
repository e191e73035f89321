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
      <div>
        <h2>Setup</h2>
        <SettingsForm settings={settings} {...form} />
      </div>
      <div>
        <h2>Events</h2>
        <EventList connect={connect} />
      </div>
      <div>
        <h2>Timings</h2>
        <TimingChart />
      </div>
      <div>
        <h2>State</h2>
        <StateView connect={connect} />
      </div>
    </section>
  );
}
