import { spawn } from "node:child_process";

const openers: Partial<Record<NodeJS.Platform, [command: string, ...args: string[]]>> = {
  darwin: ["open"],
  linux: ["xdg-open"],
  // `start` takes its first quoted word for a title.
  win32: ["cmd", "/c", "start", ""],
};

/** Shows a page in the person's browser, where there is a person and a browser. Nothing depends on it. */
export function openPage(url: string): void {
  const isDesktop = process.platform !== "linux" || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  const opener = openers[process.platform];
  if (!opener || !isDesktop || !process.stdout.isTTY || process.env["CI"]) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
