import { npmClient } from "@human-connect/core/npm";
import { namedClients } from "./attributes/named-clients.js";

// For pages with a bundler, which alone can bring the package: from here on `client="npm"` means it.
namedClients.set("npm", npmClient);
