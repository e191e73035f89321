// A framework: install, types, build, then each of its pages on its server, and once more on its server for development.
import { checkHydrated, checkRendered, clickEarly, playSession } from "../page/drive.mjs";
import { createCells } from "../project/cells.mjs";
import { npm, startServer } from "../project/programs.mjs";
import { createProject, install } from "../project/project.mjs";
import { columns } from "../rows.mjs";

/**
 * @param {object} fixture A row of `frameworks` in rows.mjs.
 * @param {object} context
 * @returns {Promise<object[]>} A row of results for each page of each run.
 */
export async function runFramework(fixture, context) {
  const project = createProject(fixture, context);
  const shared = createCells(columns.frameworks);
  const startedAt = Date.now();
  try {
    const isInstalled = await shared.fill("install", () => install(project.folder));
    const rows = [];
    for (const run of fixture.runs) {
      const environment = { ...run.environment, ...readCredentials(context.sandbox, run.pages[0].name) };
      rows.push(...(await runPages({ ...fixture, ...run, environment, isInstalled }, project.folder, shared, context)));
    }
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    return rows.map((row) => ({
      ...row,
      versions: pick(project.versions, fixture.shown),
      seconds: Math.round(seconds / rows.length),
    }));
  } finally {
    project.remove();
  }
}

/** One run: types and build are those of all of its pages. */
async function runPages(fixture, folder, shared, { browser }) {
  const { title, pages, dev = "dev", build = "build", types = "types", environment, isInstalled } = fixture;
  const built = copyCells(shared);
  const script = (name) => () => npm(folder, ["run", name], environment);
  const isBuilt = isInstalled && (!build || (await built.fill("build", script(build))));
  // Some frameworks write types while they build.
  if (isInstalled && types) await built.fill("types", script(types));
  const rows = pages.map((page) => ({ page, ...copyCells(built) }));
  /** A server that does not start is why every row lacks a cell. */
  const visit = async (name, column, drive) => {
    try {
      const { url, close } = await startServer(folder, name, environment, pages[0].path);
      for (const row of rows) await drive(row, url + row.page.path);
      await close();
    } catch (error) {
      for (const row of rows) await row.fill(column, () => Promise.reject(error));
    }
  };
  if (isBuilt) await visit("start", "session", (row, url) => drivePage(row, url, browser));
  if (isBuilt && dev) await visit(dev, "hydration", (row, url) => driveDevelopment(row, url, browser));
  return rows.map(({ page, cells, reasons }) => ({ name: page.name, title: page.title ?? title, cells, reasons }));
}

async function drivePage({ page, fill }, url, browser) {
  if (page.shape) {
    await fill("render", () => checkRendered(url, page.shape));
    await fill("early", () => clickEarly(browser, url));
    await fill("hydration", () => checkHydrated(browser, url, page.via));
  }
  await fill("session", () => playSession(browser, url, page));
}

/**
 * Only what a framework says during development tells every difference between its server and the browser. Its server bundles what the first
 * visitor needs, and may load the page anew meanwhile: the second visitor counts.
 */
async function driveDevelopment({ page, fill }, url, browser) {
  if (!page.shape) return;
  await checkHydrated(browser, url, page.via).catch(() => {});
  await fill("hydration", () => checkHydrated(browser, url, page.via));
}

function copyCells({ cells, reasons }) {
  const copy = createCells(columns.frameworks);
  Object.assign(copy.cells, cells);
  Object.assign(copy.reasons, reasons);
  return copy;
}

/** Under the names that the examples read. Each server has a user of its own, who has connected nothing yet. */
export function readCredentials({ authUrl, clientId, clientSecret }, user) {
  return {
    HUMAN_API_CLIENT_ID: clientId,
    HUMAN_API_CLIENT_SECRET: clientSecret,
    HUMAN_API_AUTH_URL: authUrl,
    DEMO_USER_ID: user,
  };
}

const pick = (versions, names) => Object.fromEntries(names.map((name) => [name, versions[name]]));
