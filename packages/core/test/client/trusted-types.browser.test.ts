import { afterEach, describe, expect, it, vi } from "vitest";

type TrustedTypesModule = typeof import("../../src/client/trusted-types.js");
type MakeUrl = (url: string, isNamed: boolean) => string;
interface Policies {
  createPolicy(name: string, rules: { createScriptURL: MakeUrl }): { createScriptURL: MakeUrl };
}

const url = "https://cdn.humanapi.co/client.js?a=b";
const elsewhere = "https://cdn.example/client.js";
const source = new URL("../../src/client/trusted-types.ts", import.meta.url).href;
let copies = 0;

/** A copy of the module that has made no policy yet. */
function loadCopy(): Promise<TrustedTypesModule> {
  return import(/* @vite-ignore */ `${source}?copy=${++copies}`) as Promise<TrustedTypesModule>;
}

/** Adds a policy to this page. It stays: later tests in this file live under it. */
function enforce(policy: string): void {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = policy;
  document.head.append(meta);
}

afterEach(() => void vi.unstubAllGlobals());

describe("trustScriptUrl", () => {
  it("gives the URL unchanged, in a form that a script accepts", async () => {
    const { trustScriptUrl } = await loadCopy();
    const script = document.createElement("script");

    script.src = trustScriptUrl(url);

    expect(script.src).toBe(url);
  });

  it("blesses what a script of the page has named, wherever it is", async () => {
    const { trustScriptUrl } = await loadCopy();
    const script = document.createElement("script");

    script.src = trustScriptUrl(elsewhere, true);

    expect(script.src).toBe(elsewhere);
  });

  it.each([true, false])(
    "blesses nothing else, whether the browser knows Trusted Types or not: %s",
    async (isKnown) => {
      if (!isKnown) vi.stubGlobal("trustedTypes", undefined);
      const { trustScriptUrl } = await loadCopy();

      for (const address of [elsewhere, `${location.protocol}//127.0.0.1:1/evil.js`, "/client.js", "javascript:0", ""])
        expect(() => trustScriptUrl(address)).toThrow(expect.objectContaining({ code: "invalid-option" }));
    },
  );

  it("holds the same list inside the policy itself", async () => {
    const createPolicy = vi.fn<Policies["createPolicy"]>((_name, rules) => rules);
    vi.stubGlobal("trustedTypes", { createPolicy });
    const { trustScriptUrl } = await loadCopy();
    trustScriptUrl(url);
    const [, rules] = createPolicy.mock.calls[0]!;

    expect(rules.createScriptURL(url, false)).toBe(url);
    expect(() => rules.createScriptURL(elsewhere, false)).toThrow("no script of the page has allowed");
  });

  it("takes no element of the page for the browser's Trusted Types", async () => {
    const form = document.body.appendChild(document.createElement("form"));
    form.innerHTML = "<input name=createPolicy>";
    form.id = "trustedTypes";
    const own = Object.getOwnPropertyDescriptor(window, "trustedTypes")!;
    // As in a browser that has none.
    Reflect.deleteProperty(window, "trustedTypes");
    expect((globalThis as { trustedTypes?: unknown }).trustedTypes).toBe(form);
    const { trustScriptUrl } = await loadCopy();

    expect(trustScriptUrl(url)).toBe(url);

    Object.defineProperty(window, "trustedTypes", own);
    form.remove();
  });

  it("makes one policy, named human-connect, however often it is asked", async () => {
    const createPolicy = vi.fn<Policies["createPolicy"]>((_name, rules) => rules);
    vi.stubGlobal("trustedTypes", { createPolicy });
    const { trustScriptUrl } = await loadCopy();

    expect([trustScriptUrl(url), trustScriptUrl(`${url}2`)]).toEqual([url, `${url}2`]);
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(["human-connect"]);
  });

  it("makes no policy before it is asked", async () => {
    const createPolicy = vi.fn<Policies["createPolicy"]>((_name, rules) => rules);
    vi.stubGlobal("trustedTypes", { createPolicy });

    await loadCopy();

    expect(createPolicy).not.toHaveBeenCalled();
  });

  it("gives plain text where the browser knows no Trusted Types", async () => {
    vi.stubGlobal("trustedTypes", undefined);
    const { trustScriptUrl } = await loadCopy();

    expect(trustScriptUrl(url)).toBe(url);
  });

  it("tries again after a refusal", async () => {
    const refusal = new TypeError("refused");
    const createPolicy = vi.fn<Policies["createPolicy"]>((_name, rules) => rules);
    createPolicy.mockImplementationOnce(() => {
      throw refusal;
    });
    vi.stubGlobal("trustedTypes", { createPolicy });
    const { trustScriptUrl } = await loadCopy();

    expect(() => trustScriptUrl(url)).toThrow(expect.objectContaining({ code: "client-blocked", cause: refusal }));
    expect(trustScriptUrl(url)).toBe(url);
  });

  it("passes a page that demands Trusted Types and allows the policy", async () => {
    enforce("require-trusted-types-for 'script'; trusted-types human-connect 'allow-duplicates'");
    const { trustScriptUrl } = await loadCopy();
    const script = document.createElement("script");

    expect(() => (script.src = url)).toThrow(TypeError);
    script.src = trustScriptUrl(url);

    expect(script.src).toBe(url);
  });

  it("says which directive to add to a page that does not allow the policy", async () => {
    enforce("trusted-types somebody-else");
    const { trustScriptUrl } = await loadCopy();

    expect(() => trustScriptUrl(url)).toThrow(
      expect.objectContaining({
        code: "client-blocked",
        message: expect.stringContaining("trusted-types human-connect"),
      }),
    );
  });
});
