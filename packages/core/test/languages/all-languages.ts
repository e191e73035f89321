import type { Language } from "../../src/words/labels.js";

/** What each file of the languages exports, by the file's name: a new file is found by itself. */
export const modules: ReadonlyMap<string, Record<string, Language>> = new Map(
  Object.entries(import.meta.glob<Record<string, Language>>("../../src/languages/*.ts", { eager: true })).map(
    ([path, exported]) => [/([\w-]+)\.ts$/.exec(path)![1]!, exported],
  ),
);

/** Every language, by the name of its file. */
export const languages: ReadonlyMap<string, Language> = new Map(
  [...modules].map(([file, exported]) => [file, Object.values(exported)[0]!]),
);
