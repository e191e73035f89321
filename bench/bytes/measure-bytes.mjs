// Bytes of the kit's uses, of the peers' and of the vendor's client.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle, frameworks } from "../../scripts/size/bundle.mjs";
import { measureSizes } from "../../scripts/size/measure.mjs";
import { brotli, weigh } from "../../scripts/size/weigh.mjs";
import { root } from "../builds/folders.mjs";
import { handWritten, peerUses } from "./peer-uses.mjs";

/**
 * @param {import("../builds/builds.mjs").Build[]} builds
 * @param {string} peers Where the peers are installed.
 * @returns {Promise<{ kit: Record<string, object>, peers: Record<string, number>, floor: number, vendor: number }>}
 */
export async function measureBytes(builds, peers) {
  const kit = {};
  for (const { label, folder } of builds) kit[label] = (await measureSizes(join(folder, "node_modules"))).sizes;
  const others = {};
  for (const [name, code] of Object.entries(peerUses)) others[name] = (await weigh(code, peers)).all;
  const vendor = brotli(
    readFileSync(join(root, "node_modules/humanapi-connect-client/build/humanapi-connect-client.js")),
  );
  for (const sizes of Object.values(kit)) sizes.together = { all: sizes.core.all + vendor };
  const [floor] = await bundle(handWritten, peers, { external: frameworks });
  return { kit, peers: others, floor: brotli(floor.code), vendor };
}
