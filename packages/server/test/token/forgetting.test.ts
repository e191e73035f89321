import { describe, expect, it } from "vitest";
import { createHumanityClient } from "../../src/humanity.js";
import { createHumanApi, createMemoryStore, type HumanApi, type TokenStore } from "../../src/index.js";
import { outcomeOf } from "../support/support.js";

/** A store that tells what is in it, and is as slow as one over a network. */
function createSlowStore() {
  const kept = new Map<string, string>();
  const later = <T>(act: () => T): Promise<T> => new Promise((resolve) => setImmediate(() => resolve(act())));
  const store: TokenStore = {
    get: (key) => later(() => kept.get(key)),
    set: (key, value) => later(() => kept.set(key, value)),
    delete: (key) => later(() => kept.delete(key)),
  };
  return { store, kept, names: () => [...kept.keys()].map((key) => key.split(":").at(-1)!) };
}

const grants: Record<string, object> = {
  session: { session_token: "st-1", human_id: "h1", expires_in: 3600 },
  id: { id_token: "it-1", id_refresh_token: "idrt-1", human_id: "h1", expires_in: 86_400 },
  access: { access_token: "at-1", refresh_token: "atrt-1", expires_in: 86_400 },
};

/** A service that answers when it is told to, each call by its own. */
function createService() {
  const waiting: (() => void)[] = [];
  const fetch = (_: string, { body }: RequestInit): Promise<Response> => {
    const { type } = JSON.parse(String(body)) as { type: string };
    const answered = Promise.withResolvers<Response>();
    waiting.push(() => answered.resolve(Response.json(grants[type])));
    return answered.promise;
  };
  const arrived = (count: number): Promise<void> => expect.poll(() => waiting.length).toBe(count) as Promise<void>;
  return { fetch, waiting, arrived };
}

const methods: Record<string, (humanApi: HumanApi) => Promise<{ token: string }>> = {
  sessionToken: (humanApi) => humanApi.sessionToken("first"),
  idToken: (humanApi) => humanApi.idToken("first"),
  accessToken: (humanApi) => humanApi.accessToken("first"),
  connectToken: (humanApi) => humanApi.connectToken("first"),
  "connectToken, fresh": (humanApi) => humanApi.connectToken("first", { fresh: true }),
};

const nothing = {
  humanId: undefined,
  idRefreshToken: undefined,
  accessRefreshToken: undefined,
  hipAccessRefreshToken: undefined,
};

describe.each(Object.entries(methods))("%s that is under way when somebody is forgotten", (_, call) => {
  it.each([
    ["by the same server", 0],
    ["by another server with the same store", 1],
  ])("%s gives the token to whoever waits, and keeps nothing", async (_by, index) => {
    const { store, kept } = createSlowStore();
    const { fetch, waiting, arrived } = createService();
    const options = { clientId: "c", clientSecret: "s", store, fetch, onLog: () => {} };
    const servers = [createHumanApi(options), createHumanApi(options)] as const;
    const asked = call(servers[0]);
    await arrived(1);

    await servers[index]!.forget("first");
    expect(kept.size).toBe(0);
    waiting[0]!();

    expect((await asked).token).toMatch(/^(st|it|at)-1$/);
    expect(kept.size).toBe(0);
    for (const server of servers) expect(await server.remembered("first")).toEqual(nothing);
  });

  it("is not joined by whoever comes afterwards, whose token is kept", async () => {
    const { store, names } = createSlowStore();
    const { fetch, waiting, arrived } = createService();
    const humanApi = createHumanApi({ clientId: "c", clientSecret: "s", store, fetch, onLog: () => {} });
    const before = call(humanApi);
    await arrived(1);

    await humanApi.forget("first");
    const afterwards = call(humanApi);
    await arrived(2);
    for (const answer of waiting) answer();
    await Promise.all([before, afterwards]);

    expect(names().filter((name) => ["session", "id", "access"].includes(name))).toHaveLength(1);
    expect(names()).not.toContain("minting");
  });
});

describe("forget", () => {
  it("waits for what is being written, in this process's memory as well", async () => {
    for (const store of [undefined, createSlowStore().store]) {
      const { fetch, waiting, arrived } = createService();
      const humanApi = createHumanApi({ clientId: "c", clientSecret: "s", store, fetch, onLog: () => {} });
      const asked = humanApi.idToken("first");
      await arrived(1);
      waiting[0]!();
      // The writing may have begun, or not, or be over.
      for (let turns = 0; turns < 12; turns++) {
        await new Promise((resolve) => setImmediate(resolve));
        await humanApi.forget("first");
        expect(await humanApi.remembered("first")).toEqual(nothing);
      }
      await asked;
      expect(await humanApi.remembered("first")).toEqual(nothing);
    }
  });

  it("reaches a call that is still looking for a token in the store", async () => {
    const { store, kept, names } = createSlowStore();
    const [looking, goesOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow: TokenStore = {
      ...store,
      async get(key) {
        looking.resolve();
        await goesOn.promise;
        return store.get(key);
      },
    };
    const options = { clientId: "c", clientSecret: "s", fetch: async () => Response.json(grants["session"]) };
    const humanApi = createHumanApi({ ...options, store: slow, onLog: () => {} });
    const asked = humanApi.connectToken("first");
    await looking.promise;

    const forgotten = humanApi.forget("first");
    goesOn.resolve();
    await forgotten;

    expect((await asked).token).toBe("st-1");
    expect(kept.size).toBe(0);
    await humanApi.connectToken("first");
    expect(names().toSorted()).toEqual(["human-id", "session"]);
  });

  it("ends a call that would only begin its second half", async () => {
    const { store, kept } = createSlowStore();
    const answered = Promise.withResolvers<Response>();
    let calls = 0;
    const fetch = async (): Promise<Response> => (++calls === 1 ? answered.promise : Response.json(grants["id"]));
    const humanApi = createHumanApi({ clientId: "c", clientSecret: "s", store, fetch, onLog: () => {} });
    const asked = humanApi.connectToken("first");
    await expect.poll(() => calls).toBe(1);

    await humanApi.forget("first");
    answered.resolve(new Response("", { status: 403 }));

    expect(await asked).toMatchObject({ type: "id", token: "it-1" });
    expect(kept.size).toBe(0);
  });

  it("of one person changes nothing for others", async () => {
    const { store, names } = createSlowStore();
    const { fetch, waiting, arrived } = createService();
    const humanApi = createHumanApi({ clientId: "c", clientSecret: "s", store, fetch, onLog: () => {} });
    const asked = humanApi.idToken("second");
    await arrived(1);

    await humanApi.forget("first");
    waiting[0]!();
    await asked;

    expect(names().toSorted()).toEqual(["connect-kind", "human-id", "id", "refresh-id"]);
  });

  it("tries everything, also where the store fails with the first", async () => {
    const { store, kept } = createSlowStore();
    const fetch = async (): Promise<Response> => Response.json(grants["id"]);
    let failures = 0;
    const failing: TokenStore = {
      ...store,
      delete: (key) =>
        key.endsWith(":minting") && failures++ > 0 ? Promise.reject(new Error("no")) : store.delete(key),
    };
    const humanApi = createHumanApi({ clientId: "c", clientSecret: "s", store: failing, fetch, onLog: () => {} });
    await humanApi.idToken("first");

    expect(await outcomeOf(humanApi.forget("first"))).toMatchObject({ code: "store-failed" });
    expect(kept.size).toBe(0);
  });

  it("of Humanity's tokens keeps nothing of what is under way either", async () => {
    for (const index of [0, 1]) {
      const { store, kept } = createSlowStore();
      const answered = Promise.withResolvers<Response>();
      let calls = 0;
      const fetch = (): Promise<Response> => (calls++, answered.promise);
      const options = { clientId: "c", clientSecret: "s", username: "u", password: "p", store, fetch, onLog: () => {} };
      const servers = [createHumanityClient(options), createHumanityClient(options)] as const;
      const asked = servers[0].accessToken();
      await expect.poll(() => calls).toBe(1);

      await servers[index]!.forget();
      answered.resolve(Response.json({ token_type: "bearer", access_token: "a", refresh_token: "r", expires_in: 60 }));

      expect(await asked).toMatchObject({ token: "a" });
      expect(kept.size).toBe(0);
    }
  });
});

describe("a store that cannot be relied on for what was just written", () => {
  it.each<[string, (kept: Map<string, string>) => TokenStore]>([
    [
      "gives it back later",
      (kept) => ({
        get: (key) => (key.endsWith(":minting") ? null : kept.get(key)),
        set: kept.set.bind(kept),
        delete: kept.delete.bind(kept),
      }),
    ],
    [
      "gives back something else",
      (kept) => ({
        get: (key) => (key.endsWith(":minting") ? { value: kept.get(key) } : kept.get(key)),
        set: kept.set.bind(kept),
        delete: kept.delete.bind(kept),
      }),
    ],
  ])("and %s keeps tokens as ever", async (_, create) => {
    const store = create(new Map());
    let calls = 0;
    const fetch = async (): Promise<Response> => (calls++, Response.json(grants["session"]));
    const humanApi = createHumanApi({ clientId: "c", clientSecret: "s", store, fetch, onLog: () => {} });

    await humanApi.sessionToken("first");
    await humanApi.sessionToken("first");

    expect(calls).toBe(1);
  });
});

it("two servers that ask for tokens of one person at once lose none of those that they give", async () => {
  const store = createMemoryStore();
  const { fetch, waiting, arrived } = createService();
  const options = { clientId: "c", clientSecret: "s", store, fetch, onLog: () => {} };
  const servers = [createHumanApi(options), createHumanApi(options)];
  const asked = servers.flatMap((server) => [server.sessionToken("first"), server.accessToken("first")]);
  await arrived(4);

  for (const answer of waiting) answer();

  expect((await Promise.all(asked)).map(({ token }) => token)).toEqual(["st-1", "at-1", "st-1", "at-1"]);
  const { token } = await servers[0]!.sessionToken("first");
  expect([token, waiting.length]).toEqual(["st-1", 4]);
});
