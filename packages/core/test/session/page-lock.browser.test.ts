import { afterEach, describe, expect, it } from "vitest";
import { claimPage } from "../../src/session/page-lock.js";

const key = Symbol.for("human-connect.session");
const page = globalThis as { [key]?: object };

afterEach(() => void delete page[key]);

const { signal } = new AbortController();
const busy = expect.objectContaining({ code: "widget-busy" });

describe("claimPage", () => {
  it("refuses a second claim, and grants it when the first is given back", async () => {
    const release = await claimPage(signal);

    await expect(claimPage(signal)).rejects.toEqual(busy);
    release();

    await expect(claimPage(signal)).resolves.toBeTypeOf("function");
  });

  it("claims a free page at once", async () => {
    const claimed = claimPage(signal);

    expect(key in globalThis).toBe(true);
    (await claimed)();
  });

  it("waits for whoever is on the way out, one after the other", async () => {
    const leaving = new AbortController();
    const release = await claimPage(leaving.signal);
    leaving.abort();
    const log: string[] = [];

    const [next, last] = [claimPage(signal), claimPage(signal)];
    void next.then(() => log.push("next"));
    await Promise.resolve();
    log.push("left");
    release();

    await next;
    await expect(last).rejects.toEqual(busy);
    expect(log).toEqual(["left", "next"]);
  });

  it("is known to another copy of the kit on the page", async () => {
    const copyUrl = new URL("../../src/session/page-lock.ts?copy", import.meta.url).href;
    const copy = (await import(/* @vite-ignore */ copyUrl)) as typeof import("../../src/session/page-lock.js");
    const release = await claimPage(signal);

    expect(copy.claimPage).not.toBe(claimPage);
    await expect(copy.claimPage(signal)).rejects.toEqual(busy);
    release();

    await expect(copy.claimPage(signal)).resolves.toBeTypeOf("function");
  });

  it("respects the claim of a version that says nothing about itself", async () => {
    page[key] = {};

    await expect(claimPage(signal)).rejects.toEqual(busy);
  });

  it("leaves nothing on the page when it is given back", async () => {
    (await claimPage(signal))();

    expect(key in globalThis).toBe(false);
  });

  it("takes nothing from the next session when the last one gives it back twice", async () => {
    const release = await claimPage(signal);
    release();
    await claimPage(signal);

    release();

    await expect(claimPage(signal)).rejects.toEqual(busy);
  });
});
