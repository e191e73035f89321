// Fails when a module imports from a room above its own, or in a circle, types included. A dynamic import may go anywhere, because that is
// what makes a part lazy, but not in a circle that would be none without it.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { rooms } from "./rooms.mjs";

/** A room that holds more has another one in it. */
const mostFiles = 15;

const root = fileURLToPath(new URL("../", import.meta.url));

/** @returns {string[]} Modules below a folder, from there. */
function listModules(folder) {
  const isModule = (file) => /(?<!\.d)\.(ts|tsx|mts)$/.test(file);
  return readdirSync(root + folder, { recursive: true }).filter(isModule);
}

/** @returns {{ used: string, isLazy: boolean }[]} What a module imports of its own package. */
function readImports(folder, file) {
  const source = readFileSync(`${root}${folder}/${file}`, "utf8");
  const pattern = /\bfrom "(\.[^"]+)"|^import "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm;
  return [...source.matchAll(pattern)].flatMap(([, named, bare, lazy]) => {
    const path = posix.join(posix.dirname(file), named ?? bare ?? lazy);
    const used = [path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".tsx")].find((one) =>
      existsSync(`${root}${folder}/${one}`),
    );
    return used ? [{ used, isLazy: lazy !== undefined }] : [];
  });
}

/** How high a module lies. @returns {number | undefined} Undefined in a folder that is no room. */
function findFloor(order, file) {
  const place = file.includes("/") ? file.slice(0, file.indexOf("/")) : file;
  const floor = order.indexOf(place);
  if (floor >= 0) return floor;
  return place === file ? order.length : undefined;
}

/** @returns {string[]} A circle of imports, if there is one. */
function findCircle(imports) {
  const done = new Set();
  const visit = (file, way) => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    done.add(file);
    for (const { used } of imports.get(file) ?? []) {
      const circle = visit(used, [...way, file]);
      if (circle.length) return circle;
    }
    return [];
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle.length) return circle;
  }
  return [];
}

const faults = [];
let count = 0;
let arrows = 0;
for (const [folder, named] of Object.entries(rooms)) {
  const order = Object.keys(named);
  const imports = new Map(listModules(folder).map((file) => [file, readImports(folder, file)]));
  for (const [file, used] of imports) {
    count += 1;
    arrows += used.length;
    const floor = findFloor(order, file);
    if (floor === undefined) faults.push(`${folder}/${file} stands in no room of scripts/rooms.mjs`);
    for (const one of used)
      if (!one.isLazy && findFloor(order, one.used) > floor)
        faults.push(`${folder}/${file} imports ${one.used}, which lies above it`);
  }
  const circle = findCircle(imports);
  if (circle.length) faults.push(`${folder} has a circle: ${circle.join(" > ")}`);
  for (const room of ["", ...order]) {
    const files = [...imports.keys()].filter((file) => posix.dirname(file) === (room || "."));
    if (files.length > mostFiles)
      faults.push(`${folder}/${room} holds ${files.length} modules; ${mostFiles} are enough for a room`);
  }
  for (const room of order) if (!existsSync(`${root}${folder}/${room}`)) faults.push(`${folder} has no room ${room}`);
}
for (const fault of faults) console.error(`[imports] ${fault}`);
const sum = Object.values(rooms).reduce((all, named) => all + Object.keys(named).length, 0);
console.log(
  `[imports] ${count} modules in ${sum} rooms, ${arrows} imports; ${faults.length} that go up or in a circle, or rooms too full`,
);
process.exitCode = faults.length ? 1 : 0;
