// `pnpm bench wordpress`: WordPress from Debian's packages, with the example plugin, on MariaDB and the sandbox. An Author and an Administrator
// make a link to Connect with blocks and in the classic editor, and open Connect by it. Linux as root, and in no CI. With `--pictures`, the
// editors' dialogs become the pictures of docs/editors/wordpress.md.
import { savePicture } from "./pictures/save-picture.mjs";
import { createSandbox } from "../packages/sandbox/dist/index.js";
import { drivePosts } from "./wordpress/drive-posts.mjs";
import { startSite } from "./wordpress/start-site.mjs";

const sandbox = await createSandbox({ pace: 0.1 });
const site = await startSite(sandbox);
try {
  console.log(`[wordpress] ${site.version} at ${site.url}`);
  const isShown = new Set();
  const rows = await drivePosts(site, async (page, name) => {
    // Each editor looks the same to both users.
    if (!process.argv.includes("--pictures") || isShown.has(name)) return;
    isShown.add(name);
    await savePicture(page, `editors/${name}`);
  });
  for (const row of rows) console.log(`[wordpress] ${row.join(" · ")}`);
  process.exitCode = rows.every((row) => !row.includes("NO")) ? 0 : 1;
} finally {
  await site.close();
  await sandbox.close();
}
