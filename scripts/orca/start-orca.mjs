import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { find, onPath } from "../browsers.mjs";
import { startBus } from "./start-bus.mjs";

/** How long Orca has to be quiet to have said all that it has to say, in milliseconds. */
const quietMs = 2500;
/** Orca's own program, with a log that is written line by line, so that it can be read while it grows. */
const runOrca = `
import builtins, runpy, sys
opened = builtins.open
builtins.open = lambda file, mode="r", buffering=-1, *rest, **more: opened(file, mode, 1 if mode == "w" else buffering, *rest, **more)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")`;

/** Starts Orca with a voice that makes no sound. @param home An empty folder. */
export async function startOrca(home) {
  const { env, start, stop } = await startBus(home);
  const log = `${home}/orca.log`;
  mkdirSync(`${home}/.config/speech-dispatcher`, { recursive: true });
  writeFileSync(
    `${home}/.config/speech-dispatcher/speechd.conf`,
    'LogLevel 1\nDefaultModule dummy\nAddModule "dummy" "sd_dummy" ""\nAudioOutputMethod "null"\n',
  );
  const orca = find(undefined, onPath("orca"));
  // Its own Python, which has its modules.
  const [, python = "/usr/bin/python3"] = /^#!(\S+)/.exec(readFileSync(orca, "utf8")) ?? [];
  start(python, "-c", runOrca, orca, "--debug-file", log, "--replace");
  const read = () => {
    try {
      return [...readFileSync(log, "utf8").matchAll(/SPEECH OUTPUT: '(.*)'\[?\{/g)].map(([, line]) => line.trim());
    } catch {
      return [];
    }
  };
  for (let tries = 0; !read().length; tries++) {
    if (tries === 100) throw new Error("Orca says nothing.");
    await pause(200);
  }
  let heard = 0;
  return {
    env,
    version: `Orca ${String(spawnSync("orca", ["--version"], { env }).stdout).trim()}`,
    /** What has been said since it was asked last, once nothing more comes. */
    async listen() {
      let before = -1;
      for (let all = read(); before !== all.length; all = read()) {
        before = all.length;
        await pause(quietMs);
      }
      const lines = read().slice(heard);
      heard += lines.length;
      return lines;
    },
    stop,
  };
}
