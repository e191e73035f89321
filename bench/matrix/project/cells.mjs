// The cells of one row, filled one after the other.
import { shorten } from "./shorten.mjs";

/**
 * @param {readonly string[]} columns
 * @returns Cells, all "–" at first, why a cell is "no", and what fills them.
 */
export function createCells(columns) {
  const cells = Object.fromEntries(columns.map((column) => [column, "–"]));
  const reasons = {};
  return {
    cells,
    reasons,
    /**
     * @param {string} column
     * @param {() => unknown} step
     * @returns {Promise<boolean>} Whether it has passed, and what follows makes sense.
     */
    async fill(column, step) {
      try {
        await step();
        // A second step of the same cell cannot make it better.
        if (cells[column] !== "no") cells[column] = "yes";
        return true;
      } catch (error) {
        cells[column] = "no";
        reasons[column] ??= shorten(String(error?.message ?? error));
        return false;
      }
    },
  };
}
