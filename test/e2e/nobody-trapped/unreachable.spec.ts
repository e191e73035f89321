import { test } from "@playwright/test";
import { chromiumOptions, findChrome } from "../../../scripts/browsers.mjs";
import { faces } from "../../support/faces.ts";
import { runTrouble } from "./run-troubles.ts";
import { unreachable } from "./troubles.ts";

test.use({ launchOptions: chromiumOptions(findChrome()) });

for (const face of faces) runTrouble(face, unreachable, 0);
