import { openFirst } from "./legacy-api.js";
import { createLegacyHost } from "./legacy-host.js";
import { readLegacyLaunch } from "./legacy-launch.js";
import { playPopup } from "./legacy-popup-scenario.js";
import { openSession } from "./legacy-session.js";
import { start } from "./start.js";

const launch = readLegacyLaunch(location.search);
const session = openSession(launch);
const host = createLegacyHost(session);
playPopup(start((path, init) => fetch(path, init), { host, launch, adapt: (api) => openFirst(api, launch, session) }));
