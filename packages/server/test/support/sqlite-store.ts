import { DatabaseSync } from "node:sqlite";

/** A table with the methods of a Map, which is what Keyv needs of a store; Keyv 6 turns values into text for promises alone. */
export interface SqliteMap {
  get(key: string): Promise<string | undefined>;
  has(key: string): Promise<boolean>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<boolean>;
  clear(): Promise<void>;
  close(): void;
}

/** Opens a database file. */
export function openSqlite(file: string): SqliteMap {
  const database = new DatabaseSync(file);
  database.exec("create table if not exists entries (key text primary key, value text not null)");
  const select = database.prepare("select value from entries where key = ?");
  const upsert = database.prepare("insert or replace into entries values (?, ?)");
  const remove = database.prepare("delete from entries where key = ?");
  const get = (key: string): string | undefined => select.get(key)?.["value"] as string | undefined;
  return {
    get: async (key) => get(key),
    has: async (key) => get(key) !== undefined,
    set: async (key, value) => void upsert.run(key, value),
    delete: async (key) => Number(remove.run(key).changes) > 0,
    clear: async () => database.exec("delete from entries"),
    close: () => database.close(),
  };
}
