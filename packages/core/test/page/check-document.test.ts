import { afterEach, describe, expect, it, vi } from "vitest";
import { checkDocument } from "../../src/page/check-document.js";
import type { HumanConnectError } from "../../src/model/errors.js";

const able = {
  HTMLDialogElement: class {
    showModal(): void {}
  },
  CSSStyleSheet: class {
    replaceSync(): void {}
  },
  Element: class {
    attachShadow(): void {}
  },
  Document: pageOf(1280),
  document: {},
};

/** Of pages whose root is as wide as this. */
function pageOf(width: number): new () => object {
  return class {
    get adoptedStyleSheets(): unknown[] {
      return [];
    }
    get documentElement(): object {
      return { getBoundingClientRect: () => ({ width }) };
    }
  };
}

function failureIn(page: object): HumanConnectError | undefined {
  for (const [name, value] of Object.entries({ ...able, ...page })) vi.stubGlobal(name, value);
  try {
    checkDocument();
    return undefined;
  } catch (error) {
    return error as HumanConnectError;
  }
}

afterEach(() => void vi.unstubAllGlobals());

describe("checkDocument", () => {
  it("lets a page pass that can show a dialog", () => {
    expect(failureIn({})).toBeUndefined();
  });

  it.each([
    ["dialogs", { HTMLDialogElement: class {} }],
    ["dialogs", { HTMLDialogElement: undefined }],
    ["constructed stylesheets", { CSSStyleSheet: class {} }],
    ["adopted stylesheets", { Document: class {} }],
    ["layout", { Document: pageOf(0) }],
  ])("says of a simulated page that it has no %s, and names the client for tests", (missing, page) => {
    const error = failureIn(page)!;

    expect(error.code).toBe("no-dom");
    expect(error.message).toContain(missing);
    expect(error.message).toContain("createFakeClient");
  });

  it("lets a page of a browser pass that has no width yet", () => {
    vi.stubGlobal("process", undefined);

    expect(failureIn({ Document: pageOf(0) })).toBeUndefined();
  });

  it.each([
    [
      "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Mobile/15E148 Safari/604.1",
      "Safari 15.6",
    ],
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.77 Safari/537.36",
      "Chrome 70.0",
    ],
    ["Mozilla/5.0 (X11; rv:91.0) Gecko/20100101 Firefox/91.0", "Firefox 91.0"],
  ])("names a browser that is too old: %s", (userAgent, name) => {
    vi.stubGlobal("process", undefined);
    const error = failureIn({ CSSStyleSheet: class {}, navigator: { userAgent } })!;

    expect(error.message).toContain(`it is ${name}.`);
  });
});
