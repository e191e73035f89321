import { HumanConnectProvider } from "@human-connect/react";
import type { ConnectEvent } from "@human-connect/core";
import { useMemo, type ReactElement } from "react";
import { createBackend } from "./backend.ts";
import { DeveloperPanel } from "./developer-panel.tsx";
import type { FaceProps } from "./faces.ts";
import { HealthDataPage } from "./health-data-page.tsx";
import { createVendorClient } from "./vendor-client.ts";

/** The patient app in React: one provider, and everything below it tells the same story. */
export function ReactFace({ config, settings, onChange }: FaceProps): ReactElement {
  const backend = useMemo(() => createBackend(settings.scenario), [settings.scenario]);
  const client = useMemo(() => createVendorClient(settings.client, config.cdnUrl), [settings.client, config.cdnUrl]);
  const save = ({ session }: ConnectEvent<"connect" | "disconnect" | "close">): void =>
    backend.saveConnections(session.currentConnections);
  return (
    <HumanConnectProvider
      getToken={backend.getToken}
      baseUrl={config.connectUrl}
      client={client}
      initialConnections={config.initialConnections}
      locale={settings.language}
      onConnect={save}
      onDisconnect={save}
      onClose={save}
    >
      <HealthDataPage language={settings.language} />
      <DeveloperPanel
        settings={settings}
        scenarios={config.scenarios}
        onChange={onChange}
        onStartOver={backend.startOver}
      />
    </HumanConnectProvider>
  );
}
