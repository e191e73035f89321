// What a browser must never be sent: code of the server package, and the name under which it sends the client secret.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";

/** Core knows names of secrets by their ends, to refuse an answer that holds one (`token-exposed`). */
const guard = /\/\(secret\|\(access\|refresh\|client\)token\|apikey\|password\)\$\//g;

/** Its fake for tests names it as well, as an example of what was refused. */
const fakeRefusal = /(["'`])token-exposed\1:\s*\[\s*(["'`])any\2,\s*(["'`])client_secret\3\s*\]/g;

/** The sandbox of the stories runs in their page, and its secret guards nothing. */
const sandboxSecret = /\bclientSecret:\s*(["'`])sandbox-client-secret\1/g;
const sandboxSettings = /\bclientId:\s*[\w$]+,\s*clientSecret:\s*[\w$]+/g;

const secretName = /client_?secret/gi;
const serverImport = /(?:\bfrom|\bimport|\bimport\()\s*["'`]@human-connect\/server\b/;
const serverSource = /(?:^|\/)(?:packages|@human-connect)\/server\//;

/**
 * Sentences by which the server package is known in any bundle, minified or not: its error messages.
 *
 * @param {string} folder The package's built files.
 */
export function collectMarkers(folder) {
  const texts = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => [...readTexts(parseAst(readFileSync(join(folder, name), "utf8")))]);
  // Only what no minifier writes in another way.
  const runs = texts.flatMap((text) => text.match(/[\w ,.;:()-]{30,}/g) ?? []);
  return [...new Set(runs.map((run) => run.trim()))].filter((run) => run.split(" ").length > 3);
}

function* readTexts(node) {
  if (typeof node !== "object" || node === null) return;
  if (node.type === "Literal" && typeof node.value === "string") yield node.value;
  if (node.type === "TemplateElement") yield node.value.cooked ?? "";
  for (const child of Object.values(node)) yield* readTexts(child);
}

/**
 * Looks through a folder of files for browsers.
 *
 * @param {string} folder
 * @param {readonly string[]} markers
 * @returns {{ files: number, guards: number, faults: string[] }}
 */
export function findSecrets(folder, markers) {
  const found = { files: 0, guards: 0, faults: [] };
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];
  for (const name of names.filter((file) => /\.(?:[cm]?js|html|css|json|map)$/.test(file))) {
    const text = readFileSync(join(folder, name), "utf8");
    const { guards, faults } = name.endsWith(".map") ? readMap(text) : readCode(text, markers);
    if (/\.[cm]?js$/.test(name)) found.files++;
    found.guards += guards;
    found.faults.push(...faults.map((fault) => `${join(folder, name)}: ${fault}`));
  }
  if (found.files === 0) found.faults.push(`${folder}: no script in it. Build first.`);
  return found;
}

/** A map names every module of a bundle, also those that say nothing. */
function readMap(text) {
  const { sources = [] } = JSON.parse(text);
  const ours = sources.filter((source) => serverSource.test(source ?? ""));
  return { guards: 0, faults: ours.map((source) => `made from ${source}`) };
}

function readCode(text, markers) {
  const sentence = markers.find((marker) => text.includes(marker));
  const guards = text.match(guard)?.length ?? 0;
  const refused = text.replaceAll(guard, "").replaceAll(fakeRefusal, "");
  const isStory = text.includes("sandbox-client-secret");
  const own = isStory ? refused.replaceAll(sandboxSecret, "").replaceAll(sandboxSettings, "") : refused;
  return {
    guards,
    faults: [
      ...(sentence ? [`code of the server package: "${sentence}"`] : []),
      ...(serverImport.test(text) ? ["imports the server package"] : []),
      ...[...own.matchAll(secretName)].map(({ index }) => `names the client secret: …${excerpt(own, index)}…`),
    ],
  };
}

const excerpt = (text, index) => text.slice(Math.max(0, index - 30), index + 30).replaceAll(/\s+/g, " ");
