/**
 * Takes out what was drawn at random: keys and tokens of whatever shape, for which no name stands nearby. What people have named,
 * such as words, hosts, files, errors and numbers, stays, because a log without them helps nobody.
 *
 * @param instead What stands in the place of what is taken out.
 */
export function replaceRandom(text: string, instead: string): string {
  // All that a token can be made of. A colon is not: it parts a host and its port.
  return text.replaceAll(/[\w+/=.~%-]{16,}/g, (run, start: number) => {
    if (/^[A-Za-z]+(?:Error|Exception|Warning)$/.test(run)) return run;
    // The name of a function in a stack, which tells where to look.
    if (
      /^[\w.$]+$/.test(run) &&
      !/\d/.test(run) &&
      /\n {2,8}at (?:async |new )?$/.test(text.slice(0, start).slice(-24))
    )
      return run;
    const isFile = /node_modules\/|\.(?:[cm]?[jt]sx?|vue|svelte|json|wasm|map|html|css)$/.test(run);
    const isRandom = isFile ? isWhollyRandom : isMostlyRandom;
    const parted = run.replaceAll(/[^/]+/g, (part) => (isRandom(part) ? instead : part));
    // Base64 has slashes as well, but no dot.
    return !isFile && !run.includes(".") && (isMostlyRandom(run) || isHardlyReadable(run)) ? instead : parted;
  });
}

/** So many letters at random are a key; fewer are the hash in the name of a file, or that of a container. */
const leastRandom = 16;

/** So many are one where they are most of what is written. */
const leastOfMost = 12;

const split = (text: string): string[] => text.split(/%(?:25)*[\da-f]{2}|[^a-z\d]+/i).filter(Boolean);
const count = (pieces: readonly string[]): number => pieces.reduce((sum, { length }) => sum + length, 0);
const countRandom = (text: string): number => count(split(text).filter((piece) => !isOrdinary(piece)));

function isMostlyRandom(text: string): boolean {
  const random = countRandom(text);
  return random >= leastRandom || (random >= leastOfMost && random * 2 >= text.length);
}

/** Files of a build have a hash behind their name, or for one. */
function isWhollyRandom(text: string): boolean {
  const random = countRandom(text);
  return random >= 24 && random >= text.replace(/\.\w+$/, "").length;
}

/** What signs cut into small pieces is no name either, unless the pieces are words and numbers. */
function isHardlyReadable(text: string): boolean {
  const pieces = split(text);
  if (text.length < 20 || pieces.length === 1) return false;
  const isJoined = isMixed(text) && (!text.startsWith("/") || text.includes("+"));
  if (isJoined && pieces.some((piece) => /[a-z\d][A-Z]|\d[a-z]|[A-Z]{2}[a-z]/.test(piece))) return true;
  return count(pieces.filter(isReadable)) * 2 < count(pieces);
}

const isReadable = (piece: string): boolean =>
  /^(?:[a-z]{3}|[A-Z]{3}|\d+)$/.test(piece) || (piece.length > 3 && isOrdinary(piece) && isSpoken(piece));

/** Nothing that somebody would not have written. */
function isOrdinary(piece: string): boolean {
  if (piece.length <= 3) return /^(?:[A-Z]?[a-z]*\d*|[A-Z]*\d*|\d*[a-z]*|\d*[A-Z]*)$/.test(piece);
  if (/^\d+$/.test(piece)) return piece.length <= 13;
  return isMixed(piece) ? isCamelCase(piece) : isWord(piece);
}

const isMixed = (piece: string): boolean => /[a-z]/.test(piece) && /[A-Z]/.test(piece);

/** Words that can be spoken, put together: at random there are few of them, and short ones. */
function isCamelCase(piece: string): boolean {
  if (/\d[^\d]+\d|^\d|[A-Z]\d|\d[a-z]/.test(piece)) return false;
  const words = /[A-Z]?[a-z]{3,23}|[A-Z][a-z]{2}|By|Db|I[dfnops]|No|O[fknr]|To|U[ip]/g;
  const rest = piece
    .replace(/^(?:[a-z]{1,2}|[A-Z]{2,5}(?=[A-Z][a-z]))(?=[A-Z])/, "")
    .replaceAll(words, (word) => (word.length < 3 || isSpoken(word) ? "" : word));
  return rest.length * 10 <= piece.length;
}

/** Letters of one case, with a number before, in or behind them. */
function isWord(piece: string): boolean {
  if (/^[a-z]{1,23}$/i.test(piece)) return true;
  return piece.length < 20 && (/^\d*[a-z]{1,12}\d*$/i.test(piece) || /^[a-z]{1,8}\d+[a-z]{1,8}$/i.test(piece));
}

/** With a vowel, and without a crowd of consonants. */
const isSpoken = (word: string): boolean =>
  /[aeiouy]|https?/i.test(word) &&
  !/[^aeiouy\d]{4}/i.test(word.replaceAll(/https?|b?scr|str|thr|thm|sch|chr|ngth/gi, "a"));
