const { ENGINE } = process.env;

/** Whether this engine is to run: without `ENGINE` in the environment, and with `ENGINE=all`, each is. */
export function isChosen(engine: string): boolean {
  return [undefined, "all", engine].includes(ENGINE);
}

/** Whether products of cases and engines are run whole: `npm test` samples them (decision 52). */
export const isWhole = ENGINE !== undefined;

/** The cases that an engine has: every one in Chromium or when products are whole, else Firefox and WebKit take turns. */
export function takeTurns<T>(engine: string, cases: readonly T[]): readonly T[] {
  if (isWhole || engine === "chromium") return cases;
  return cases.filter((_, turn) => turn % 2 === (engine === "webkit" ? 1 : 0));
}
