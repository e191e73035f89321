import { createHostedHost } from "./host/hosted-host.js";
import { start } from "./start.js";

start((path, init) => fetch(path, init), { host: createHostedHost() });
