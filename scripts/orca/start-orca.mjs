import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { find, onPath } from "../browsers.mjs";

/** How long Orca has to be quiet to have said all that it has to say, in milliseconds. */
const quietMs = 2500;
/** Orca's own program, with a log that is written line by line, so that it can be read while it grows. */
const runOrca = `
import builtins, runpy, sys
opened = builtins.open
builtins.open = lambda file, mode="r", buffering=-1, *rest, **more: opened(file, mode, 1 if mode == "w" else buffering, *rest, **more)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")`;

/** Starts the accessibility bus, a window manager and Orca with a voice that makes no sound. @param home An empty folder. */
export async function startOrca(home) {
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: `${home}/.config`, XDG_RUNTIME_DIR: `${home}/run` };
  const log = `${home}/orca.log`;
  mkdirSync(`${home}/run`, { mode: 0o700 });
  mkdirSync(`${home}/.config/speech-dispatcher`, { recursive: true });
  writeFileSync(
    `${home}/.config/speech-dispatcher/speechd.conf`,
    'LogLevel 1\nDefaultModule dummy\nAddModule "dummy" "sd_dummy" ""\nAudioOutputMethod "null"\n',
  );
  const programs = [];
  const start = (command, ...args) =>
    programs.push(spawn(command, args, { env, stdio: ["ignore", "ignore", "inherit"] }));
  start("openbox");
  start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately");
  for (const name of ["IsEnabled", "ScreenReaderEnabled"]) await enable(name, env);
  const orca = find(undefined, onPath("orca"));
  // Its own Python, which has its modules.
  const [, python = "/usr/bin/python3"] = /^#!(\S+)/.exec(readFileSync(orca, "utf8")) ?? [];
  start(python, "-c", runOrca, orca, "--debug-file", log, "--replace");
  let heard = 0;
  const read = () => {
    try {
      return [...readFileSync(log, "utf8").matchAll(/SPEECH OUTPUT: '(.*)'\[?\{/g)].map(([, line]) => line.trim());
    } catch {
      return [];
    }
  };
  const version = String(spawnSync("orca", ["--version"], { env }).stdout).trim();

  for (let tries = 0; !read().length; tries++) {
    if (tries === 100) throw new Error("Orca says nothing.");
    await pause(200);
  }
  return {
    env,
    version: `Orca ${version}`,
    /** What has been said since it was asked last, once nothing more comes. */
    listen: untilQuiet,
    stop: () => programs.reverse().forEach((program) => program.kill()),
  };

  async function untilQuiet() {
    let before = -1;
    for (let all = read(); before !== all.length; all = read()) {
      before = all.length;
      await pause(quietMs);
    }
    const lines = read().slice(heard);
    heard += lines.length;
    return lines;
  }
}

/** Says on the bus that somebody uses assistive technology, as soon as the bus is there. */
async function enable(name, env) {
  const path = ["--dest=org.a11y.Bus", "--print-reply", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set"];
  const args = ["--session", ...path, "string:org.a11y.Status", `string:${name}`, "variant:boolean:true"];
  for (let tries = 0; tries < 20; tries++) {
    if (spawnSync("dbus-send", args, { env, stdio: "ignore" }).status === 0) return;
    await pause(200);
  }
  throw new Error("The accessibility bus does not answer.");
}
