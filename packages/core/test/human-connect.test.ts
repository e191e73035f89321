import { afterEach, describe, expect, it, vi } from "vitest";
import { createHumanConnect, type HumanConnect } from "../src/human-connect.js";
import type { HumanConnectOptions } from "../src/session/options.js";
import type { HumanConnectState } from "../src/model/state.js";

const clinic = { id: "c1", name: "Clinic" };
const pharmacy = { id: "p1", name: "Pharmacy" };

afterEach(() => vi.unstubAllGlobals());

/** A connection as it is on a server, with everything that could reach out noted. */
function createOnServer(options: Partial<HumanConnectOptions> = {}): {
  connect: HumanConnect;
  getToken: ReturnType<typeof vi.fn>;
  load: ReturnType<typeof vi.fn>;
} {
  const getToken = vi.fn(() => "token");
  const load = vi.fn(() => Promise.reject(new Error("no vendor on a server")));
  return { connect: createHumanConnect({ getToken, client: { load }, ...options }), getToken, load };
}

describe("importing the kit on a server", () => {
  it("adds no global, fetches nothing and leaves no mark", async () => {
    const fetched = vi.fn();
    vi.stubGlobal("fetch", fetched);
    const names = Object.getOwnPropertyNames(globalThis);
    vi.resetModules();

    await import("../src/index.js");

    expect(Object.getOwnPropertyNames(globalThis)).toEqual(names);
    expect(fetched).not.toHaveBeenCalled();
    expect(performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("human-connect"))).toEqual([]);
  });
});

describe("createHumanConnect", () => {
  it.each([undefined, null, {}, { getToken: "abc" }, { getToken: null }])(
    "throws a TypeError that says what to give for %j",
    (options) => {
      expect(() => createHumanConnect(options as unknown as HumanConnectOptions)).toThrow(
        new TypeError("Set tokenUrl, or a getToken function"),
      );
    },
  );

  it("does not read a getter before it is used", () => {
    const read = vi.fn(() => ({ getToken: () => "token" }));

    createHumanConnect(read);

    expect(read).not.toHaveBeenCalled();
  });

  it("starts idle, with nothing connected, asking nobody", () => {
    const { connect, getToken, load } = createOnServer();

    expect(connect.getState()).toEqual({ status: "idle", currentConnections: [] });
    expect(getToken).not.toHaveBeenCalled();
    expect(load).not.toHaveBeenCalled();
  });

  it("gives the same frozen state until something changes", () => {
    const { connect } = createOnServer({ initialConnections: [clinic] });
    const state = connect.getState();

    expect(connect.getState()).toBe(state);
    expect([state, state.currentConnections].every(Object.isFrozen)).toBe(true);
  });
});

describe("open() on a server", () => {
  it("ends in the error no-dom and asks for no token", async () => {
    const { connect, getToken } = createOnServer();

    const state = await connect.open();

    expect(state).toMatchObject({
      status: "error",
      error: { name: "HumanConnectError", code: "no-dom" },
      currentConnections: [],
    });
    expect(state).toBe(connect.getState());
    expect(getToken).not.toHaveBeenCalled();
  });

  it("goes through loading and tells everybody", async () => {
    const onError = vi.fn();
    const { connect } = createOnServer({ onError });
    const seen: string[] = [];
    const heard: string[] = [];
    connect.subscribe(() => seen.push(connect.getState().status));
    connect.on("error", ({ error }) => heard.push(error.code));

    await connect.open();

    expect(seen).toEqual(["loading", "error"]);
    expect(heard).toEqual(["no-dom"]);
    expect(onError.mock.calls.map(([event]) => event.type)).toEqual(["error"]);
  });

  it("does not reject when callbacks throw", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { connect } = createOnServer({
      onError() {
        throw new Error("callback");
      },
    });
    connect.subscribe(() => {
      throw new Error("listener");
    });

    await expect(connect.open()).resolves.toMatchObject({ status: "error" });
  });

  it("can be tried again", async () => {
    const { connect } = createOnServer();
    await connect.open();

    const second = connect.open();

    expect(connect.getState().status).toBe("loading");
    await expect(second).resolves.toMatchObject({ status: "error" });
  });

  it("joins the attempt that is under way", async () => {
    const { connect } = createOnServer();

    const first = connect.open();

    expect(connect.open()).toBe(first);
    await first;
  });

  it("keeps the connections that are known", async () => {
    const { connect } = createOnServer({ initialConnections: [clinic] });
    connect.getState();

    await expect(connect.open()).resolves.toMatchObject({ currentConnections: [clinic] });
  });

  it("keeps the connections that are known when nobody has read the state before", async () => {
    const { connect } = createOnServer({ initialConnections: [clinic] });

    await expect(connect.open()).resolves.toMatchObject({ currentConnections: [clinic] });
  });

  it("resolves with its own end even when a listener opens again at once", async () => {
    const { connect } = createOnServer();
    let again: Promise<HumanConnectState> | undefined;
    connect.on("error", () => (again ??= connect.open()));

    await expect(connect.open()).resolves.toMatchObject({ status: "error" });
    await again;
  });
});

describe("prepare() and close() on a server", () => {
  it("do nothing", async () => {
    const { connect, getToken, load } = createOnServer({ prefetchToken: true });

    await connect.prepare();
    connect.close();

    expect(connect.getState().status).toBe("idle");
    expect(getToken).not.toHaveBeenCalled();
    expect(load).not.toHaveBeenCalled();
  });
});

describe("subscribe() and on()", () => {
  it("end with the function that they return, for good", async () => {
    const { connect } = createOnServer();
    const changes = vi.fn();
    const errors = vi.fn();
    const leave = [connect.subscribe(changes), connect.on("error", errors)];

    for (const end of [...leave, ...leave]) end();
    await connect.open();

    expect([changes, errors].map(({ mock }) => mock.calls)).toEqual([[], []]);
  });

  it("call a function that is subscribed twice twice, until each is ended", async () => {
    const { connect } = createOnServer();
    const errors = vi.fn();
    const leave = connect.on("error", errors);
    connect.on("error", errors);

    await connect.open();
    expect(errors).toHaveBeenCalledTimes(2);
    leave();
    await connect.open();

    expect(errors).toHaveBeenCalledTimes(3);
  });
});

describe("the options", () => {
  it("are read anew at each use, so that the latest callback is called", async () => {
    const seen: string[] = [];
    let onError = (): void => void seen.push("first");
    const connect = createHumanConnect(() => ({ getToken: () => "token", onError: () => onError() }));
    const over = connect.open();

    onError = () => void seen.push("second");
    await over;

    expect(seen).toEqual(["second"]);
  });

  it("do not make open() reject when the getter throws", async () => {
    const connect = createHumanConnect(() => {
      throw new Error("getter");
    });

    await expect(connect.open()).resolves.toMatchObject({ status: "error" });
  });
});

describe("initialConnections", () => {
  it("are the connections from the start", () => {
    const { connect } = createOnServer({ initialConnections: [clinic, pharmacy] });

    expect(connect.getState()).toEqual({ status: "idle", currentConnections: [clinic, pharmacy] });
  });

  it("make no new state when their content stays the same", () => {
    const connect = createHumanConnect(() => ({ getToken: () => "token", initialConnections: [{ ...clinic }] }));

    expect(connect.getState()).toBe(connect.getState());
  });

  it("replace the connections when their content changes, and listeners hear of it once", async () => {
    let initialConnections = [clinic];
    const connect = createHumanConnect(() => ({ getToken: () => "token", initialConnections }));
    const listener = vi.fn();
    connect.getState();
    connect.subscribe(listener);
    await new Promise((resolve) => setImmediate(resolve));
    listener.mockClear();

    initialConnections = [pharmacy];

    expect(connect.getState().currentConnections).toEqual([pharmacy]);
    connect.getState();
    await new Promise((resolve) => setImmediate(resolve));
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("can become empty", () => {
    let initialConnections = [clinic];
    const connect = createHumanConnect(() => ({ getToken: () => "token", initialConnections }));
    connect.getState();

    initialConnections = [];

    expect(connect.getState().currentConnections).toEqual([]);
  });

  it("change nothing when they are taken away", () => {
    let initialConnections: { id: string; name: string }[] | undefined = [clinic];
    const connect = createHumanConnect(() => ({ getToken: () => "token", initialConnections }));
    connect.getState();

    initialConnections = undefined;

    expect(connect.getState().currentConnections).toEqual([clinic]);
  });

  it("wait for the end of a session that is under way", async () => {
    let initialConnections = [clinic];
    const connect = createHumanConnect(() => ({ getToken: () => "token", initialConnections }));
    connect.getState();
    const over = connect.open();

    initialConnections = [pharmacy];
    expect(connect.getState()).toMatchObject({ status: "loading", currentConnections: [clinic] });
    await over;

    expect(connect.getState()).toMatchObject({ status: "error", currentConnections: [pharmacy] });
  });

  it("are neither kept nor frozen as a list", () => {
    const initialConnections = [clinic];
    const { connect } = createOnServer({ initialConnections });
    const state = connect.getState();

    initialConnections.push(pharmacy);

    expect(state.currentConnections).toEqual([clinic]);
  });
});
