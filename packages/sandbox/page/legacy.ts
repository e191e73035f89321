import { openFirst } from "./host/legacy-api.js";
import { createLegacyHost } from "./host/legacy-host.js";
import { readLegacyLaunch } from "./host/legacy-launch.js";
import { playPopup } from "./state/legacy-popup-scenario.js";
import { openSession } from "./host/legacy-session.js";
import { start } from "./start.js";

const launch = readLegacyLaunch(location.search);
const session = openSession(launch);
const host = createLegacyHost(session);
playPopup(start((path, init) => fetch(path, init), { host, launch, adapt: (api) => openFirst(api, launch, session) }));
