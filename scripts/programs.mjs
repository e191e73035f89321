// Finds the programs that the tests start besides browsers; on Debian as root those that are missing are installed.
import { find, install, isDebian, onPath } from "./browsers.mjs";

/** Path of a Redis server, or undefined. `REDIS_PATH` comes first. */
export function findRedis() {
  const places = ["/opt/homebrew/bin/redis-server", "/usr/local/bin/redis-server"];
  return find(process.env.REDIS_PATH, [...onPath("redis-server", "valkey-server"), ...places]);
}

/** Sees to it that the tests have their programs; what cannot be had is left out, with a line that says so. */
export function ensurePrograms() {
  if (!findRedis() && isDebian() && process.getuid?.() === 0) install(["redis-server"]);
  if (!findRedis()) console.warn("[programs] left out, because it is not here: redis-server");
}
