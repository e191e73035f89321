import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Driver } from "../support/driver.ts";
import { engines } from "../support/engines.ts";
import { createCustomer, type Customer } from "./customer.ts";

// A server that accepts a request and never answers: a browser joins every later request for the same address to that one.

/**
 * Uses the core as a page does. The wait for what hangs is cut short, and no other: how long it is does not matter here, and on a busy
 * machine what does not hang may take as long.
 */
const pageCode = `
  import { cdnClient, createHumanConnect } from "@human-connect/core";
  const { setTimeout: wait } = window;
  let clicks = 0;
  const isVendor = location.search === "?vendor";
  window.setTimeout = (run, ms, ...rest) => wait(run, ms === 15_000 && clicks === 1 && !isVendor ? 600 : ms, ...rest);
  const { connectUrl } = document.body.dataset;
  const connect = createHumanConnect({
    tokenUrl: "/token",
    baseUrl: connectUrl,
    client: cdnClient({ url: location.origin + "/vendor.js", retries: 0 }),
    get timeouts() {
      return clicks === 1 && isVendor ? { clientMs: 600 } : { clientMs: 15_001 };
    },
    warmFrame: false,
  });
  const note = () => (document.title = connect.getState().error?.code ?? connect.getState().status);
  connect.subscribe(note);
  document.querySelector("#open").onclick = () => (clicks++, connect.open());
  note();
`;

interface Answer {
  type: string;
  body: string;
}

let customer: Customer;
let sandbox: Sandbox;
let server: Server;
let origin: string;
let bundle: Map<string, string>;
/** The path that is not answered when it is asked for the first time. */
let hanging: RegExp | undefined;
let requested: string[];

beforeAll(async () => {
  [customer, sandbox, bundle] = [await createCustomer(), await createSandbox(), new Map()];
  const build = await rolldown({
    input: customer.write("page.js", pageCode),
    cwd: customer.folder,
    external: ["humanapi-connect-client"],
    logLevel: "silent",
  });
  for (const chunk of (await build.generate({ format: "esm", minify: true })).output)
    if (chunk.type === "chunk") bundle.set(`/bundle/${chunk.fileName}`, chunk.code);
  await build.close();

  server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, "http://host");
    requested.push(request.url!);
    if (hanging?.test(pathname)) {
      hanging = undefined;
      return;
    }
    answer(pathname).then(
      ({ type, body }) => response.writeHead(200, { "content-type": type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await sandbox.close();
  customer.remove();
});

async function answer(path: string): Promise<Answer> {
  const script = "text/javascript";
  if (path === "/token")
    return { type: "application/json", body: JSON.stringify({ token: sandbox.mintToken("jane") }) };
  if (path === "/vendor.js")
    return { type: script, body: await (await fetch(`${sandbox.cdnUrl}/humanapi-connect-client@2.4.1.js`)).text() };
  if (path.startsWith("/core/"))
    return { type: script, body: readFileSync(join(customer.packageFolder("core"), "dist", path.slice(6)), "utf8") };
  const chunk = bundle.get(path);
  if (chunk !== undefined) return { type: script, body: chunk };
  const map = JSON.stringify({ imports: { "@human-connect/core": "/core/index.js" } });
  const code = path === "/bundled" ? `import "/bundle/page.js";` : pageCode;
  return {
    type: "text/html",
    body: `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script type="importmap">${map}</script>
      <body data-connect-url="${sandbox.connectUrl}"><button id="open">Connect</button><script type="module">${code}</script>`,
  };
}

describe.each(engines)("$engine", ({ launch }) => {
  describe("a request that is never answered", () => {
    let driver: Driver;
    beforeAll(async () => void (driver = await launch()));
    afterAll(() => driver?.close());

    const title = (): Promise<string> => driver.evaluate("document.title");

    it.each<[what: string, page: string, hangs: RegExp, fails: string]>([
      ["the vendor's script", "/modules?vendor", /^\/vendor\.js$/, "client-timeout"],
      ["the lazy part of the kit", "/modules", /^\/core\/session\/run-session\.js$/, "client-failed"],
      ["a module that the lazy part needs", "/modules", /^\/core\/stage\/stage\.js$/, "client-failed"],
      ["the lazy part in a bundle", "/bundled", /^\/bundle\/run-session-(?!again)[\w-]+\.js$/, "client-failed"],
    ])("%s: the next click asks anew and works", async (_what, page, hangs, fails) => {
      [hanging, requested] = [hangs, []];
      await driver.goto(`${origin}${page}`);
      await expect.poll(title, { timeout: 8000 }).toBe("idle");

      await driver.click("#open");
      await expect.poll(title, { timeout: 8000 }).toBe(fails);
      expect(hanging, requested.join(" ")).toBe(undefined);
      await driver.click("#open");

      await expect.poll(title, { timeout: 8000 }).toBe("open");
    });
  });
});
