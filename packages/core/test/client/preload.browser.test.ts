import { afterEach, describe, expect, it, vi } from "vitest";
import { preloadVendor } from "../../src/client/preload-vendor.js";
import { cdnClient, globalClient, type ConnectClient } from "../../src/index.js";
import { dropPreloads } from "../../src/page/preload-script.js";

let count = 0;
/** An address that no other test has named. */
const fresh = (): string => `${location.origin}/vendor.js?${++count}`;
const hints = (): HTMLLinkElement[] => [...document.querySelectorAll<HTMLLinkElement>("link[rel=preload]")];
const preload = (client?: ConnectClient): void => preloadVendor(() => ({ client }));

afterEach(() => {
  dropPreloads();
  vi.restoreAllMocks();
});

describe("preloadVendor", () => {
  it("asks for the script as its tag will", () => {
    const [url, integrity] = [fresh(), `sha384-${"A".repeat(64)}`];

    preload(cdnClient({ url, integrity, nonce: "once" }));

    const [hint] = hints();
    expect(hint).toMatchObject({ href: url, as: "script", integrity, nonce: "once", crossOrigin: "anonymous" });
    expect(hint!.referrerPolicy).toBe("no-referrer");
  });

  it("asks for the vendor's latest script where the options name no client", () => {
    preload();

    expect(hints().map(({ href }) => href)).toEqual(["https://cdn.humanapi.co/humanapi-connect-client@latest.js"]);
    expect(hints()[0]!.crossOrigin).toBe(null);
  });

  it("asks once until the script has loaded", () => {
    const client = cdnClient({ url: fresh() });

    preload(client);
    preload(client);
    expect(hints()).toHaveLength(1);

    dropPreloads();
    expect(hints()).toHaveLength(0);
  });

  it.each<[string, () => ConnectClient]>([
    ["an address from markup, which may be injected", () => cdnClient({ url: fresh(), isFromMarkup: true })],
    ["a client that loads nothing", () => globalClient()],
    ["a client of the host", () => ({ load: async () => ({ open() {} }) })],
  ])("asks for nothing for %s", (_what, create) => {
    preload(create());

    expect(hints()).toEqual([]);
  });

  it("asks for nothing without a network", () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);

    preload(cdnClient({ url: fresh() }));

    expect(hints()).toEqual([]);
  });

  it("leaves what goes wrong to the session", () => {
    const broken = (): never => {
      throw new Error("no options");
    };

    expect(() => preloadVendor(broken)).not.toThrow();
    expect(() => preload({ load: broken, preload: broken })).not.toThrow();
    vi.spyOn(DOMTokenList.prototype, "supports").mockReturnValue(false);
    preload(cdnClient({ url: fresh() }));
    expect(hints()).toEqual([]);
  });
});
