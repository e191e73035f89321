// Starts a WordPress of its own in a temporary folder: nothing outside of it changes.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { find, install, isDebian, onPath } from "../browsers.mjs";

/** Programs, and Debian's packages of them. WordPress itself is only unpacked: its package needs a web server. */
const needed = { php: "php-cli", mariadbd: "mariadb-server", "mariadb-install-db": "mariadb-server" };
const packages = [...new Set(Object.values(needed)), "php-mysql"];
const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** For the users of the site, on this machine only. */
export const password = "site-of-the-tests";

/** @returns {Promise<{ url: string, version: string, close(): Promise<void> }>} */
export async function startSite(sandbox) {
  ensurePackages();
  const home = mkdtempSync(join(tmpdir(), "wordpress-"));
  const folder = unpack(home);
  const port = await findFreePort();
  const database = await startDatabase(home);
  writeFileSync(join(folder, "wp-config.php"), configuration(database.socket, port, sandbox));
  const env = { PATH: process.env.PATH, SITE_HOST: `localhost:${port}`, SITE_PASSWORD: password };
  const { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET } = sandbox;
  const version = run("php", [at("scripts/wordpress/install.php")], {
    cwd: folder,
    env: { ...env, CLIENT_ID, CLIENT_SECRET },
  });
  const php = spawn("php", ["-S", `localhost:${port}`, "-t", folder], {
    cwd: folder,
    stdio: "ignore",
    env: { ...env, PHP_CLI_SERVER_WORKERS: "4" },
  });
  const close = async () => {
    for (const child of [php, database.child]) {
      // One that has ended by itself ends no second time.
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, "close");
      child.kill();
      await ended;
    }
    rmSync(home, { recursive: true, force: true });
  };
  return { url: `http://localhost:${port}`, version, close };
}

function ensurePackages() {
  const isMissing = () => Object.keys(needed).some((program) => !find(undefined, onPath(program)));
  if (isMissing() && isDebian() && process.getuid?.() === 0) install(packages);
  if (isMissing()) throw new Error(`On Debian: sudo apt-get install -y ${packages.join(" ")}`);
}

/** @returns The folder of WordPress, with the plugin and a theme. */
function unpack(home) {
  run("apt-get", ["download", "wordpress", "libjs-underscore", "libjs-cropper", "php-getid3"], { cwd: home });
  for (const file of readdirSync(home)) run("dpkg", ["-x", file, "."], { cwd: home });
  const folder = join(home, "usr/share/wordpress");
  const content = join(folder, "wp-content");
  rmSync(join(content, "themes"), { recursive: true, force: true });
  cpSync(at("scripts/wordpress/theme"), join(content, "themes/plain"), { recursive: true });
  cpSync(at("examples/wordpress/human-connect"), join(content, "plugins/human-connect"), { recursive: true });
  cpSync(at("packages/element/dist/human-connect.js"), join(content, "plugins/human-connect/human-connect.js"));
  mkdirSync(join(content, "mu-plugins"));
  cpSync(at("scripts/wordpress/classic.php"), join(content, "mu-plugins/classic.php"));
  return folder;
}

async function startDatabase(home) {
  const socket = join(home, "db.sock");
  const data = join(home, "db");
  const user = `--user=${process.getuid() === 0 ? "root" : process.env.USER}`;
  run("mariadb-install-db", [`--datadir=${data}`, user, "--auth-root-authentication-method=normal"], { cwd: home });
  const child = spawn(
    "mariadbd",
    ["--no-defaults", `--datadir=${data}`, `--socket=${socket}`, "--skip-networking", user],
    {
      stdio: "ignore",
    },
  );
  const create = ["--no-defaults", `--socket=${socket}`, "-uroot", "-e", "CREATE DATABASE wordpress"];
  for (let attempt = 0; spawnSync("mariadb", create).status !== 0; attempt++) {
    if (attempt > 100) throw new Error("MariaDB does not start");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return { child, socket };
}

function configuration(socket, port, { authUrl, connectUrl, cdnUrl }) {
  const constants = {
    DB_NAME: "wordpress",
    DB_USER: "root",
    DB_PASSWORD: "",
    DB_HOST: `localhost:${socket}`,
    WP_HOME: `http://localhost:${port}`,
    WP_SITEURL: `http://localhost:${port}`,
    DISABLE_WP_CRON: true,
    WP_HTTP_BLOCK_EXTERNAL: false,
    HUMAN_CONNECT_AUTH_URL: authUrl,
    HUMAN_CONNECT_BASE_URL: connectUrl,
    HUMAN_CONNECT_CLIENT_URL: `${cdnUrl}/humanapi-connect-client@2.4.1.js`,
  };
  const lines = Object.entries(constants).map(([name, value]) => `define( '${name}', ${JSON.stringify(value)} );`);
  return `<?php\n${lines.join("\n")}\n$table_prefix = 'wp_';\ndefined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );\nrequire ABSPATH . 'wp-settings.php';\n`;
}

/** @returns What the program has printed. */
function run(program, args, options) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", ...options });
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}${stderr}`);
  return stdout.trim();
}

async function findFreePort() {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
