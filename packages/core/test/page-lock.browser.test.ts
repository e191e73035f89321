import { afterEach, describe, expect, it } from "vitest";
import { claimPage } from "../src/page-lock.js";

const key = Symbol.for("human-connect.session");
const page = globalThis as { [key]?: object };

afterEach(() => void delete page[key]);

describe("claimPage", () => {
  it("refuses a second claim, and grants it when the first is given back", () => {
    const release = claimPage();

    expect(claimPage).toThrow(expect.objectContaining({ code: "widget-busy" }));
    release();

    expect(claimPage).not.toThrow();
  });

  it("is known to another copy of the kit on the page", async () => {
    const copyUrl = new URL("../src/page-lock.ts?copy", import.meta.url).href;
    const copy = (await import(/* @vite-ignore */ copyUrl)) as typeof import("../src/page-lock.js");
    const release = claimPage();

    expect(copy.claimPage).not.toBe(claimPage);
    expect(copy.claimPage).toThrow(expect.objectContaining({ code: "widget-busy" }));
    release();

    expect(copy.claimPage).not.toThrow();
  });

  it("leaves nothing on the page when it is given back", () => {
    claimPage()();

    expect(key in globalThis).toBe(false);
  });

  it("takes nothing from the next session when the last one gives it back twice", () => {
    const release = claimPage();
    release();
    claimPage();

    release();

    expect(claimPage).toThrow(expect.objectContaining({ code: "widget-busy" }));
  });
});
