import { findChrome, findFirefox, findWebKit } from "../../scripts/browsers.mjs";
import { isChosen } from "./chosen-engine.ts";
import { launchChromium, launchFirefox } from "./puppeteer-driver.ts";
import { launchWebKit } from "./webkit-driver.ts";

/** The engines that are here and chosen. Without its program an engine is left out, as scripts/browsers.mjs has said. */
export const engines = [
  { engine: "chromium", path: findChrome(), launch: launchChromium },
  { engine: "firefox", path: findFirefox(), launch: launchFirefox },
  { engine: "webkit", path: findWebKit(), launch: launchWebKit },
].filter(({ engine, path }) => path && isChosen(engine));
