const { ENGINE } = process.env;

/** Whether this engine is to run: without `ENGINE` in the environment, and with `ENGINE=all`, each is. */
export function isChosen(engine: string): boolean {
  return [undefined, "all", engine].includes(ENGINE);
}

/** The cases that an engine has: Chromium every one, Firefox and WebKit by turns (decision 52). With `ENGINE`, each has every one. */
export function takeTurns<T>(engine: string, cases: readonly T[]): readonly T[] {
  if (ENGINE || engine === "chromium") return cases;
  return cases.filter((_, turn) => turn % 2 === (engine === "webkit" ? 1 : 0));
}
