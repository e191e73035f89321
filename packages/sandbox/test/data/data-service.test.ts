import { describe, expect, it } from "vitest";
import type { Sandbox } from "../../src/index.js";
import { providers } from "../../src/world/providers.js";
import type { DataRecord } from "../../src/data/records.js";
import { askToken, startSandbox } from "../start-sandbox.js";

const providerOf = (kind: string): string => providers.find((provider) => provider.kind === kind)!.id;
const wearable = providerOf("wearable");
const noon = Date.UTC(2026, 5, 15, 12, 30);

interface DataAnswer {
  status: number;
  headers: Headers;
  body: DataRecord[];
}

async function readData(sandbox: Sandbox, path: string, token: string): Promise<DataAnswer> {
  const response = await fetch(`${sandbox.dataUrl}/v1/human${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, headers: response.headers, body: (await response.json()) as DataRecord[] };
}

async function startWithData(user = "jane", ...kinds: string[]): Promise<{ sandbox: Sandbox; token: string }> {
  const sandbox = await startSandbox({ now: () => noon });
  for (const kind of kinds.length > 0 ? kinds : ["wearable"]) sandbox.connectSource(user, providerOf(kind));
  const { body } = await askToken(sandbox, { type: "access", client_user_id: user });
  return { sandbox, token: String(body["access_token"]) };
}

const endpoints = [
  "sources",
  "activities",
  "activities/summaries",
  "sleeps",
  "heart_rate/readings",
  "heart_rate/summaries",
  "blood_glucose/readings",
  "blood_oxygen/readings",
  "blood_pressure/readings",
  "bmi/readings",
  "body_fat/readings",
  "height/readings",
  "weight/readings",
  "locations",
  "meals",
  "genetic_traits",
  "medical/test_results",
  "medical/medications",
];

describe("a list", () => {
  it.each(endpoints)(
    "%s has records with the common fields, newest first, from connected sources alone",
    async (name) => {
      const { sandbox, token } = await startWithData("jane", "wearable", "clinic", "lab", "pharmacy");

      const { status, body, headers } = await readData(sandbox, `/${name}?limit=500`, token);

      expect(status).toBe(200);
      expect(body.length).toBeGreaterThan(0);
      expect(Number(headers.get("x-total-count"))).toBeGreaterThanOrEqual(body.length);
      expect(new Set(body.map(({ id }) => id)).size).toBe(body.length);
      const sources = ["wearable", "clinic", "lab", "pharmacy"].map(providerOf);
      const created = body.map(({ createdAt }) => createdAt);
      expect(created).toEqual([...created].sort().toReversed());
      for (const record of body) {
        expect(record).toMatchObject({
          id: expect.stringMatching(/^[0-9a-f]{24}$/),
          humanId: expect.stringMatching(/^[0-9a-f]{32}$/),
          sourceData: {},
          createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        });
        expect(sources).toContain(record.source);
        expect(Date.parse(record.updatedAt)).toBeGreaterThanOrEqual(Date.parse(record.createdAt));
      }
    },
  );

  it("is the same each time and in each sandbox, and another one for another person", async () => {
    const first = await startWithData("jane");
    const second = await startWithData("jane");
    const other = await startWithData("john");

    const lists = [];
    for (const { sandbox, token } of [first, first, second, other])
      lists.push((await readData(sandbox, "/heart_rate/readings", token)).body);

    expect(lists[1]).toEqual(lists[0]);
    expect(lists[2]).toEqual(lists[0]);
    expect(lists[3]).not.toEqual(lists[0]);
  });

  it("is empty when nothing that is connected knows of it, and once the source is gone", async () => {
    const { sandbox, token } = await startWithData();
    const before = await readData(sandbox, "/sleeps", token);
    const without = await readData(sandbox, "/genetic_traits", token);

    await fetch(`${sandbox.url}/connect/api/connections/${wearable}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${sandbox.mintToken("jane")}` },
    });
    const after = await readData(sandbox, "/sleeps", token);

    expect([before.body.length, without.body.length, after.body.length]).toEqual([50, 0, 0]);
    expect(after.headers.get("x-total-count")).toBe("0");
  });

  it("is walked to its end through the links, each record once", async () => {
    const { sandbox, token } = await startWithData();
    const seen: string[] = [];
    const sizes: number[] = [];
    let url: string | undefined = `${sandbox.dataUrl}/v1/human/heart_rate/readings?limit=500`;

    while (url !== undefined) {
      const response: Response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      const page = (await response.json()) as DataRecord[];
      sizes.push(page.length);
      seen.push(...page.map(({ id }) => id));
      url = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    }

    expect(sizes).toEqual([500, 220]);
    expect(new Set(seen).size).toBe(720);
  });

  it("says where its other pages are, with the other parameters and without a token", async () => {
    const { sandbox, token } = await startWithData();
    const query = `source=${wearable}&limit=100&offset=300&access_token=${token}`;

    const { headers } = await readData(sandbox, `/heart_rate/readings?${query}`, token);

    const base = `<${sandbox.dataUrl}/v1/human/heart_rate/readings?source=${wearable}&limit=100&offset=`;
    expect(headers.get("link")).toBe(
      `${base}400>; rel="next", ${base}200>; rel="prev", ${base}0>; rel="first", ${base}700>; rel="last"`,
    );
    expect(headers.get("x-total-count")).toBe("720");
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  it.each<[string, string, number]>([
    ["created_since", "created_since=20260615T000000Z", 13],
    ["created_before", "created_before=20260614T000000Z", 720 - 13 - 24],
    ["a span of creation", "created_since=20260614T000000Z&created_before=20260615T000000Z", 24],
    ["two dates, both included", "start_date=2026-06-13&end_date=2026-06-14", 48],
    ["the id of a source", `source=${wearable}`, 720],
    ["the lower-case name of a source", `source=${encodeURIComponent("pulsario")}`, 720],
    ["a source that is not connected", `source=${providerOf("lab")}`, 0],
  ])("is narrowed by %s", async (_, query, total) => {
    const { sandbox, token } = await startWithData();

    const { headers } = await readData(sandbox, `/heart_rate/readings?${query}`, token);

    expect(Number(headers.get("x-total-count"))).toBe(total);
  });

  it("is narrowed by updates, which include later corrections", async () => {
    const { sandbox, token } = await startWithData();
    const all = await readData(sandbox, "/heart_rate/readings?limit=500", token);
    const corrected = all.body.find(({ createdAt, updatedAt }) => updatedAt !== createdAt)!;
    const second = new Date(Math.floor(Date.parse(corrected.updatedAt) / 1000) * 1000).toISOString();
    const since = second.replaceAll(/[-:]|\.\d+/g, "");

    const { body } = await readData(sandbox, `/heart_rate/readings?limit=500&updated_since=${since}`, token);

    expect(body.map(({ id }) => id)).toContain(corrected.id);
    for (const { updatedAt } of body) expect(Date.parse(updatedAt)).toBeGreaterThanOrEqual(Date.parse(second));
  });

  it.each([
    "limit=0",
    "limit=501",
    "limit=ten",
    "limit=",
    "offset=-1",
    "created_since=2026-06-15",
    "created_since=20260231T000000Z",
    "updated_before=yesterday",
    "start_date=2026-06-15",
    "end_date=2026-06-15",
    "start_date=2026-02-30&end_date=2026-03-01",
    "start_date=20260615&end_date=20260616",
  ])("is refused with %s, naming the parameter", async (query) => {
    const { sandbox, token } = await startWithData();

    const { status, body } = await readData(sandbox, `/activities?${query}`, token);

    const { validation } = body as unknown as { validation: { keys: string[] } };
    expect(status).toBe(400);
    expect(validation.keys[0]).toMatch(/^(limit|offset|created_since|updated_before|start_date|end_date)$/);
  });
});

describe("one thing", () => {
  it("is the latest reading under the name of what is read", async () => {
    const { sandbox, token } = await startWithData();

    const latest = await readData(sandbox, "/heart_rate", token);
    const all = await readData(sandbox, "/heart_rate/readings", token);
    const none = await readData(sandbox, "/height", token);

    expect(latest.body).toEqual(all.body[0]);
    expect(none.body).toEqual({});
  });

  it("is the profile, or the summary at the root", async () => {
    const { sandbox, token } = await startWithData();

    const profile = await readData(sandbox, "/profile", token);
    const summary = await readData(sandbox, "", token);
    const latest = await readData(sandbox, "/weight", token);

    expect(profile.body).toMatchObject({ humanId: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(summary.body).toMatchObject({ weight: latest.body, height: {} });
  });
});

describe("the token", () => {
  it("may stand in the query, as it did in older versions", async () => {
    const { sandbox, token } = await startWithData();

    const response = await fetch(`${sandbox.dataUrl}/v1/human/sources?access_token=${token}`);

    expect(await response.json()).toMatchObject([{ source: wearable, sourceName: "Pulsario" }]);
  });

  it("demo reads made-up data of every kind", async () => {
    const sandbox = await startSandbox();

    const { body } = await readData(sandbox, "/sources", "demo");

    expect(new Set(body.map((source) => source["type"])).size).toBe(6);
  });

  it.each<[string, (sandbox: Sandbox) => string | Promise<string>]>([
    ["is missing", () => ""],
    ["is unknown", () => "nonsense"],
    ["launches Connect", (sandbox) => sandbox.mintToken("jane")],
    [
      "has expired",
      async (sandbox) => {
        sandbox.setExpiry({ access: 0 });
        return String((await askToken(sandbox, { type: "access" })).body["access_token"]);
      },
    ],
    [
      "belongs to somebody who was deleted",
      async (sandbox) => {
        const { body } = await askToken(sandbox, { type: "access" });
        sandbox.deleteUser("jane");
        return String(body["access_token"]);
      },
    ],
  ])("is refused with 401 when it %s", async (_, toToken) => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");

    const { status, headers } = await readData(sandbox, "/sources", await toToken(sandbox));

    expect([status, headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  });

  it.each([
    ["data-401", 401, null],
    ["data-403", 403, null],
    ["data-429", 429, "60"],
    ["data-500", 500, null],
  ])("of a user with %s is answered %i", async (scenario, status, retryAfter) => {
    const { sandbox, token } = await startWithData(`jane+${scenario}`);

    const answer = await readData(sandbox, "/sources", token);

    expect([answer.status, answer.headers.get("retry-after")]).toEqual([status, retryAfter]);
    expect(answer.body).toMatchObject({ statusCode: status, errorCode: expect.any(String) });
  });
});

it("answers 404 for an unknown endpoint and 405 for another method", async () => {
  const { sandbox, token } = await startWithData();
  const headers = { authorization: `Bearer ${token}` };

  const unknown = await readData(sandbox, "/moods", token);
  const posted = await fetch(`${sandbox.dataUrl}/v1/human/sources`, { method: "POST", headers });

  expect(unknown.status).toBe(404);
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET"]);
});
