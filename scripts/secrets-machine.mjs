// What tells which machine a file was made on.
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";

/**
 * The workspace, the home directory, and a registry that is not everybody's.
 *
 * @returns {string[]} Texts that belong into no file that leaves this machine.
 */
export function readPlaces() {
  const workspace = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");
  const { npm_config_registry: registry = "" } = process.env;
  const host = URL.canParse(registry) ? new URL(registry).host : "";
  const home = homedir();
  // With the slash, because a short home is the beginning of other words as well.
  const places = [workspace, home === "/" ? "" : `${home}/`, host.endsWith(".npmjs.org") ? "" : host];
  return places.filter((place) => place.length > 1);
}
