import { afterEach, describe, expect, inject, it, vi } from "vitest";
import { watchReach } from "../../src/widget/watch-reach.js";

const nowhere = "http://127.0.0.1:1";
const sandboxUrl = inject("sandboxUrl");
const { fetch: realFetch } = window;
afterEach(() => void (window.fetch = realFetch));

/** Watches to the end; what it asked, and what it found. */
async function watch(origin: string, signal = new AbortController().signal): Promise<[Request[], unknown[]]> {
  const asked: Request[] = [];
  const found: unknown[] = [];
  window.fetch = (input, init) => {
    asked.push(new Request(input, init));
    return realFetch(input, init);
  };
  await watchReach({ origin, baseUrl: `${origin}/?segment=adults`, origins: [] }, signal, (error) => found.push(error));
  return [asked, found];
}

describe("watchReach", () => {
  it("finds nothing where somebody answers, with one question", async () => {
    const [asked, found] = await watch(sandboxUrl);
    expect([asked.length, found]).toEqual([1, []]);
  });

  it("tells that nobody is there, after a second question, for the page itself", async () => {
    const [asked, found] = await watch(nowhere);
    expect(asked.map(({ url }) => url)).toEqual([
      `${nowhere}/images/data-source-type-icons/launch-connect-text.svg`,
      `${nowhere}/?segment=adults`,
    ]);
    expect(found).toEqual([
      expect.objectContaining({ code: "widget-failed", message: expect.stringContaining(nowhere) }),
    ]);
  });

  it("does not ask for the origin of this very page", async () => {
    expect(await watch(location.origin)).toEqual([[], []]);
  });

  it("asks without cookies and without saying where from", async () => {
    const [[request]] = await watch(sandboxUrl);
    expect(request).toMatchObject({
      method: "HEAD",
      mode: "no-cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
  });

  it("says nothing when the session is over before the answer", async () => {
    const controller = new AbortController();
    const watching = watch(nowhere, controller.signal);
    controller.abort();
    expect((await watching)[1]).toEqual([]);
  });

  it("says nothing when this page's policy forbids the question", async () => {
    const watching = watch(nowhere);
    const violation = { effectiveDirective: "connect-src", blockedURI: `${nowhere}/`, disposition: "enforce" } as const;
    document.dispatchEvent(
      new SecurityPolicyViolationEvent("securitypolicyviolation", {
        ...violation,
        documentURI: location.href,
        originalPolicy: "connect-src 'self'",
        violatedDirective: "connect-src",
        statusCode: 200,
      }),
    );
    expect((await watching)[1]).toEqual([]);
  });

  it.each(["before the first answer", "between the two questions"])(
    "leaves no timer behind when the session is over %s",
    async (moment) => {
      const set = vi.spyOn(window, "setTimeout");
      const clear = vi.spyOn(window, "clearTimeout");
      const controller = new AbortController();
      const watching = watch(nowhere, controller.signal);
      if (moment.startsWith("between"))
        await vi.waitFor(() => expect(set.mock.calls.some(([, ms]) => ms === 1000)).toBe(true));
      controller.abort();
      await watching;

      const left = set.mock.results.filter((_, index) => set.mock.calls[index]![1] === 1000);
      expect(left.every(({ value }) => clear.mock.calls.some(([timer]) => timer === value))).toBe(true);
      vi.restoreAllMocks();
    },
  );

  it("stops listening when the session is over", async () => {
    const controller = new AbortController();
    const add = vi.spyOn(document, "addEventListener");
    await watch(sandboxUrl, controller.signal);
    expect(add.mock.calls.map(([type, , options]) => [type, options])).toEqual([
      ["securitypolicyviolation", { signal: controller.signal }],
    ]);
    add.mockRestore();
  });
});
