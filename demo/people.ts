import { readFile, rename, writeFile } from "node:fs/promises";
import type { Source } from "@human-connect/core";

/** The patient app's own database: what it last heard of each person's connections. */
export interface People {
  connectionsOf(person: string): readonly Source[];
  remember(person: string, connections: readonly Source[]): Promise<void>;
}

/**
 * Opens the database.
 *
 * @param file Where it is kept. Without one it is forgotten at the end.
 * @throws {SyntaxError} When the file holds something else.
 */
export async function openPeople(file: string | undefined): Promise<People> {
  const known = new Map<string, readonly Source[]>(file ? await load(file) : []);
  let saving = Promise.resolve();
  return {
    connectionsOf: (person) => known.get(person) ?? [],
    remember(person, connections) {
      known.set(person, connections);
      // One after the other, so that an older state never overwrites a newer one; a failed save does not stop the next.
      if (file) saving = saving.catch(() => {}).then(() => save(file, [...known]));
      return saving;
    },
  };
}

async function load(file: string): Promise<[string, readonly Source[]][]> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as [string, readonly Source[]][];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    if (error instanceof SyntaxError)
      throw new SyntaxError(`${file} is damaged. Delete it to start afresh.`, { cause: error });
    throw error;
  }
}

async function save(file: string, entries: [string, readonly Source[]][]): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(entries));
  await rename(`${file}.new`, file);
}
