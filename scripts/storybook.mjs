// `node scripts/storybook.mjs dev`: a server for each face, all three in one sidebar; `--face vue` starts one alone.
// `node scripts/storybook.mjs build`: one static site in storybook-static, React's at its root and the others in folders of it.
import { spawn } from "node:child_process";
import { once } from "node:events";

const faces = {
  react: { port: 6006, folder: "" },
  vue: { port: 6007, folder: "/vue" },
  element: { port: 6008, folder: "/element" },
};
const [task, ...rest] = process.argv.slice(2);
const only = rest.includes("--face") ? rest[rest.indexOf("--face") + 1] : undefined;
const names = Object.keys(faces).filter((name) => !only || name === only);

/** Runs Storybook for a face; what it prints is shown when it fails, or all the time where somebody watches. */
async function storybook(name, command, ...options) {
  const child = spawn("storybook", [command, "-c", `stories/${name}/.storybook`, ...options], {
    stdio: ["inherit", task === "dev" ? "inherit" : "pipe", "inherit"],
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: "1" },
    shell: process.platform === "win32",
  });
  let said = "";
  child.stdout?.on("data", (text) => (said += text));
  const [code] = await once(child, "close");
  if (!code) return;
  console.error(said);
  process.exit(code);
}

if (task === "dev") {
  const start = (name) => storybook(name, "dev", "-p", String(faces[name].port), "--exact-port", "--no-open");
  await Promise.all(names.map(start));
} else {
  const build = (name) => storybook(name, "build", "-o", `storybook-static${faces[name].folder}`, "--quiet");
  // The root first: it empties its folder, and the others lie in it.
  await build("react");
  await Promise.all(["vue", "element"].map(build));
  console.log("[storybook] storybook-static: React at the root, Vue in vue/, the web component in element/");
}
