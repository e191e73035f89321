import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { alias } from "../../../alias.ts";
import { markup } from "./server-app.js";

type Server = typeof import("./server-entry.js");

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const nodeModules = here("../../../node_modules");
let folder: string;

/** Bundles the page with one major of React, as a framework's server build does. */
async function loadServer(major: "18" | "19"): Promise<Server> {
  const suffix = major === "18" ? "-18" : "";
  const aliases = [...alias, { find: /^(react|react-dom)(?=\/|$)/, replacement: `${nodeModules}/$1${suffix}` }];
  const bundle = await rolldown({
    input: here("server-entry.tsx"),
    platform: "node",
    // The directive at the top of the package is for bundlers of server components.
    logLevel: "silent",
    transform: { jsx: { runtime: "automatic" }, define: { "process.env.NODE_ENV": '"development"' } },
    plugins: [
      {
        name: "aliases",
        resolveId(id) {
          const found = aliases.find(({ find }) => find.test(id));
          return found && this.resolve(id.replace(found.find, found.replacement));
        },
      },
    ],
  });
  const dir = join(folder, major);
  await bundle.write({ dir, format: "esm", entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" });
  await bundle.close();
  return import(pathToFileURL(join(dir, "server-entry.mjs")).href);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "human-connect-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(["19", "18"] as const)("on a server with React %s", (major) => {
  let server: Server;
  const getToken = vi.fn(() => "token");
  const load = vi.fn<() => Promise<never>>();
  const options = { getToken, client: { load } };

  beforeAll(async () => {
    server = await loadServer(major);
  });
  beforeEach(() => {
    vi.spyOn(console, "error");
    vi.spyOn(console, "warn");
    vi.spyOn(globalThis, "fetch");
  });
  afterEach(() => {
    expect([console.error, console.warn, globalThis.fetch].flatMap((spy) => vi.mocked(spy).mock.calls)).toEqual([]);
    vi.restoreAllMocks();
  });

  it("is that React", () => {
    expect(server.version.split(".")[0]).toBe(major);
  });

  it("renders to a string what a client draws at first", () => {
    expect(server.renderToString(server.createElement(server.App, options))).toBe(markup);
  });

  it("renders to a stream what a client draws at first", async () => {
    const written = await new Promise<string>((resolve, reject) => {
      const { pipe } = server.renderToPipeableStream(server.createElement(server.App, options), {
        onAllReady: () => resolve(text(pipe(new PassThrough()))),
        onError: reject,
      });
    });

    expect(written).toBe(markup);
  });

  it("asks for no token, loads nothing and leaves no timer", () => {
    const before = process.getActiveResourcesInfo();

    server.renderToString(server.createElement(server.App, { ...options, prefetchToken: true }));

    expect(getToken).not.toHaveBeenCalled();
    expect(load).not.toHaveBeenCalled();
    expect(process.getActiveResourcesInfo()).toEqual(before);
  });

  it("subscribes to nothing", () => {
    const subscribe = vi.fn(() => () => {});
    const state = { status: "idle", currentConnections: [] } as const;
    const ask = vi.fn(() => Promise.resolve(state));
    const connect = {
      getState: () => state,
      getLabelOptions: () => ({ locale: "es" }),
      subscribe,
      on: subscribe,
      open: ask,
      prepare: async () => void ask(),
      close: ask,
    };

    for (const part of [server.ConnectButton, server.ConnectionList, server.ConnectStatus]) {
      server.renderToString(server.createElement(part as typeof server.ConnectButton, { connect }));
    }

    expect(subscribe).not.toHaveBeenCalled();
    expect(ask).not.toHaveBeenCalled();
  });

  it("gives each request a state of its own", () => {
    const known = { ...options, initialConnections: [{ id: "b2", name: "Birch Pharmacy" }] };
    const button = (props: object): string =>
      server.renderToString(server.createElement(server.ConnectButton, { ...options, ...props }));

    expect(button(known)).toContain("data-connected");
    expect(button({})).not.toContain("data-connected");
  });

  it.each(["ConnectButton", "ConnectionList", "ConnectStatus"] as const)(
    "throws a TypeError for a %s with neither getToken nor a provider",
    (name) => {
      const lost = server.createElement(server[name] as typeof server.ConnectionList, {});

      expect(() => server.renderToString(lost)).toThrow(
        new TypeError("tokenUrl is missing. Pass tokenUrl or getToken here or to a HumanConnectProvider."),
      );
    },
  );
});
