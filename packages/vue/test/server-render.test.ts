import type { HumanConnect } from "@human-connect/core";
import {
  ConnectButton,
  ConnectCard,
  ConnectionList,
  ConnectStatus,
  createHumanConnectPlugin,
  useHumanConnect,
} from "@human-connect/vue";
import { createSSRApp, effectScope, h, ref } from "vue";
import { renderToString, renderToWebStream } from "vue/server-renderer";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPage, serverHtml } from "./server-app.js";

const getToken = vi.fn(() => "token");
const load = vi.fn<() => Promise<never>>();
const options = { getToken, client: { load } };

/** A connection that tells when somebody listens to it or uses it. */
function createWatched(): { connect: HumanConnect; used: () => unknown[] } {
  const state = { status: "idle", currentConnections: [] } as const;
  const on = vi.fn(() => () => {});
  const ask = vi.fn(() => Promise.resolve(state));
  return {
    connect: {
      getState: () => state,
      getLabelOptions: () => ({ locale: "es" }),
      subscribe: on,
      on,
      open: ask,
      prepare: async () => void ask(),
      close: ask,
    },
    used: () => [...on.mock.calls, ...ask.mock.calls],
  };
}

beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
  vi.spyOn(globalThis, "fetch");
});
afterEach(() => {
  expect([console.error, console.warn, globalThis.fetch].flatMap((spy) => vi.mocked(spy).mock.calls)).toEqual([]);
  vi.restoreAllMocks();
});

describe("on a server", () => {
  it("renders to a string what a client draws at first", async () => {
    expect(await renderToString(createPage(options))).toBe(serverHtml);
  });

  it("renders to a stream what a client draws at first", async () => {
    expect(await new Response(renderToWebStream(createPage(options))).text()).toBe(serverHtml);
  });

  it("asks for no token, loads nothing and leaves no timer", async () => {
    const before = process.getActiveResourcesInfo();

    await renderToString(createPage({ ...options, prefetchToken: true }));

    expect(getToken).not.toHaveBeenCalled();
    expect(load).not.toHaveBeenCalled();
    expect(process.getActiveResourcesInfo()).toEqual(before);
  });

  it("subscribes to nothing", async () => {
    const { connect, used } = createWatched();
    const views = [ConnectButton, ConnectCard, ConnectionList, ConnectStatus];
    const render = (): object[] => views.map((view) => h(view as typeof ConnectStatus, { connect }));

    await renderToString(createSSRApp({ render }));

    expect(used()).toEqual([]);
  });

  it("subscribes to nothing in a store either", () => {
    const app = createSSRApp({}).use(createHumanConnectPlugin(options));
    const scope = effectScope();
    const use = (): HumanConnect =>
      app.runWithContext(() => scope.run(() => useHumanConnect({ locale: "es" }))!).connect;
    const subscribe = vi.spyOn(use(), "subscribe");

    expect(use().subscribe).toBe(subscribe);

    expect(subscribe).not.toHaveBeenCalled();
    scope.stop();
  });

  it("gives each request a state of its own", async () => {
    const known = ref([{ id: "b2", name: "Birch Pharmacy" }]);
    const plugin = createHumanConnectPlugin({ ...options, initialConnections: known });
    const render = (): Promise<string> => renderToString(createSSRApp({ render: () => h(ConnectButton) }).use(plugin));

    expect(await render()).toContain("data-connected");
    known.value = [];
    expect(await render()).not.toContain("data-connected");
  });

  it.each([
    ["a button", () => h(ConnectButton, options), [/<button [^>]*data-v-1234/]],
    [
      "an inline button",
      () => h(ConnectButton, { ...options, inline: true }),
      [/<button [^>]*data-v-1234/, /<div class="human-connect-inline"[^>]*data-v-1234/],
    ],
    ["a card", () => h(ConnectCard, options), [/<section [^>]*data-v-1234/]],
  ])("puts the mark of its parent's scoped styles on %s", async (_of, render, patterns) => {
    const html = await renderToString(createSSRApp({ __scopeId: "data-v-1234", render: () => h("div", render()) }));

    for (const pattern of patterns) expect(html).toMatch(pattern);
  });

  it.each([ConnectButton, ConnectCard, ConnectionList, ConnectStatus])(
    "throws a TypeError for a %o with neither getToken nor anybody above",
    async (view) => {
      vi.mocked(console.warn).mockImplementation(() => {});
      const lost = createSSRApp({ render: () => h(view as typeof ConnectStatus) });

      await expect(renderToString(lost)).rejects.toThrow(
        new TypeError("tokenUrl is missing. Pass tokenUrl or getToken here or to a plugin or provider above."),
      );

      vi.mocked(console.warn).mockClear();
    },
  );

  it("is imported without touching anything", () => {
    expect(globalThis).not.toHaveProperty("document");
  });
});
