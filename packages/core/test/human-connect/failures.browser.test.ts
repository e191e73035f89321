import { describe, expect, it, vi } from "vitest";
import type { VendorClient } from "../../src/vendor/vendor-client.js";
import { type HumanConnectOptions } from "../../src/session/options.js";
import { createFakeVendor } from "../fake-vendor.js";
import { watchPage } from "../watch-page.js";
import { splash, clinic, connecting, create, createFake, open, openLoaded, stage, never } from "./sessions.js";

describe("failures", () => {
  const html = "<!doctype html><p>Sign in</p>";
  const broken: [name: string, code: string, options: Partial<HumanConnectOptions>][] = [
    ["getToken rejects", "token-failed", { getToken: () => Promise.reject(new Error("503")) }],
    [
      "getToken throws",
      "token-failed",
      {
        getToken: () => {
          throw new Error("bug");
        },
      },
    ],
    ["getToken hangs", "token-timeout", { getToken: () => never, timeouts: { tokenMs: 5 } }],
    ["getToken gives a page", "token-malformed", { getToken: () => html }],
    ["getToken exposes a secret", "token-exposed", { getToken: () => ({ token: "t", client_secret: "s" }) }],
    ["the client rejects", "client-failed", { client: { load: () => Promise.reject(new Error("blocked")) } }],
    ["the client hangs", "client-timeout", { client: { load: () => never }, timeouts: { clientMs: 5 } }],
    ["the client has no open()", "client-malformed", { client: { load: () => Promise.resolve({} as VendorClient) } }],
    [
      "the client is nothing",
      "client-malformed",
      { client: { load: () => Promise.resolve(undefined as unknown as VendorClient) } },
    ],
    ["baseUrl is a script", "invalid-option", { baseUrl: "javascript:alert(1)" }],
    ["a trusted origin is a wildcard", "invalid-option", { messageOrigins: ["*"] }],
    ["mode is unknown", "invalid-option", { mode: "both" as "auth" }],
    ["the container is missing", "invalid-option", { container: "#nowhere" }],
    ["the container is no selector", "invalid-option", { container: "##" }],
  ];

  it.each(broken)(
    "when %s are told as %s, with a sentence for the person and nothing left on the page",
    async (_name, code, options) => {
      const session = createFake(options);
      const watch = watchPage();

      const state = await open(session.connect);

      expect(state).toMatchObject({ status: "error", error: { name: "HumanConnectError", code } });
      expect(session.log).toEqual(["loading", "error", "on error"]);
      expect(state.status === "error" && state.error.userMessage).toMatch(
        /^(Connect could not be opened|Connect is taking too long)/,
      );
      expect(state.status === "error" && state.session).toBeUndefined();
      await vi.waitFor(() => expect(watch.leftovers()).toEqual([]));
      watch.stop();
    },
  );

  it("speak the person's language", async () => {
    const session = createFake({ locale: "es-MX", getToken: () => Promise.reject(new Error("503")) });

    expect(await open(session.connect)).toMatchObject({
      error: { userMessage: "No se pudo abrir Connect. Inténtalo de nuevo." },
    });
  });

  it("without a network are told as such", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    const session = createFake({ getToken: () => Promise.reject(new TypeError("Failed to fetch")) });

    expect(await open(session.connect)).toMatchObject({
      error: { code: "offline", userMessage: "You are offline. Check your internet connection and try again." },
    });
  });

  it("are not made of the system's word that there is no network", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    const session = createFake({ baseUrl: "https://connect.example", messageOrigins: [location.origin] });

    await openLoaded(session);

    expect(session.connect.getState().status).toBe("open");
  });

  it("of a Connect page out of reach are explained by it", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    vi.spyOn(window, "fetch").mockRejectedValue(new TypeError("Failed to fetch"));
    const session = createFake({ baseUrl: "https://connect.example", messageOrigins: [location.origin] });
    const { over } = await openLoaded(session);
    const doubt = (): HTMLElement => stage()!.shadowRoot!.querySelector<HTMLElement>(".doubt")!;
    await vi.waitFor(() => expect(doubt().hidden).toBe(false), { timeout: 5000 });

    stage()!.shadowRoot!.querySelector<HTMLElement>(".close")!.click();

    expect(await over).toMatchObject({ status: "error", error: { code: "offline" } });
  });

  it("after the widget was on the screen keep what had happened", async () => {
    const session = createFake();
    const { over } = await openLoaded(session);
    session.fake.post(connecting);
    await vi.waitFor(() => expect(session.events).toHaveLength(2));

    session.fake.frame.remove();

    expect(await over).toMatchObject({
      status: "error",
      error: { code: "widget-removed" },
      session: { currentConnections: [clinic] },
      currentConnections: [clinic],
    });
  });
});

describe("waiting", () => {
  it("shows a stage with a way out when nothing happens for a while, and not before", async () => {
    const shown: boolean[] = [];
    const session = createFake({
      getToken() {
        shown.push(Boolean(stage()));
        return never;
      },
    });
    const over = open(session.connect);

    await vi.waitFor(
      () =>
        expect(stage()?.shadowRoot!.querySelector("[role=status]")!.textContent).toBe(
          "This is taking longer than usual…",
        ),
      { timeout: 10_000 },
    );
    stage()!.shadowRoot!.querySelector<HTMLElement>(".cancel")!.click();

    expect(await over).toMatchObject({ status: "closed", reason: "cancelled" });
    expect(shown).toEqual([false]);
  });

  it("never puts the stage over a widget that stands beside it", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const fake = createFakeVendor({ neverLoads: true, append: (node) => document.body.append(node) });
    const session = create({ baseUrl: splash, client: fake.client });
    void open(session.connect);
    await vi.waitFor(() => expect(session.connect.getState().status).toBe("open"));
    expect(stage()).toBeNull();

    await vi.advanceTimersByTimeAsync(10_000);

    expect(session.connect.getState().status).toBe("open");
    expect(stage()).toBeNull();
  });

  it("has its usual deadlines where a given one is undefined", async () => {
    const session = createFake({
      getToken: () => new Promise((resolve) => setTimeout(() => resolve("token"), 20)),
      timeouts: { tokenMs: undefined, clientMs: undefined, widgetMs: undefined },
    });

    await openLoaded(session);

    expect(session.connect.getState().status).toBe("open");
  });
});
