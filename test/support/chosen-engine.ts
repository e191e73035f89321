const { ENGINE } = process.env;

/** Whether this engine is to run: without `ENGINE` in the environment, and with `ENGINE=all`, each is. */
export function isChosen(engine: string): boolean {
  return [undefined, "all", engine].includes(ENGINE);
}
