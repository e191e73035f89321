import { runExample } from "./run-example.ts";

runExample({ name: "hono", start: ["server.ts"] });
