import { createHostedHost } from "./hosted-host.js";
import { start } from "./start.js";

start((path, init) => fetch(path, init), { host: createHostedHost() });
