// What a program has printed, as one line that is the same on every machine. Pure.
import { stripVTControlCharacters } from "node:util";

/** @param {string} text @returns {string} */
export function shorten(text) {
  const lines = stripVTControlCharacters(text)
    .replaceAll(/(?:file:\/\/)?\/[\w./@-]*human-connect-matrix-\w+\/(?:project\/)?/g, "")
    .replaceAll(/\blocalhost:\d+/g, "localhost")
    .split("\n")
    .map((line) => line.replace(/^npm error/, "").trim())
    .filter((line) => line && !line.startsWith("> "));
  const telling = lines.filter((line) => /error|fail|warn|mismatch|could not|cannot|not found|TS\d{4}/i.test(line));
  const chosen = (telling.length ? telling : lines).slice(0, 3).join(" · ");
  return chosen.length > 300 ? `${chosen.slice(0, 299)}…` : chosen;
}
