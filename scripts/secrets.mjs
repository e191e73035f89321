// Fails when something that only a server may have is in a bundle for browsers, and when the repository holds a token, a secret
// or a place of the machine. `node scripts/secrets.mjs FOLDER…` looks for the former in these folders alone.
import { fileURLToPath } from "node:url";
import { collectMarkers, findSecrets } from "./secrets-find.mjs";
import { readPlaces } from "./secrets-machine.mjs";
import { findTreeLeaks } from "./secrets-tree.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (path) => root + path;
const ours = ["core", "react", "vue", "element"].map((name) => at(`packages/${name}/dist`));
const given = process.argv.slice(2);
const folders = given.length ? given : [...ours, at("packages/sandbox/dist/page"), at("demo/dist")];

const markers = collectMarkers(at("packages/server/dist"));
const found = folders.map((folder) => findSecrets(folder, markers));
const sum = (name) => found.reduce((total, part) => total + part[name], 0);
const faults = found.flatMap((part) => part.faults);
if (sum("guards") === 0) faults.push("The guard of core that refuses a client secret is nowhere. Is core in it?");
if (markers.length === 0) faults.push("The server package has no sentence to look for. Is it built?");

if (given.length === 0) {
  const tree = findTreeLeaks(root, { places: readPlaces() });
  faults.push(...tree.faults);
  console.log(`[secrets] ${tree.files} files of the repository: ${tree.faults.length} faults`);
}
for (const fault of faults) console.error(`[secrets] ${fault.startsWith(root) ? fault.slice(root.length) : fault}`);
console.log(
  `[secrets] ${sum("files")} scripts for browsers, ${markers.length} sentences of the server, ` +
    `${sum("guards")} guards that name the client secret to refuse it: ${faults.length} faults`,
);
process.exitCode = faults.length ? 1 : 0;
