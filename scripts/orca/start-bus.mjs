import { spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Starts an accessibility bus and a window manager, which gives windows the focus, and says that somebody uses assistive technology.
 *
 * @param home An empty folder.
 */
export async function startBus(home) {
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: `${home}/.config`,
    XDG_RUNTIME_DIR: `${home}/run`,
    GNOME_ACCESSIBILITY: "1",
  };
  mkdirSync(`${home}/run`, { mode: 0o700 });
  const programs = [];
  const start = (command, ...args) =>
    programs.push(spawn(command, args, { env, stdio: ["ignore", "ignore", "inherit"] }));
  start("openbox");
  start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately");
  for (const name of ["IsEnabled", "ScreenReaderEnabled"]) await enable(name, env);
  return { env, start, stop: () => programs.reverse().forEach((program) => program.kill()) };
}

/** Says it on the bus, as soon as the bus is there. */
async function enable(name, env) {
  const path = ["--dest=org.a11y.Bus", "--print-reply", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set"];
  const args = ["--session", ...path, "string:org.a11y.Status", `string:${name}`, "variant:boolean:true"];
  for (let tries = 0; tries < 20; tries++) {
    if (spawnSync("dbus-send", args, { env, stdio: "ignore" }).status === 0) return;
    await pause(200);
  }
  throw new Error("The accessibility bus does not answer.");
}
