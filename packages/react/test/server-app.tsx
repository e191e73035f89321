import {
  ConnectButton,
  ConnectCard,
  ConnectionList,
  ConnectStatus,
  HumanConnectProvider,
  useHumanConnect,
} from "@human-connect/react";
import { StrictMode, type ReactElement } from "react";
import type { HumanConnectOptions } from "@human-connect/core";

const alder = { id: "a1", name: "Alder Clinic" };

function Line(): ReactElement {
  const { status, currentConnections } = useHumanConnect();
  return <output>{`${status} ${currentConnections.length}`}</output>;
}

/** Everything that the package draws, as a page of a customer has it: rendered by a server, then hydrated. */
export function App(options: HumanConnectOptions): ReactElement {
  return (
    <StrictMode>
      <HumanConnectProvider {...options} locale="es" initialConnections={[alder]}>
        <ConnectButton prepareOn="visible" />
        <ConnectionList />
        <ConnectStatus />
        <Line />
        <ConnectCard locale="en" />
        <ConnectButton inline locale="en" />
      </HumanConnectProvider>
      <ConnectButton {...options} className="mine">
        Share
      </ConnectButton>
    </StrictMode>
  );
}

/** What a server writes, and what a client draws at first. */
export const markup = [
  '<button type="button" aria-haspopup="dialog" class="human-connect-button" data-status="idle" data-connected="">',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label">Añadir o quitar fuentes</span>',
  '<span class="human-connect-room" aria-hidden="true" data-text="Conectar tus datos de salud" data-also="Intentar de nuevo"></span>',
  "</button>",
  '<span role="status" class="human-connect-live"></span>',
  '<ul aria-label="Tus fuentes" class="human-connect-list"><li class="human-connect-source" data-status="connected">Alder Clinic</li></ul>',
  '<p class="human-connect-status" data-status="idle">1 fuente conectada</p>',
  "<output>idle 1</output>",
  '<section class="human-connect-card" data-status="idle" data-connected="">',
  '<h2 class="human-connect-heading">Your health data</h2>',
  '<p class="human-connect-privacy">You choose what to share, and you can disconnect a source at any time.</p>',
  '<ul aria-label="Your sources" class="human-connect-list">',
  '<li class="human-connect-source" data-status="connected">',
  '<span class="human-connect-source-name">Alder Clinic</span><span class="human-connect-source-status">Connected</span>',
  "</li></ul>",
  '<div class="human-connect-actions">',
  '<button type="button" aria-haspopup="dialog" class="human-connect-button" data-status="idle" data-connected="">',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label">Add or remove sources</span>',
  '<span class="human-connect-room" aria-hidden="true" data-text="Connect your health data" data-also="Try again"></span>',
  "</button>",
  '<span role="status" class="human-connect-live"></span><p class="human-connect-status" data-status="idle">1 source connected</p>',
  "</div></section>",
  '<div class="human-connect-inline" data-status="idle"><div class="human-connect-frame"></div>',
  '<button type="button" class="human-connect-button" data-status="idle" data-connected="">',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label">Add or remove sources</span>',
  '<span class="human-connect-room" aria-hidden="true" data-text="Connect your health data" data-also="Try again"></span>',
  "</button>",
  '<span role="status" class="human-connect-status" data-status="idle"></span></div>',
  '<button type="button" aria-haspopup="dialog" class="human-connect-button mine" data-status="idle">',
  '<span class="human-connect-icon" aria-hidden="true"></span>',
  '<span class="human-connect-label">Share</span>',
  '<span class="human-connect-room" aria-hidden="true" data-text="Share" data-also="Try again"></span>',
  "</button>",
  '<span role="status" class="human-connect-live"></span>',
].join("");
