import { npmClient } from "@human-connect/core/npm";
import { namedClients } from "./attributes/named-clients.js";

// Only a bundler can provide the package: after this import, `client="npm"` selects it.
namedClients.set("npm", npmClient);
