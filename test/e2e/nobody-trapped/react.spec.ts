import { runTroubles } from "./run-troubles.ts";

runTroubles("react");
