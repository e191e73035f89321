import { describe, expect, it } from "vitest";
import type { DataEndpoint, DataQuery } from "../../src/index.js";
import { createApiOn } from "../support/support.js";
import { readNextLink } from "../../src/data/link.js";
import { toDataParams } from "../../src/data/query.js";

const at = (iso: string): Date => new Date(iso);

describe("a query", () => {
  it.each<[DataQuery, string]>([
    [{}, "limit=500"],
    [{ limit: 1 }, "limit=1"],
    [{ limit: 500, offset: 0 }, "limit=500&offset=0"],
    [{ source: "a b&c" }, "limit=500&source=a+b%26c"],
    [{ startDate: "2026-01-31", endDate: "2026-01-31" }, "limit=500&start_date=2026-01-31&end_date=2026-01-31"],
    [{ createdSince: at("2026-01-02T03:04:05Z") }, "limit=500&created_since=20260102T030405Z"],
    [{ createdSince: at("2026-01-02T03:04:05.999Z") }, "limit=500&created_since=20260102T030405Z"],
    [{ createdBefore: at("2026-01-02T03:04:05.001Z") }, "limit=500&created_before=20260102T030406Z"],
    [{ updatedSince: at("2026-01-02T01:00:00+02:00") }, "limit=500&updated_since=20260101T230000Z"],
    [{ updatedBefore: at("2026-12-31T23:59:59.500Z") }, "limit=500&updated_before=20270101T000000Z"],
    [{ limit: undefined, source: undefined }, "limit=500"],
  ])("%o is sent as %s", (query, text) => {
    expect(toDataParams(query).toString()).toBe(text);
  });

  it.each<[string, object]>([
    ["limit", { limit: 0 }],
    ["limit", { limit: 501 }],
    ["limit", { limit: 1.5 }],
    ["limit", { limit: "50" }],
    ["limit", { limit: Number.NaN }],
    ["offset", { offset: -1 }],
    ["createdSince", { createdSince: "2026-01-01" }],
    ["createdSince", { createdSince: new Date("nonsense") }],
    ["updatedBefore", { updatedBefore: 1_700_000_000_000 }],
    ["updatedBefore", { updatedBefore: new Date(8.64e15) }],
    ["startDate", { startDate: "2026-01-01" }],
    ["endDate", { endDate: "2026-01-01" }],
    ["startDate", { startDate: "2026-01-02", endDate: "2026-01-01" }],
    ["startDate", { startDate: "2026-02-30", endDate: "2026-03-01" }],
    ["endDate", { startDate: "2026-01-01", endDate: "2026-1-2" }],
    ["source", { source: " " }],
    ["created_since", { created_since: new Date() }],
    ["toString", { toString: 1 }],
  ])("is refused at once when its %s makes no sense: %o", async (name, query) => {
    const data = createApiOn("http://127.0.0.1:9").data("jane");

    expect(() => data.list("activities", query)).toThrow(TypeError);
    expect(() => data.list("activities", query)).toThrow(new RegExp(`query's ${name} `));
  });
});

it.each([
  "activity",
  "",
  "/profile",
  "profile/",
  "../profile",
  "medical",
  "medical/",
  "medical/../profile",
  "medical/%2e%2e/profile",
  "medical/a?b",
  "toString",
  undefined,
])("a list of %o is refused at once", (name) => {
  const data = createApiOn("http://127.0.0.1:9").data("jane");

  expect(() => data.list(name as DataEndpoint)).toThrow(/no endpoint with this name/);
});

it.each([
  ['<https://api.example/list?offset=50>; rel="next"', "https://api.example/list?offset=50"],
  ['<https://a.example/1>; rel="prev", <https://a.example/2>; rel="next"', "https://a.example/2"],
  ["</list?offset=50>; rel=next", "/list?offset=50"],
  ['</list?a=1,2;3>; title="one, two; rel=prev"; rel="first next"', "/list?a=1,2;3"],
  ['</2>;REL="NEXT"', "/2"],
  ['</1>; title="a \\" b, <c>", </2>; rel="next"', "/2"],
  ['<>; rel="next"', ""],
  ['</1>; rel="nextish"', undefined],
  ['</1>; rel="prev"', undefined],
  ["</1>", undefined],
  ["nonsense", undefined],
  ["", undefined],
])("the header %s leads to %o", (header, address) => {
  expect(readNextLink(header)).toBe(address);
});
