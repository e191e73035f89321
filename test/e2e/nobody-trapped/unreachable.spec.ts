import { test } from "@playwright/test";
import { chromiumOptions, findChrome } from "../../../scripts/browsers.mjs";
import { runTrouble } from "./run-troubles.ts";
import { unreachable } from "./troubles.ts";

test.use({ launchOptions: chromiumOptions(findChrome()) });

for (const face of ["react", "vue", "element"] as const) runTrouble(face, unreachable);
