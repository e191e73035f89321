import { runExample } from "./run-example.ts";

runExample({ name: "express", start: ["server.ts"] });
