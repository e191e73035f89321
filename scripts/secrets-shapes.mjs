// How a token, a secret and the machine that built a file look in text. What is found is never repeated, only where it stands.

/** @typedef {{ what: string, line: number, text: string }} Leak `text` is what was found: compare it, never print it. */

/** Each is far too long and regular to be a word. The sandbox's and the tests' short stand-ins, such as `idrt-1`, are none. */
const shapes = [
  ["a JSON web token", /\beyJ[\w-]{16,}\.[\w-]*\.[\w-]+/g],
  ["a refresh token of Human API", /\b(?:idrt|atrt)-[\w-]{16,}/g],
  ["40 hexadecimal digits, as client ids and secrets of Human API have", /(?<![\w+/=-])[\da-f]{40}(?![\w+/=-])/gi],
  ["a key of Human API", /\bhapi[-_](?=[\w-]*\d)[\w-]{16,}/gi],
  ["a client secret", /\bclient_?secret["']?\s*[:=]\s*(["'`])[^\s"'`$]{16,}\1/gi],
  ["a bearer token", /\bbearer\s+(?=[\w.~+/-]*\d)[\w.~+/-]{24,}/gi],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/g],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/g],
  ["a registry's token", /:_(?:authToken|auth|password)\s*=\s*[^\s$"'`]/g],
  ["a token of GitHub", /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,})\b/g],
  ["a key of AWS", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ["a key of another service", /\b(?:AIza[\w-]{35}|sk_live_\w{16,}|xox[abprs]-[\w-]{16,})/g],
  ["a URL with a password", /\bhttps?:\/\/[^\s/@:"'`]+:[^\s/@"'`$]{6,}@/g],
  ["somebody's home directory", /(?<![\w.-])\/(?:home|Users)\/[\w.-]+\/|(?<![\w./-])\/root\/|\b[A-Z]:\\+Users\\+\w/g],
  ["a file of the machine", /\bfile:\/\/\/?[\w%]/g],
  [
    "a package registry",
    /\b(?:registry\.[\w-]+\.[a-z]{2,}|npm\.pkg\.github\.com|[\w.-]+\.(?:jfrog\.io|pkg\.dev)|[\w.-]+\.codeartifact\.[\w.-]+)/g,
  ],
];

/**
 * Looks for what must not be published or committed.
 *
 * @param {string} text
 * @param {readonly string[]} [places] Texts that tell where the machine keeps things, such as the absolute path of the workspace.
 * @returns {Leak[]}
 */
export function findLeaks(text, places = []) {
  const found = shapes.flatMap(([what, shape]) =>
    [...text.matchAll(shape)].map((match) => ({ what, index: match.index, text: match[0] })),
  );
  for (const place of places.flatMap(spellings)) {
    const index = text.indexOf(place);
    if (index >= 0) found.push({ what: "a place of this machine", index, text: place });
  }
  return found.map(({ what, index, text: leak }) => ({ what, line: countLines(text, index), text: leak }));
}

/** As it is, as JSON has it, and as a URL has it. */
function spellings(place) {
  return [...new Set([place, JSON.stringify(place).slice(1, -1), encodeURI(place.replaceAll("\\", "/"))])];
}

function countLines(text, index) {
  return text.slice(0, index).split("\n").length;
}
