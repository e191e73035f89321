import type { Sandbox } from "@human-connect/sandbox";
import { describe, expect, it } from "vitest";
import { type DataList, type DataPage, type DataRecord, dataEndpoints, type HumanApi } from "../../src/index.js";
import {
  countCalls,
  createApi,
  createApiOn,
  createClock,
  outcomeOf,
  type ScriptedAnswer,
  startSandbox,
  startService,
} from "../support/support.js";

/** The sandbox's most popular wearable and its 720 readings of the heart rate. */
const wearable = "5bef8183c7a1a105376a2354";
const readings = "heart_rate/readings";

const createDataApi = (sandbox: Sandbox, options = {}): HumanApi =>
  createApi(sandbox, { dataUrl: sandbox.dataUrl, ...options });

async function startWithData(user = "jane"): Promise<Sandbox> {
  const sandbox = await startSandbox();
  sandbox.connectSource(user, wearable);
  return sandbox;
}

const readAll = (list: DataList): Promise<DataRecord[]> => collect(list);

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

const countData = (sandbox: Sandbox): number =>
  sandbox.requests.filter(({ pathname }) => pathname.startsWith("/v1/human/")).length;

describe("a list of the sandbox", () => {
  it("is gone through from the first record to the last, over several pages, each record once", async () => {
    const sandbox = await startWithData();

    const records = await readAll(createDataApi(sandbox).data("jane").list(readings));

    expect(records).toHaveLength(720);
    expect(new Set(records.map(({ id }) => id)).size).toBe(720);
    expect([countData(sandbox), countCalls(sandbox)]).toEqual([2, 1]);
    const created = records.map(({ createdAt }) => createdAt);
    expect(created).toEqual(created.toSorted().toReversed());
  });

  it("is the same in pages of any size, with the total on each", async () => {
    const sandbox = await startWithData();
    const data = createDataApi(sandbox).data("jane");

    const all = await readAll(data.list(readings));
    const pages = await collect(data.list(readings, { limit: 250 }).pages());

    expect(pages.map(({ records }) => records.length)).toEqual([250, 250, 220]);
    expect(pages.map(({ total }) => total)).toEqual([720, 720, 720]);
    expect(pages.flatMap(({ records }) => records)).toEqual(all);
  });

  it("is read no further than somebody goes, and anew each time", async () => {
    const sandbox = await startWithData();
    const list = createDataApi(sandbox).data("jane").list(readings, { limit: 10 });
    const readThree = async (): Promise<string[]> => {
      const ids: string[] = [];
      for await (const { id } of list) if (ids.push(id) === 3) break;
      return ids;
    };

    const first = await readThree();
    const second = await readThree();

    expect(first).toHaveLength(3);
    expect(second).toEqual(first);
    expect(countData(sandbox)).toBe(2);
  });

  it("keeps its filters on every page", async () => {
    const sandbox = await startWithData();
    const data = createDataApi(sandbox).data("jane");
    const all = await readAll(data.list(readings));
    const since = new Date(all[300]!.createdAt);

    const recent = await readAll(data.list(readings, { limit: 100, createdSince: since, source: wearable }));
    const ofNobody = await readAll(data.list(readings, { source: "nobody" }));

    const whole = Math.floor(since.getTime() / 1000) * 1000;
    expect(recent).toEqual(all.filter(({ createdAt }) => Date.parse(createdAt) >= whole));
    expect(recent.length).toBeGreaterThan(299);
    expect(ofNobody).toEqual([]);
  });

  it("starts where it is told to", async () => {
    const sandbox = await startWithData();
    const data = createDataApi(sandbox).data("jane");

    const all = await readAll(data.list(readings));
    const rest = await readAll(data.list(readings, { offset: 700, limit: 15 }));

    expect(rest).toEqual(all.slice(700));
  });

  it.each(dataEndpoints)("of %s exists, also where it is one thing alone", async (name) => {
    const sandbox = await startWithData();

    const records = await readAll(createDataApi(sandbox).data("jane").list(name));

    const isOne = ["profile", "sources", "heart_rate", "blood_glucose", "weight", "bmi"].includes(name);
    if (isOne) expect(records).toHaveLength(1);
    for (const record of records) expect(record).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{24}$/) });
  });

  it("of something medical takes any name, and tells when there is no such thing", async () => {
    const sandbox = await startWithData();
    sandbox.connectSource("jane");
    const data = createDataApi(sandbox).data("jane");

    expect((await readAll(data.list("medical/medications"))).length).toBeGreaterThan(0);
    expect(await outcomeOf(readAll(data.list("medical/horoscopes")))).toMatchObject({
      code: "upstream-refused",
      status: 404,
    });
  });
});

describe("the token of a list", () => {
  it.each([
    ["data-403", { code: "data-forbidden", status: 403, retryable: false }, 1, 1],
    ["data-401", { code: "access-token-refused", status: 401, retryable: false }, 2, 2],
    ["data-429", { code: "rate-limited", status: 429, retryable: true, retryAfterSeconds: 60 }, 1, 1],
    ["data-500", { code: "upstream-failed", status: 500, retryable: true }, 1, 3],
  ])("with %s", async (scenario, expected, tokens, calls) => {
    const sandbox = await startWithData(`jane+${scenario}`);

    const outcome = await outcomeOf(readAll(createDataApi(sandbox).data(`jane+${scenario}`).list("sleeps")));

    expect(outcome).toMatchObject(expected);
    expect([countCalls(sandbox), countData(sandbox)]).toEqual([tokens, calls]);
  });

  it("is replaced once when it was ended before its time, also between two pages", async () => {
    const sandbox = await startWithData();
    const pages = createDataApi(sandbox).data("jane").list(readings, { limit: 400 }).pages()[Symbol.asyncIterator]();
    const first = await pages.next();

    sandbox.deleteUser("jane");
    sandbox.connectSource("jane", wearable);
    const second = await pages.next();

    expect([first.value.records.length, second.value.records.length]).toEqual([400, 320]);
    expect([countCalls(sandbox), countData(sandbox)]).toEqual([2, 3]);
  });

  it("is asked for once by many lists at the same time, and once more when all of them are refused", async () => {
    const sandbox = await startWithData();
    const data = createDataApi(sandbox).data("jane");
    const readMany = (): Promise<unknown> =>
      Promise.all(Array.from({ length: 20 }, () => readAll(data.list("activities"))));

    await readMany();
    const before = countCalls(sandbox);
    sandbox.deleteUser("jane");
    sandbox.connectSource("jane", wearable);
    await readMany();

    expect([before, countCalls(sandbox)]).toEqual([1, 2]);
  });

  it("is not asked for while the kept one lasts, and is when it ends", async () => {
    const now = createClock();
    const sandbox = await startSandbox({ now });
    sandbox.connectSource("jane", wearable);
    const data = createDataApi(sandbox, { now }).data("jane");

    await readAll(data.list("meals"));
    now.pass(3_600_000);
    await readAll(data.list("meals"));
    const during = countCalls(sandbox);
    now.pass(86_400_000);
    await readAll(data.list("meals"));

    expect([during, countCalls(sandbox)]).toEqual([1, 2]);
  });

  it.each([
    ["nobody", "unknown-client-user-id"],
    ["deleted", "access-token-generation-not-allowed"],
  ])("for %s cannot be had, which is told as it is", async (user, code) => {
    const sandbox = await startSandbox();
    sandbox.connectSource("deleted", wearable);
    sandbox.deleteUser("deleted");

    expect(await outcomeOf(readAll(createDataApi(sandbox).data(user).list("meals")))).toMatchObject({ code });
    expect(countData(sandbox)).toBe(0);
  });

  it("is of a real person", () => {
    expect(() => createApiOn("http://127.0.0.1:9").data("undefined")).toThrow(TypeError);
  });
});

const access: ScriptedAnswer = { json: { access_token: "token-1", expires_in: 3600, token_type: "Bearer" } };
const page = (ids: readonly string[], headers: Record<string, string>): ScriptedAnswer => ({
  json: ids.map((id) => ({ id })),
  headers,
});

/** What a list of a hand-written service comes to. */
async function readFrom(...answers: ScriptedAnswer[]) {
  const service = await startService(access, ...answers);
  const api = createApiOn(service.url, { dataUrl: `${service.url}/base` });
  const outcome = await outcomeOf(collect<DataPage>(api.data("jane").list("meals", { limit: 2 }).pages()));
  const [, ...calls] = service.calls;
  return { outcome, calls, api };
}

describe("a service", () => {
  it("that has no links is followed by its total", async () => {
    const { outcome, calls } = await readFrom(
      page(["a", "b"], { "x-total-count": "5" }),
      page(["c", "d"], { "x-total-count": "5" }),
      page(["e"], { "x-total-count": "5" }),
    );

    expect((outcome as DataPage[]).flatMap(({ records }) => records.map(({ id }) => id))).toEqual([..."abcde"]);
    expect(calls.map(({ path }) => path)).toEqual([
      "/base/v1/human/meals?limit=2",
      "/base/v1/human/meals?limit=2&offset=2",
      "/base/v1/human/meals?limit=2&offset=4",
    ]);
  });

  it.each([
    ["says nothing", {}],
    ["has a total that is none", { "x-total-count": "many" }],
    ["links to other pages alone", { link: '</x>; rel="prev"', "x-total-count": "9" }],
  ])("that %s has one page", async (_, headers) => {
    const { outcome } = await readFrom(page(["a", "b"], headers as Record<string, string>), { status: 500 });

    expect(outcome).toMatchObject([{ records: [{ id: "a" }, { id: "b" }] }]);
  });

  it("whose pages are empty although its total says more is not asked for ever", async () => {
    const { outcome, calls } = await readFrom(page([], { "x-total-count": "9" }));

    expect(outcome).toEqual([{ records: [], total: 9 }]);
    expect(calls).toHaveLength(1);
  });

  it("gets the token alone, however its links lead elsewhere or hold a token", async () => {
    const link = '<https://thief.example/v1/human/meals?limit=2&offset=2&access_token=other>; rel="next"';
    const { outcome, calls } = await readFrom(page(["a", "b"], { link }), page(["c"], {}));

    expect(outcome).toHaveLength(2);
    expect(calls.map(({ path }) => path)).toEqual([
      "/base/v1/human/meals?limit=2",
      "/base/v1/human/meals?limit=2&offset=2",
    ]);
    expect(calls.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-1"]);
  });

  it("whose links go round in a circle is left", async () => {
    const { outcome, calls } = await readFrom(
      page(["a", "b"], { link: '<?limit=2&offset=2>; rel="next"' }),
      page(["c", "d"], { link: '<?limit=2>; rel="next"' }),
    );

    expect(outcome).toMatchObject({ code: "upstream-malformed" });
    expect((outcome as Error).message).toContain("circle");
    expect(calls).toHaveLength(2);
  });

  it.each<[string, ScriptedAnswer]>([
    ["HTML", { text: "<h1>Sign in</h1>" }],
    ["a number", { json: 5 }],
    ["a list of texts", { json: ["a"] }],
    ["a list of lists", { json: [[]] }],
    ["a link that is no URL", page(["a"], { link: '<https://[>; rel="next"' })],
    ["a redirect", { status: 302, headers: { location: "https://thief.example/" } }],
  ])("that answers %s is no Data API", async (_, answer) => {
    const { outcome } = await readFrom(answer);

    expect(outcome).toMatchObject({ code: "upstream-malformed", retryable: false });
  });

  it.each([
    ["null", { json: null }],
    ["nothing in an object", { json: {} }],
    ["an empty list", { json: [] }],
  ])("that answers %s has nothing", async (_, answer) => {
    const { outcome } = await readFrom(answer.json === null ? { text: "null" } : answer);

    expect(outcome).toMatchObject([{ records: [] }]);
  });

  it("is asked again after trouble that passes", async () => {
    const { outcome, calls } = await readFrom({ status: 503 }, { status: 429 }, page(["a"], {}));

    expect(outcome).toMatchObject([{ records: [{ id: "a" }] }]);
    expect(calls).toHaveLength(3);
  });

  it("whose refusal has the name of a token service's is not mistaken for one", async () => {
    const { outcome } = await readFrom({ status: 403, json: { errorCode: "NOT_AUTHORIZED" } });

    expect(outcome).toMatchObject({ code: "data-forbidden", status: 403 });
  });

  it("may send pages of several megabytes", async () => {
    const { outcome } = await readFrom({ json: [{ id: "a", note: "x".repeat(3_000_000) }] });

    expect(outcome).toMatchObject([{ records: [{ id: "a" }] }]);
  });
});

describe("somebody who does not wait any more", () => {
  it("ends the call under way", async () => {
    const service = await startService(access, () => {});
    const api = createApiOn(service.url, { dataUrl: service.url });
    const controller = new AbortController();
    const reason = new Error("gone");
    const outcome = outcomeOf(readAll(api.data("jane").list("meals", {}, { signal: controller.signal })));
    while (service.calls.length < 2) await new Promise((resolve) => setImmediate(resolve));

    controller.abort(reason);

    expect(await outcome).toBe(reason);
  });

  it("asks for nothing when they have gone before", async () => {
    const service = await startService(access);
    const api = createApiOn(service.url, { dataUrl: service.url });
    const reason = new Error("gone");

    const signal = AbortSignal.abort(reason);

    expect(await outcomeOf(readAll(api.data("jane").list("meals", {}, { signal })))).toBe(reason);
    expect(service.calls).toHaveLength(0);
  });
});
