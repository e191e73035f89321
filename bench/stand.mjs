// Everything that the measurements share: the builds, the pages, the servers and the browser.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "./browser/browser.mjs";
import { createBuilds } from "./builds/builds.mjs";
import { installPeers } from "./builds/peers.mjs";
import { startServers } from "./network/servers.mjs";
import { createHosts } from "./site/hosts.mjs";
import { createSite } from "./site/site.mjs";

const file = (path) => new URL(path, import.meta.url);

/**
 * @typedef {{ builds: import("./builds/builds.mjs").Build[], peers: string, browser: import("playwright").Browser, servers: { setNetwork:
 * (name: string) => void }, close: () => Promise<void> }} Stand
 *
 * @param {string} [base] An older commit to be measured beside this build.
 * @returns {Promise<Stand>}
 */
export async function createStand(base) {
  const peers = installPeers();
  const builds = createBuilds(base);
  const site = createSite();
  for (const page of listPages(builds, peers)) await site.add(page);
  const servers = await startServers(createHosts(site));
  const browser = await launch(servers.args);
  return {
    builds,
    peers,
    browser,
    servers,
    async close() {
      await browser.close();
      servers.close();
    },
  };
}

/** A page of a build is named after both: `kit-base`. */
function listPages(builds, peers) {
  const plain = (name, path, more) => ({ name, file: file(path), folder: peers, ...more });
  const look = "body { font: 16px/1.5 sans-serif; max-width: 40rem; margin: auto }";
  const pages = [
    plain("plain", "click/pages/plain.js", { css: look }),
    plain("parallel", "click/pages/parallel.js", { css: look }),
    plain("ready", "click/pages/ready.js", { css: look }),
    plain("sessions-floor", "sessions/pages/floor.js"),
    plain("sessions-vendor", "sessions/pages/vendor.js"),
  ];
  for (const { label, folder, hasDirect } of builds) {
    const css = look + readFileSync(join(folder, "node_modules/@human-connect/core/src/styles.css"), "utf8");
    const own = (name, path, more) => ({ name: `${name}-${label}`, file: file(path), folder, ...more });
    pages.push(
      own("kit", "click/pages/kit.js", { css }),
      ...(hasDirect ? [own("direct", "click/pages/direct.js", { css })] : []),
      ...["react", "vue", "element"].map((face) => own(face, `mount/pages/${face}.js`, { isEmpty: true })),
      own("normalise", "normalise/page.js"),
      own("sessions", "sessions/pages/kit.js"),
    );
  }
  return pages;
}
