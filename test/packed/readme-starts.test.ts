import { stripTypeScriptTypes } from "node:module";
import { pathToFileURL } from "node:url";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { connectPage } from "@human-connect/sandbox/playwright";
import { chromium, type Browser, type Page, type Request, type Route } from "playwright";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { compileScript, parse } from "vue/compiler-sfc";
import { chromiumOptions } from "../../scripts/browsers.mjs";
import { createCustomer, type Customer, type PackageName } from "./customer.ts";

// The first block of each README, word for word, from the tarballs. What it leaves to the reader is below: who is signed in, and what is done with
// the result. It names no address of the sandbox, so the addresses of Human API lead there.

type Handler = (request: globalThis.Request) => Promise<Response>;

const site = "https://app.example";
const label = "Connect your health data";
const { fetch: realFetch } = globalThis;

let customer: Customer;
let browser: Browser;
let sandbox: Sandbox;
let handle: Handler;
/** Who is signed in. */
let person = "";
beforeAll(async () => {
  [customer, browser, sandbox] = await Promise.all([
    createCustomer(["react", "react-dom", "vue"]),
    chromium.launch(chromiumOptions()),
    createSandbox({ pace: 0 }),
  ]);
  handle = await startEndpoint();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  await browser?.close();
  await sandbox?.close();
  customer?.remove();
});

/** @returns The first block of a README in one of these languages. */
function readStart(name: PackageName): string {
  const [, code] = /```(?:tsx|ts|vue|html)\n([\s\S]*?)```/.exec(customer.read(name, "README.md"))!;
  return code!;
}

/** The endpoint of the server's README. */
async function startEndpoint(): Promise<Handler> {
  vi.stubEnv("HUMAN_API_CLIENT_ID", sandbox.clientId);
  vi.stubEnv("HUMAN_API_CLIENT_SECRET", sandbox.clientSecret);
  vi.stubGlobal("auth", async () => ({ user: { id: person } }));
  vi.stubGlobal("fetch", (url: string | URL, init?: RequestInit) =>
    realFetch(String(url).replace("https://auth.humanapi.co", sandbox.authUrl), init),
  );
  const file = customer.write("endpoint.mjs", stripTypeScriptTypes(readStart("server")));
  return ((await import(pathToFileURL(file).href)) as { POST: Handler }).POST;
}

/** A module of the customer's as a bundler makes one of it; styles are left to the page. */
async function bundle(file: string, code: string): Promise<string> {
  const build = await rolldown({
    input: customer.write(file, code),
    cwd: customer.folder,
    logLevel: "silent",
    tsconfig: false,
    transform: { define: { "process.env.NODE_ENV": '"production"' }, jsx: "react-jsx" },
    plugins: [{ name: "styles", load: { filter: { id: /\.css$/ }, handler: () => ({ code: "", moduleType: "js" }) } }],
  });
  const { output } = await build.generate({ format: "esm", codeSplitting: false });
  await build.close();
  return output[0].code;
}

function compileVue(source: string): string {
  const { descriptor } = parse(source, { filename: "start.vue" });
  return compileScript(descriptor, { id: "start", inlineTemplate: true }).content;
}

interface Start {
  readonly html: string;
  readonly script: string;
}

const starts: Record<string, () => Promise<Start>> = {
  core: async () => ({
    html: `<button id="button">${label}</button>`,
    script: await bundle("core.ts", `globalThis.render = () => {};\n${readStart("core")}`),
  }),
  async react() {
    const [imports, element] = readStart("react").split("\n\n");
    const code = `${imports}\nexport const start = ${element}`;
    customer.write("start.tsx", code);
    return {
      html: `<div id="root"></div>`,
      script: await bundle(
        "react.tsx",
        `import { createRoot } from "react-dom/client";\nimport { start } from "./start.tsx";\ncreateRoot(document.getElementById("root")!).render(start);\n`,
      ),
    };
  },
  async vue() {
    customer.write("start-vue.ts", compileVue(readStart("vue")));
    return {
      html: `<div id="root"></div>`,
      script: await bundle(
        "vue.ts",
        `import { createApp } from "vue";\nimport Start from "./start-vue.ts";\nconst app = createApp(Start);\napp.config.globalProperties.save = save;\napp.mount("#root");\n`,
      ),
    };
  },
  element: async () => ({ html: readStart("element"), script: "" }),
};

/** A page of the customer's site, with Human API behind it. @returns It, and what its console has said. */
async function openPage({ html, script }: Start): Promise<{ page: Page; logs: string[] }> {
  const page = await browser.newPage({ reducedMotion: "reduce" });
  onTestFinished(() => page.close());
  const files: Record<string, [type: string, body: string]> = {
    "/": [
      "text/html",
      `<!doctype html><html lang="en"><title>Start</title>${html}<script type="module" src="/start.js"></script>`,
    ],
    "/start.js": ["text/javascript", script],
    "/assets/human-connect.js": ["text/javascript", customer.read("element", "dist/human-connect.js")],
  };
  await page.route("**/*", async (route) => {
    const request = route.request();
    const { origin, pathname, search } = new URL(request.url());
    const file = origin === site ? files[pathname] : undefined;
    if (file) return route.fulfill({ contentType: file[0], body: file[1] });
    if (origin === site && pathname === "/api/human-connect/token")
      return pass(route, await handle(toRequest(request)));
    const services: Record<string, string> = {
      "https://hapi-connect.humanapi.co": sandbox.connectUrl,
      "https://cdn.humanapi.co": sandbox.cdnUrl,
    };
    if (services[origin])
      return pass(route, await realFetch(toRequest(request, `${services[origin]}${pathname}${search}`)));
    return route.abort();
  });
  const logs: string[] = [];
  page.on("console", (message) => logs.push(message.text()));
  await page.addInitScript(() => {
    const view = globalThis as unknown as { saved: unknown; save(value: unknown): void };
    view.save = (value) => (view.saved = value);
    addEventListener("human-connect-close", (event) =>
      view.save((event as CustomEvent<{ session: { currentConnections: unknown } }>).detail.session.currentConnections),
    );
  });
  await page.goto(site);
  return { page, logs };
}

function toRequest(request: Request, url = request.url()): globalThis.Request {
  const { host: _, ...headers } = request.headers();
  return new globalThis.Request(url, { method: request.method(), headers, body: request.postData() });
}

async function pass(route: Route, response: Response): Promise<void> {
  const { "content-encoding": _, "content-length": __, ...headers } = Object.fromEntries(response.headers);
  await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
}

it.each(Object.keys(starts))("the start of %s opens Connect as it stands, and a source is connected", async (name) => {
  person = name;
  const { page, logs } = await openPage(await starts[name]!());

  await page.getByRole("button", { name: label }).click();
  const connect = connectPage(page);
  await connect.connect("Applefen Pharmacy");
  await connect.finish();

  const saved = (): Promise<unknown> => page.evaluate(() => (globalThis as unknown as { saved: unknown }).saved);
  if (name === "core") expect(logs.join("\n")).toContain("Applefen Pharmacy");
  else await expect.poll(saved).toMatchObject([{ name: "Applefen Pharmacy" }]);
});

it.each<PackageName>(["core", "react", "vue", "element", "server"])(
  "the start of %s has at most twenty lines",
  (name) => {
    expect(readStart(name).trimEnd().split("\n").length).toBeLessThanOrEqual(20);
  },
);
