import { randomBytes } from "node:crypto";
import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTokenHandler, type HumanApiOptions, type TokenStore } from "../../src/index.js";
import { countCalls, createApi, createLogBook, startSandbox } from "../support/support.js";

function createStore(kept = new Map<string, string>()): TokenStore {
  return {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    delete: async (key) => kept.delete(key),
  };
}

const createKeys = () => [{ id: "k", key: randomBytes(32) }];

const places: Record<string, () => Partial<HumanApiOptions>> = {
  "this process's memory": () => ({}),
  "this process's memory, encrypted": () => ({ encryptionKeys: createKeys() }),
  "a store": () => ({ store: createStore() }),
  "a store, encrypted": () => ({ store: createStore(), encryptionKeys: createKeys() }),
};

describe.each(Object.entries(places))("what opens Connect and is kept in %s", (_, place) => {
  const start = async () => {
    const sandbox = await startSandbox();
    return { sandbox, humanApi: createApi(sandbox, place()) };
  };

  it("is served again, to whom it belongs", async () => {
    const { sandbox, humanApi } = await start();
    const [jane, joe] = [await humanApi.connectToken("jane"), await humanApi.connectToken("joe")];
    sandbox.clearRequests();

    // Its rest of life is shorter by then, on a busy machine by a second or more.
    const again = ({ expiresInSeconds, ...token }: typeof jane): object => ({
      ...token,
      expiresInSeconds: expect.closeTo(expiresInSeconds, -2),
    });
    expect(await humanApi.connectToken("jane")).toEqual(again(jane));
    expect(await humanApi.connectToken({ clientUserId: "joe" })).toEqual(again(joe));
    expect(joe.token).not.toBe(jane.token);
    expect(countCalls(sandbox)).toBe(0);
  });

  it("is the id token as soon as there is one", async () => {
    const { sandbox, humanApi } = await start();
    for (let turn = 0; turn < 2; turn++) expect(await humanApi.connectToken("jane")).toMatchObject({ type: "session" });
    sandbox.connectSource("jane");
    const { token } = await humanApi.idToken("jane");

    for (let turn = 0; turn < 2; turn++)
      expect(await humanApi.connectToken("jane")).toMatchObject({ type: "id", token });
  });

  it("is the new one when the old one was refused", async () => {
    const { humanApi } = await start();
    const old = await humanApi.connectToken("jane");
    await humanApi.connectToken("jane");

    const { token } = await humanApi.connectToken("jane", { fresh: true });

    expect(token).not.toBe(old.token);
    expect(await humanApi.connectToken("jane")).toMatchObject({ token });
  });

  it("is nothing any more for whoever was forgotten", async () => {
    const { sandbox, humanApi } = await start();
    const { token } = await humanApi.connectToken("jane");
    await humanApi.connectToken("jane");

    await humanApi.forget("jane");
    sandbox.clearRequests();

    expect((await humanApi.connectToken("jane")).token).not.toBe(token);
    expect(countCalls(sandbox)).toBe(1);
  });
});

describe("servers that share a store", () => {
  it("serve the token that another one has got in the place of theirs", async () => {
    const sandbox = await startSandbox();
    const store = createStore();
    const [one, two] = [createApi(sandbox, { store }), createApi(sandbox, { store })];
    for (const server of [one, two, one]) await server.connectToken("jane");

    const renewed = await two.connectToken("jane", { fresh: true });
    expect(await one.connectToken("jane")).toMatchObject({ token: renewed.token });

    sandbox.connectSource("jane");
    const { token } = await two.idToken("jane");
    expect(await one.connectToken("jane")).toMatchObject({ type: "id", token });

    await two.forget("jane");
    expect((await one.connectToken("jane")).token).not.toBe(token);
  });

  it("serve no id token any more once another one was told that there is no source", async () => {
    const sandbox = await startSandbox();
    const store = createStore();
    const [one, two] = [createApi(sandbox, { store }), createApi(sandbox, { store })];
    sandbox.connectSource("jane");
    for (const server of [one, one]) expect(await server.connectToken("jane")).toMatchObject({ type: "id" });

    sandbox.deleteUser("jane");
    const { token } = await two.connectToken("jane", { fresh: true });

    expect(await one.connectToken("jane")).toMatchObject({ type: "session", token });
    expect(await two.connectToken("jane")).toMatchObject({ type: "session", token });
  });

  it("open no encrypted entry in another's place, however often they have opened it in its own", async () => {
    const kept = new Map<string, string>();
    const humanApi = createApi(await startSandbox(), { store: createStore(kept), encryptionKeys: createKeys() });
    const tokens: string[] = [];
    const people = ["jane", "joe"] as const;
    for (let turn = 0; turn < 2; turn++)
      for (const person of people) tokens.push((await humanApi.connectToken(person)).token);
    expect(new Set(tokens).size).toBe(2);

    const [one, two] = [...kept.keys()].filter((key) => key.endsWith(":session")) as [string, string];
    const [first, second] = [kept.get(one)!, kept.get(two)!];
    kept.set(one, second).set(two, first);

    for (const person of people) expect(tokens).not.toContain((await humanApi.connectToken(person)).token);
  });

  it("serve the token that the note names when there are two", async () => {
    const sandbox = await startSandbox();
    const kept = new Map<string, string>();
    const store = createStore(kept);
    await createApi(sandbox, { store }).connectToken("jane");
    const [place, session] = [...kept].find(([key]) => key.endsWith(":session"))!;
    sandbox.connectSource("jane");
    const { token } = await createApi(sandbox, { store }).idToken("jane");
    expect(kept.has(place)).toBe(false);

    // As a server leaves it that was slow to write what it had got before.
    kept.set(place, session);

    const other = createApi(sandbox, { store });
    for (let turn = 0; turn < 2; turn++) expect(await other.connectToken("jane")).toMatchObject({ type: "id", token });
  });
});

describe("a store", () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  beforeEach(() => {
    unhandled.length = 0;
    process.on("unhandledRejection", note);
  });
  afterEach(() => void process.off("unhandledRejection", note));

  it("is asked once by a click that finds its token: for both kinds at the same time, then for the one that it was", async () => {
    const store = createStore();
    const [under, asked] = [new Set<string>(), [] as number[]];
    const humanApi = createApi(await startSandbox(), {
      store: {
        ...store,
        async get(key) {
          under.add(key);
          asked.push(under.size);
          await new Promise((resolve) => setImmediate(resolve));
          under.delete(key);
          return store.get(key);
        },
      },
    });
    await humanApi.connectToken("jane");
    asked.length = 0;

    await humanApi.connectToken("jane");
    expect(asked).toEqual([1, 2]);
    asked.length = 0;

    for (let turn = 0; turn < 3; turn++) await humanApi.connectToken("jane");
    expect(asked).toEqual([1, 1, 1]);
  });

  it.each<[string, (count: number) => unknown]>([
    ["rejects both", () => Promise.reject(new Error("no connection"))],
    [
      "rejects the one and throws at the other",
      (count) => {
        if (count % 2 === 0) throw new Error("no connection");
        return Promise.reject(new Error("no connection"));
      },
    ],
    [
      "throws at both",
      () => {
        throw new Error("no connection");
      },
    ],
  ])("that %s leaves no rejection that nobody hears", async (_, get) => {
    const sandbox = await startSandbox();
    const { onLog, events } = createLogBook();
    let count = 0;
    const humanApi = createApi(sandbox, { store: { ...createStore(), get: () => get(count++) }, onLog });

    await humanApi.connectToken("jane");
    await humanApi.connectToken("jane");
    await new Promise((resolve) => setImmediate(resolve));

    expect(countCalls(sandbox)).toBe(1);
    expect(events()).toContain("store-failed");
    expect(unhandled).toEqual([]);
  });

  it("that does not answer ends the wait of a click when whoever asks has gone", async () => {
    const asked = Promise.withResolvers<void>();
    const never = (): Promise<never> => {
      asked.resolve();
      return new Promise<never>(() => {});
    };
    const humanApi = createApi(await startSandbox(), { store: { ...createStore(), get: never } });
    const controller = new AbortController();
    const asking = humanApi.connectToken("jane", { signal: controller.signal });
    await asked.promise;

    controller.abort(new Error("enough"));

    await expect(asking).rejects.toThrow("enough");
  });
});

describe("the token endpoint", () => {
  const post = (signal?: AbortSignal): Request =>
    new Request("https://app.example/token", { method: "POST", ...(signal && { signal }) });

  it("asks a connectToken that somebody has put around ours, though a token is kept", async () => {
    const humanApi = createApi(await startSandbox());
    const asked: unknown[] = [];
    const handle = createTokenHandler({
      humanApi: {
        ...humanApi,
        connectToken(user, options) {
          asked.push(user);
          return humanApi.connectToken(user, options);
        },
      },
      identify: () => "jane",
      onLog: () => {},
    });

    for (let turn = 0; turn < 2; turn++) expect((await handle(post())).status).toBe(200);

    expect(asked).toEqual(["jane", "jane"]);
  });

  it("gives no kept token to somebody who has gone", async () => {
    const humanApi = createApi(await startSandbox());
    const handle = createTokenHandler({ humanApi, identify: () => "jane", onLog: () => {} });
    expect((await handle(post())).status).toBe(200);

    expect((await handle(post(AbortSignal.abort()))).status).toBe(499);
  });

  it.each<[string, () => unknown]>([
    ["a promise", () => Promise.resolve("jane")],
    ["a promise of another realm", () => runInNewContext("Promise.resolve('jane')") as unknown],
    ["an object", () => ({ clientUserId: "jane" })],
  ])("takes %s for whom identify names", async (_, identify) => {
    const humanApi = createApi(await startSandbox());
    const { token } = await humanApi.connectToken("jane");
    const handle = createTokenHandler({ humanApi, identify: identify as () => string, onLog: () => {} });

    expect(await (await handle(post())).json()).toMatchObject({ session_token: token });
  });

  it.each<[string, () => unknown]>([
    [
      "throws",
      () => {
        throw new Error("no database");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no database"))],
  ])("answers 500 and logs it once when identify %s", async (_, identify) => {
    const { onLog, events } = createLogBook();
    const humanApi = createApi(await startSandbox());
    const handle = createTokenHandler({ humanApi, identify: identify as () => string, onLog });

    expect((await handle(post())).status).toBe(500);
    expect(events()).toEqual(["handler-failed", "token-answered"]);
  });

  it("refuses what is no user, whoever was known before", async () => {
    const humanApi = createApi(await startSandbox());
    let user: unknown = "jane";
    const handle = createTokenHandler({ humanApi, identify: () => user as string, onLog: () => {} });
    expect((await handle(post())).status).toBe(200);

    for (user of ["", "undefined", { clientUserId: "" }, ["jane"], 7]) expect((await handle(post())).status).toBe(500);
  });
});
