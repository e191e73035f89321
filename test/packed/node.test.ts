import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer, type Customer } from "./customer.ts";

const entries = [
  "@human-connect/core",
  "@human-connect/core/direct",
  "@human-connect/core/hosted",
  "@human-connect/core/legacy",
  "@human-connect/core/npm",
  "@human-connect/core/testing",
  "@human-connect/react",
  "@human-connect/vue",
  "@human-connect/element",
  "@human-connect/sandbox",
  "@human-connect/sandbox/playwright",
  "@human-connect/server",
  "@human-connect/server/humanity",
  "@human-connect/server/node",
];

/** Globals that Vue and Lit make for themselves. */
const ofFramework = /^(__VUE_|lit[A-Z]|reactiveElementVersions$|customElements$)/;

let customer: Customer;
beforeAll(async () => {
  customer = await createCustomer(["react", "react-dom", "vue"]);
});
afterAll(() => customer?.remove());

/** Runs a module of the customer to its own end. @returns What it printed as JSON. */
async function run(code: string, file = "main.mjs"): Promise<unknown> {
  customer.write(file, code);
  const { stdout, stderr } = await customer.node(file);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe.each(entries)("%s in plain Node", (entry) => {
  it("does nothing on import: no global, no timer, no warning, and the process ends by itself", async () => {
    const left = await run(`
      // Reading it makes Node itself add what its fetch needs.
      void globalThis.Request;
      const globals = () => Reflect.ownKeys(globalThis).map(String);
      const before = new Set(globals());
      const listeners = process.eventNames().length;
      const module = await import(${JSON.stringify(entry)});
      console.log(JSON.stringify({
        added: globals().filter((name) => !before.has(name) && !${ofFramework}.test(name)),
        timers: process.getActiveResourcesInfo().filter((name) => /Timeout|Immediate|TCP|Server/.test(name)),
        listeners: process.eventNames().length - listeners,
        exports: Object.keys(module).length > 0,
      }));
    `);

    expect(left).toEqual({ added: [], timers: [], listeners: 0, exports: true });
  });

  it("resolves into the package's dist", async () => {
    const url = await run(`console.log(JSON.stringify(import.meta.resolve(${JSON.stringify(entry)})))`);

    expect(url).toMatch(
      /\/node_modules\/@human-connect\/(core|react|vue|element|sandbox|server)\/dist\/(index|direct|npm|hosted|legacy|testing|playwright|humanity|node)\.js$/,
    );
  });

  it("is the same through require()", async () => {
    const isSame = await run(
      `import(${JSON.stringify(entry)}).then((module) => console.log(require(${JSON.stringify(entry)}) === module));`,
      "main.cjs",
    );

    expect(isSame).toBe(true);
  });
});

describe("core in plain Node", () => {
  it("makes a connection that says why it cannot open", async () => {
    const code = await run(`
      import { createHumanConnect } from "@human-connect/core";
      const connect = createHumanConnect({ getToken: () => "token" });
      await connect.prepare();
      const { status, error } = await connect.open();
      console.log(JSON.stringify([status, error.code]));
    `);

    expect(code).toEqual(["error", "no-dom"]);
  });

  it("needs the vendor's package only when it is used", async () => {
    const code = await run(`
      import { npmClient } from "@human-connect/core/npm";
      const code = await npmClient().load(new AbortController().signal).catch((error) => error.cause.code);
      console.log(JSON.stringify(code));
    `);

    expect(code).toBe("ERR_MODULE_NOT_FOUND");
  });

  it("keeps its inner files to itself", async () => {
    const code = await run(`
      console.log(JSON.stringify(await import("@human-connect/core/dist/widget/airlock.js").catch((error) => error.code)));
    `);

    expect(code).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  it("has its styles where a bundler looks for them", async () => {
    const url = await run(`console.log(JSON.stringify(import.meta.resolve("@human-connect/core/styles.css")))`);

    expect(customer.read("core", (url as string).split("/@human-connect/core/")[1]!)).toContain(
      ".human-connect-button",
    );
  });
});

describe("react in plain Node", () => {
  it("renders on a server", async () => {
    const html = await run(`
      import { ConnectButton } from "@human-connect/react";
      import { createElement } from "react";
      import { renderToString } from "react-dom/server";
      console.log(JSON.stringify(renderToString(createElement(ConnectButton, { getToken: () => "token" }, "Share"))));
    `);

    expect(html).toMatch(/^<button type="button".*>Share<\/span>.*<\/button><span role="status"/);
  });
});

describe("vue in plain Node", () => {
  it("renders on a server", async () => {
    const html = await run(`
      import { ConnectButton } from "@human-connect/vue";
      import { createSSRApp, h } from "vue";
      import { renderToString } from "vue/server-renderer";
      const app = createSSRApp({ render: () => h(ConnectButton, { getToken: () => "token" }, () => "Share") });
      console.log(JSON.stringify(await renderToString(app)));
    `);

    expect(html).toMatch(/<button type="button".*>Share<\/span>.*<\/button><span.* role="status"/);
  });
});

describe("element in plain Node", () => {
  it("writes its markup on a server", async () => {
    const html = await run(`
      import { renderButtonHtml } from "@human-connect/element";
      console.log(JSON.stringify(renderButtonHtml({ "token-url": "/token" }, "Share")));
    `);

    expect(html).toMatch(/^<human-connect-button token-url="\/token"><template shadowrootmode="open".*Share</s);
  });

  it.each(["define", "react-types", "solid-types", "vue-types"])(
    "can import %s, which registers nothing there",
    async (entry) => {
      const names = await run(`
      const module = await import("@human-connect/element/${entry}");
      const registered = globalThis.customElements?.get("human-connect-button") ?? null;
      console.log(JSON.stringify([Object.keys(module), registered]));
    `);

      expect(names).toEqual([entry === "define" ? ["configureElements"] : [], null]);
    },
  );
});

describe("the sandbox in plain Node", () => {
  it("serves its Connect page with all that it needs, and stops", async () => {
    const served = await run(`
      import { createSandbox } from "@human-connect/sandbox";
      const sandbox = await createSandbox();
      const page = await (await fetch(sandbox.connectUrl + "/?token=" + sandbox.mintToken("jane"))).text();
      const assets = [...page.matchAll(/(?:src|href)="([^"]+\\.(?:js|css))"/g)].map(([, path]) => path);
      const answers = await Promise.all(assets.map((path) => fetch(new URL(path, sandbox.connectUrl))));
      await sandbox.close();
      console.log(JSON.stringify({ assets: assets.length, ok: answers.every((answer) => answer.ok) }));
    `);

    expect(served).toEqual({ assets: 2, ok: true });
  });

  it("is a command", async () => {
    const { bin, version } = customer.manifest("sandbox");
    const cli = `node_modules/@human-connect/sandbox/${bin!["human-connect-sandbox"]!}`;

    expect(customer.read("sandbox", bin!["human-connect-sandbox"]!)).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect((await customer.node(cli, "--version")).stdout).toBe(`${version}\n`);
    expect((await customer.node(cli, "--help")).stdout).toContain("human-connect-sandbox");
  });
});
