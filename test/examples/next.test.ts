import { runExample } from "./run-example.ts";

const next = "node_modules/next/dist/bin/next";

// The build checks the types too.
runExample({ name: "next", build: [next, "build"], start: [next, "start"], outputs: [".next"] });
