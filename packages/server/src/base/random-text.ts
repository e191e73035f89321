/**
 * Replaces random strings: keys and tokens of any format without a label nearby. Names that people have chosen, such as words, hosts,
 * files, errors and numbers, remain, because a log is useless without them.
 *
 * @param instead The replacement.
 */
export function replaceRandom(text: string, instead: string): string {
  // The characters of tokens. A colon is not one of them: it separates a host from its port.
  return text.replaceAll(/[\w+/=.~%-]{16,}/g, (run, start: number) => {
    if (/^[A-Za-z]+(?:Error|Exception|Warning)$/.test(run)) return run;
    // The name of a function in a stack trace.
    if (
      /^[\w.$]+$/.test(run) &&
      !/\d/.test(run) &&
      /\n {2,8}at (?:async |new )?$/.test(text.slice(0, start).slice(-24))
    )
      return run;
    const isFile = /node_modules\/|\.(?:[cm]?[jt]sx?|vue|svelte|json|wasm|map|html|css)$/.test(run);
    const isRandom = isFile ? isWhollyRandom : isMostlyRandom;
    const parted = run.replaceAll(/[^/]+/g, (part) => (isRandom(part) ? instead : part));
    // Base64 contains slashes as well, but no dots.
    return !isFile && !run.includes(".") && (isMostlyRandom(run) || isHardlyReadable(run)) ? instead : parted;
  });
}

/** Random characters from which a string counts as a key; fewer may be the hash in a file name, or the id of a container. */
const leastRandom = 16;

/** The same if they are at least half of the string. */
const leastOfMost = 12;

const split = (text: string): string[] => text.split(/%(?:25)*[\da-f]{2}|[^a-z\d]+/i).filter(Boolean);
const count = (pieces: readonly string[]): number => pieces.reduce((sum, { length }) => sum + length, 0);
const countRandom = (text: string): number => count(split(text).filter((piece) => !isOrdinary(piece)));

function isMostlyRandom(text: string): boolean {
  const random = countRandom(text);
  return random >= leastRandom || (random >= leastOfMost && random * 2 >= text.length);
}

/** The file names of a build contain a hash, or consist of one. */
function isWhollyRandom(text: string): boolean {
  const random = countRandom(text);
  return random >= 24 && random >= text.replace(/\.\w+$/, "").length;
}

/** A string that punctuation splits into small pieces is not a name either, unless the pieces are words and numbers. */
function isHardlyReadable(text: string): boolean {
  const pieces = split(text);
  if (text.length < 20 || pieces.length === 1) return false;
  const isJoined = isMixed(text) && (!text.startsWith("/") || text.includes("+"));
  if (isJoined && pieces.some((piece) => /[a-z\d][A-Z]|\d[a-z]|[A-Z]{2}[a-z]/.test(piece))) return true;
  return count(pieces.filter(isReadable)) * 2 < count(pieces);
}

const isReadable = (piece: string): boolean =>
  /^(?:[a-z]{3}|[A-Z]{3}|\d+)$/.test(piece) || (piece.length > 3 && isOrdinary(piece) && isSpoken(piece));

/** Whether a person could have written it. */
function isOrdinary(piece: string): boolean {
  if (piece.length <= 3) return /^(?:[A-Z]?[a-z]*\d*|[A-Z]*\d*|\d*[a-z]*|\d*[A-Z]*)$/.test(piece);
  if (/^\d+$/.test(piece)) return piece.length <= 13;
  return isMixed(piece) ? isCamelCase(piece) : isWord(piece);
}

const isMixed = (piece: string): boolean => /[a-z]/.test(piece) && /[A-Z]/.test(piece);

/** Pronounceable words in camel case: random strings contain few of them, and short ones. */
function isCamelCase(piece: string): boolean {
  if (/\d[^\d]+\d|^\d|[A-Z]\d|\d[a-z]/.test(piece)) return false;
  const words = /[A-Z]?[a-z]{3,23}|[A-Z][a-z]{2}|By|Db|I[dfnops]|No|O[fknr]|To|U[ip]/g;
  const rest = piece
    .replace(/^(?:[a-z]{1,2}|[A-Z]{2,5}(?=[A-Z][a-z]))(?=[A-Z])/, "")
    .replaceAll(words, (word) => (word.length < 3 || isSpoken(word) ? "" : word));
  return rest.length * 10 <= piece.length;
}

/** Letters of one case, with a number before, within or after them. */
function isWord(piece: string): boolean {
  if (/^[a-z]{1,23}$/i.test(piece)) return true;
  return piece.length < 20 && (/^\d*[a-z]{1,12}\d*$/i.test(piece) || /^[a-z]{1,8}\d+[a-z]{1,8}$/i.test(piece));
}

/** With a vowel, and without four consonants in a row. */
const isSpoken = (word: string): boolean =>
  /[aeiouy]|https?/i.test(word) &&
  !/[^aeiouy\d]{4}/i.test(word.replaceAll(/https?|b?scr|str|thr|thm|sch|chr|ngth/gi, "a"));
