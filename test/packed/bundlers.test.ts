import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "vite";
import { createCustomer, type Customer } from "./customer.ts";

/** A part of a bundle, as every bundler of this family describes it. */
interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly moduleIds: readonly string[];
}

type Bundler = (customer: Customer, input: string) => Promise<Chunk[]>;

const bundlers: Record<string, Bundler> = {
  async rolldown(_customer, input) {
    const bundle = await rolldown({
      input,
      platform: "browser",
      logLevel: "silent",
      transform: { define: { "process.env.NODE_ENV": '"production"' } },
    });
    const { output } = await bundle.generate({ format: "esm" });
    await bundle.close();
    return output.filter((file) => file.type === "chunk");
  },
  async vite(customer, input) {
    const built = await build({
      configFile: false,
      root: customer.folder,
      logLevel: "silent",
      build: { write: false, minify: false, modulePreload: { polyfill: false }, rolldownOptions: { input } },
    });
    return (Array.isArray(built) ? built : [built])
      .flatMap((result) => ("output" in result ? result.output : []))
      .filter((file) => file.type === "chunk");
  },
};

const unused = [
  `import { createHumanConnect, cdnClient, HumanConnectError, normalizeSession } from "@human-connect/core";`,
  `import { en } from "@human-connect/core/languages/en"; import { ar } from "@human-connect/core/languages/ar";`,
  `import { directClient } from "@human-connect/core/direct";`,
  `import { npmClient } from "@human-connect/core/npm";`,
  `import { hostedConnectUrl, readHostedCallback } from "@human-connect/core/hosted";`,
  `import { legacyClient } from "@human-connect/core/legacy";`,
  `import { ConnectButton, ConnectionList, ConnectStatus, HumanConnectProvider, useHumanConnect } from "@human-connect/react";`,
  `import { ConnectButton, ConnectCard, useHumanConnect, createHumanConnectPlugin } from "@human-connect/vue";`,
  `import { ConnectController, HumanConnectButton, HumanConnectCard, renderButtonHtml } from "@human-connect/element";`,
  `import "@human-connect/core";`,
  `import "@human-connect/react";`,
  `import "@human-connect/vue";`,
  `import "@human-connect/element";`,
];

let customer: Customer;
beforeAll(async () => {
  customer = await createCustomer(["react", "react-dom", "vue"]);
});
afterAll(() => customer?.remove());

describe.each(Object.keys(bundlers))("%s", (name) => {
  let count = 0;
  const bundle = (code: string, by = customer): Promise<Chunk[]> =>
    bundlers[name]!(by, by.write(`src/${name}-${count++}.js`, code));

  it.each(unused)("leaves not one byte of an unused %s", async (code) => {
    const chunks = await bundle(code);

    expect(chunks.map((chunk) => chunk.code.trim())).toEqual([""]);
  });

  it.each([
    `import { createHumanConnect } from "@human-connect/core"; globalThis.used = createHumanConnect;`,
    `import { ConnectButton } from "@human-connect/react"; globalThis.used = ConnectButton;`,
    `import { ConnectCard } from "@human-connect/vue"; globalThis.used = ConnectCard;`,
  ])("loads the lazy part in one request: %s", async (code) => {
    const chunks = await bundle(code);
    const first = new Set([...eager(chunks)].map(({ fileName }) => fileName));
    const lazy = chunks.filter(({ moduleIds }) =>
      moduleIds.some((id) => /session\/run-session(-again)?\.js$/.test(id)),
    );

    expect(lazy).toHaveLength(2);
    // A chunk that both copies share would be requested once the first has come.
    for (const { imports } of lazy) expect(imports.filter((name) => !first.has(name))).toEqual([]);
  });

  it("loads the airlock, the stage and the normaliser late", async () => {
    const chunks = await bundle(
      `import { createHumanConnect } from "@human-connect/core"; globalThis.connect = createHumanConnect({ getToken: () => "token" });`,
    );

    expect(modulesOf(eager(chunks))).toContain("core/dist/human-connect.js");
    for (const late of ["widget/airlock", "stage/stage", "session/run-session", "model/session", "client/script"]) {
      expect(modulesOf(eager(chunks))).not.toContain(`core/dist/${late}.js`);
      expect(modulesOf(chunks)).toContain(`core/dist/${late}.js`);
    }
  });

  it("holds nothing that is for tests alone, unless it is asked for", async () => {
    const use = `import { createHumanConnect } from "@human-connect/core"; globalThis.connect = createHumanConnect;`;
    const product = await bundle(use);
    const tests = await bundle(
      `${use} import { createFakeClient } from "@human-connect/core/testing"; globalThis.fake = createFakeClient;`,
    );

    const fake = /core\/dist\/testing\b/;
    expect(modulesOf(tests).filter((id) => fake.test(id)).length).toBeGreaterThan(0);
    expect(modulesOf(product).filter((id) => fake.test(id))).toEqual([]);
  });

  it("keeps the words of a session and the Spanish ones out of what a page loads at first", async () => {
    const chunks = await bundle(
      `import { ConnectButton } from "@human-connect/react"; globalThis.button = ConnectButton;`,
    );

    expect(modulesOf(eager(chunks))).toContain("react/dist/connect-button.js");
    expect(modulesOf(eager(chunks)).filter((id) => /(widget|view|card)-labels/.test(id))).toEqual([]);
  });

  it("holds no language that is not asked for, and loads one late", async () => {
    const use = `import { ConnectCard } from "@human-connect/react"; globalThis.card = ConnectCard;`;
    const without = await bundle(use);
    const late = await bundle(
      `${use} globalThis.speak = async () => (await import("@human-connect/core/languages/fr")).fr;`,
    );

    const language = /core\/dist\/languages\//;
    expect(modulesOf(without).filter((id) => language.test(id))).toEqual([]);
    expect(modulesOf(late).filter((id) => language.test(id))).toEqual(["core/dist/languages/fr.js"]);
    expect(modulesOf(eager(late))).not.toContain("core/dist/languages/fr.js");
    // Neither the page nor the lazy part pays for it.
    const sizeOf = (chunks: readonly Chunk[]): number => chunks.reduce((sum, { code }) => sum + code.length, 0);
    expect(
      sizeOf(late.filter(({ moduleIds }) => !moduleIds.some((id) => language.test(id.replaceAll("\\", "/"))))),
    ).toBeLessThan(sizeOf(without) + 200);
  });

  it("keeps a language that is added to the page", async () => {
    const chunks = await bundle(`import "@human-connect/element/languages/ar";`);

    expect(modulesOf(eager(chunks)).filter((id) => /^(core|element)\//.test(id))).toEqual([
      "element/dist/languages/ar.js",
    ]);
  });

  it("draws one part of react without the others", async () => {
    const chunks = await bundle(
      `import { ConnectionList } from "@human-connect/react"; globalThis.list = ConnectionList;`,
    );

    expect(modulesOf(chunks)).toContain("react/dist/connection-list.js");
    expect(modulesOf(chunks)).not.toContain("react/dist/connect-button.js");
  });

  it("keeps what registers the elements, although nobody uses a name of it", async () => {
    const chunks = await bundle(`import "@human-connect/element/define";`);

    expect(modulesOf(eager(chunks))).toContain("element/dist/define.js");
    expect(eager(chunks)[0]!.code).toContain("human-connect-button");
  });

  it("needs the vendor's package for nothing but npmClient", async () => {
    const chunks = await bundle(
      `import { createHumanConnect } from "@human-connect/core"; import { ConnectButton } from "@human-connect/react"; globalThis.all = [createHumanConnect, ConnectButton];`,
    );

    expect(
      chunks
        .filter(({ code }) => code.includes("humanapi-connect-client") && !/["'`][^"'`\n]*cdn\.humanapi/.test(code))
        .map(({ fileName }) => fileName),
    ).toEqual([]);
    expect(modulesOf(chunks).filter((id) => id.startsWith("humanapi"))).toEqual([]);
  });

  it("loads nothing late for directClient, and no code of the vendor", async () => {
    const chunks = await bundle(
      `import { directClient } from "@human-connect/core/direct"; globalThis.client = directClient();`,
    );

    expect(chunks.length).toBe(1);
    const own = chunks[0]!.moduleIds.filter((id) => !id.includes("/src/") && !id.startsWith("\0"));
    expect(own.map((id) => id.replace(/^.*\/core\/dist\//, "")).toSorted()).toEqual([
      "base/bare.js",
      "direct.js",
      "direct/connect-url.js",
      "direct/open-frame.js",
      "model/errors.js",
      "page/read-document.js",
      "page/remove-node.js",
    ]);
  });

  it("builds npmClient without the vendor's package, and the click then says which one to install", async () => {
    const chunks = await bundle(
      `import { npmClient } from "@human-connect/core/npm"; globalThis.load = () => npmClient().load(AbortSignal.any([]));`,
    );
    for (const { fileName, code } of chunks) customer.write(`without/${name}/${fileName}`, code);
    const entry = chunks.find(({ isEntry }) => isEntry)!.fileName;
    // As much of a page as Vite and the kit use here.
    const page = `globalThis.window = globalThis.document = Object.assign(new EventTarget(), { createElement: () => ({}) });`;
    const said = `${page} await import("./without/${name}/${entry}"); await load().catch(({ code, message }) => console.log(code, message));`;

    const { stdout } = await customer.node("--input-type=module", "--eval", said);

    expect(stdout).toMatch(/^client-failed .*npm install humanapi-connect-client\n$/);
  });

  it("loads the vendor's package late for npmClient", async () => {
    const owner = await createCustomer(["humanapi-connect-client"]);
    try {
      const chunks = await bundle(
        `import { npmClient } from "@human-connect/core/npm"; globalThis.client = npmClient();`,
        owner,
      );
      const holdsVendor = (chunk: Chunk): boolean =>
        chunk.moduleIds.some((id) => id.includes("/humanapi-connect-client/"));

      expect(eager(chunks).filter(holdsVendor)).toEqual([]);
      expect(chunks.filter(holdsVendor).length).toBe(1);
    } finally {
      owner.remove();
    }
  });
});

/** What a page loads with its entry: the entry, and all that it imports at once. */
function eager(chunks: readonly Chunk[]): Chunk[] {
  const found = new Set<Chunk>();
  const add = (chunk: Chunk | undefined): void => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const file of chunk.imports) add(chunks.find(({ fileName }) => fileName === file));
  };
  add(chunks.find(({ isEntry }) => isEntry));
  return [...found];
}

/** Our modules in some chunks, such as `core/dist/index.js`. */
function modulesOf(chunks: readonly Chunk[]): string[] {
  return chunks.flatMap(({ moduleIds }) =>
    moduleIds.map((id) => id.replaceAll("\\", "/").replace(/^.*\/@human-connect\//, "")),
  );
}
