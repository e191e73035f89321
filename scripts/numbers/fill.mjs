// Fills the markers of a document with figures of the benchmark. Pure.
import { createBlocks, readFigure } from "../../bench/report/blocks.mjs";

/**
 * A marker is `<!-- bench:rows -->…<!-- /bench -->` for a block, or `<!-- bench:bytes.kit.this.react.eager kB -->…<!-- /bench -->` for one figure.
 *
 * @param {string} text A document.
 * @param {object} results As `bench/main.mjs` writes them.
 * @returns {string} The document with the figures of these results.
 * @throws {Error} When a marker asks for what the results do not have, or is not closed.
 */
export function fillNumbers(text, results) {
  const blocks = createBlocks(results);
  const fill = (_, name, format) => {
    const content = format ? readFigure(results, name, format) : blocks[name];
    if (content === undefined) throw new Error(`The results have no block ${name}`);
    return `<!-- bench:${name}${format ? ` ${format}` : ""} -->${content}<!-- /bench -->`;
  };
  const filled = text.replaceAll(/<!-- bench:([\w.]+)(?: (\w+))? -->[^]*?<!-- \/bench -->/g, fill);
  const count = (pattern) => filled.match(pattern)?.length ?? 0;
  if (count(/<!-- bench:/g) !== count(/<!-- \/bench -->/g)) throw new Error("A marker of the benchmark is not closed");
  return filled;
}
