import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { directClient } from "../../src/direct.js";
import type { WidgetOptions } from "../../src/model/widget-options.js";
import type { VendorClient } from "../../src/vendor/vendor-client.js";
import { readTarget, toVendorOptions } from "../../src/vendor-options.js";
import { openInAirlock } from "../../src/widget/airlock.js";
import { hostileText } from "../../../../test/fuzz/hostile-text.ts";
import { loadVendors } from "./vendors.js";

const { "2.3.1": older, "2.4.1": current } = await loadVendors();
const direct = await directClient().load(new AbortController().signal);

/** The options that 2.3.1 does not know. */
const added = ["segment", "pinnedProviders"];

/** What a client makes of its options: the frame as the kit places it, or an error. */
function observe({ open }: VendorClient, given: Record<string, unknown>): object {
  try {
    const { frame, returned } = openInAirlock(
      () => open({ ...given }),
      () => {},
    );
    const attributes = [...frame!.attributes].filter(({ name }) => name !== "style");
    return {
      returned,
      attributes: Object.fromEntries(attributes.map(({ name, value }) => [name, value])),
      // The order in which declarations were made means nothing, and depends on whether the URL makes a valid background.
      styles: frame!.style.cssText.split(/; ?/).toSorted(),
    };
  } catch {
    return { throws: true };
  }
}

function expectSame(given: Record<string, unknown>): object {
  const ours = observe(direct, given);
  expect(ours).toEqual(observe(current, given));
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => !added.includes(name)));
  expect(observe(direct, known)).toEqual(observe(older, known));
  return ours;
}

const anyText = fc.oneof(
  hostileText,
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
const latinText = fc.array(fc.integer({ min: 0, max: 0xff })).map((units) => String.fromCharCode(...units));
const baseUrl = fc.oneof(
  fc.constantFrom(
    "https://hapi-connect.humanapi.co",
    "https://hapi-connect.humanapi.co/",
    "https://connect.test/a/b/?token=old&token=older&x=%FF&y=%zz&mode=&'()~=1#token=x",
    "https://тест.test/ü?ü#ü",
    "https://connect.test:8443/%2e%2e/a;b?a+b=c d",
    "http://localhost:3000/?&&==&clientId=1",
    "http://[::1]:8080",
  ),
  fc
    .tuple(fc.constantFrom("/", "/?", "/#", "/?token="), anyText)
    .map(([start, rest]) => `https://c.test${start}${rest}`),
);

const widgetOptions: fc.Arbitrary<WidgetOptions> = fc.record(
  {
    baseUrl,
    mode: fc.constantFrom("auth", "select"),
    clientId: anyText,
    preseed: fc.boolean(),
    preseededSources: fc.array(
      fc.oneof(fc.record({ id: latinText, name: latinText }), fc.jsonValue(), fc.constant(undefined)),
      { maxLength: 3 },
    ) as fc.Arbitrary<readonly unknown[]>,
    inviteSessionId: anyText,
    config: anyText,
    segment: anyText,
    pinnedProviders: fc.oneof(anyText, fc.array(anyText, { maxLength: 3 })),
  },
  { requiredKeys: [] },
);

const anyValue = fc.oneof(
  { arbitrary: anyText, weight: 4 },
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    false,
    0,
    1,
    -0,
    Number.NaN,
    "",
    "false",
    "select",
    "auth",
    10n,
    Symbol("x"),
  ),
  fc.anything(),
);
const rawOptions = fc.record(
  {
    token: anyValue,
    baseURL: fc.oneof(
      { arbitrary: baseUrl, weight: 8 },
      fc.constantFrom("", "relative", "//host.test", "https://", undefined, null),
    ),
    mode: fc.oneof(fc.constantFrom("auth", "select", undefined), anyValue),
    clientId: anyValue,
    preseed: anyValue,
    preseededSources: fc.oneof(anyValue, fc.array(fc.anything(), { maxLength: 3 })),
    inviteSessionId: anyValue,
    config: anyValue,
    segment: anyValue,
    pinnedProviders: anyValue,
  },
  { requiredKeys: [] },
);

beforeEach(() => {
  // The vendor logs what it throws.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const runs = inject("modelStories");
const seed = inject("modelSeed");

describe("the frame of directClient() and that of the vendor's client", () => {
  it("have the same address and attributes for any options of the kit", () => {
    let compared = 0;
    fc.assert(
      fc.property(widgetOptions, anyText, (options, token) => {
        let given: Record<string, unknown>;
        try {
          given = toVendorOptions(options, readTarget(options), token);
        } catch {
          // What the kit rejects reaches no client.
          return;
        }
        compared += 1;
        expectSame(given);
      }),
      { numRuns: runs, seed },
    );
    expect(compared).toBeGreaterThan(runs / 2);
  });

  it("have the same address and attributes for any values of these options, or both clients throw", () => {
    let opened = 0;
    fc.assert(
      fc.property(rawOptions, (given) => {
        if (!("throws" in expectSame({ ...given, version: "V2" }))) opened += 1;
      }),
      { numRuns: runs, seed },
    );
    expect(opened).toBeGreaterThan(runs / 4);
  });

  it.each([
    ["has room", 830, 590],
    ["is too narrow", 829, 590],
    ["is too low", 830, 589],
  ])("have the same attributes in a window that %s", (_, width, height) => {
    vi.stubGlobal("innerWidth", width);
    vi.stubGlobal("innerHeight", height);
    expectSame({ token: "t", baseURL: "https://connect.test", version: "V2" });
  });
});
