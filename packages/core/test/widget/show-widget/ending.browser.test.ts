import { describe, expect, it, vi } from "vitest";
import { calls, closing, controller, fake, sandboxUrl, show, showLoaded, startOver, waiting, watch } from "./setup.js";

describe("showWidget", () => {
  it("fails when the page does not load in time, and says how long that was", async () => {
    await expect(
      show(
        { neverLoads: true },
        { timeoutMs: 5, toVendorOptions: () => ({ baseURL: `${sandboxUrl}/?scenario=never-loads` }) },
      ),
    ).rejects.toMatchObject({
      code: "widget-timeout",
      message: expect.stringContaining("5 ms"),
    });
  });

  it("does not fail later when the page has loaded in time", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const showing = show();
    await vi.waitFor(() => expect(calls).toContain("shown"));

    await vi.advanceTimersByTimeAsync(120_000);
    fake.post(closing);

    await expect(showing).resolves.toMatchObject({ event: "close" });
  });

  it.each([
    ["the frame", () => fake.frame],
    ["what holds the frame", () => fake.frame.parentElement!],
  ])("fails when the host removes %s", async (_name, find) => {
    const { showing } = await showLoaded();

    find().remove();

    await expect(showing).rejects.toMatchObject({ code: "widget-removed" });
  });

  it.each(["human-api", "human-api-container"])("names the id %s that the page uses itself", async (id) => {
    const own = document.body.appendChild(Object.assign(document.createElement("p"), { id }));
    const vendor = { open: () => null };

    await expect(show({}, { vendor })).rejects.toMatchObject({
      code: "widget-busy",
      message: expect.stringContaining(id),
    });
    own.remove();
  });

  it("keeps the vendor's own error as the cause when its open() throws", async () => {
    const cause = new Error("vendor");
    const vendor = {
      open() {
        throw cause;
      },
    };

    await expect(show({}, { vendor })).rejects.toMatchObject({
      code: "client-failed",
      message: "Connect's code threw an error in its open(). See the cause.",
      cause,
    });
  });

  it("ends with the reason when it is aborted", async () => {
    const { showing } = await showLoaded();

    controller.abort("cancelled");

    await expect(showing).rejects.toBe("cancelled");
    expect(fake.frame.isConnected).toBe(false);
  });

  it("takes the vendor's nodes away when the vendor does not", async () => {
    const careless = Object.assign(document.createElement("iframe"), { srcdoc: "Connect" });
    const { showing } = await showLoaded({ vendor: { open: () => void document.body.appendChild(careless) } });

    controller.abort("over");

    await expect(showing).rejects.toBe("over");
    expect(careless.parentNode).toBeNull();
  });

  it("leaves no node, listener or timer behind, however it ends", async () => {
    const ends: (() => void)[] = [() => fake.post(closing), () => controller.abort("over"), () => fake.frame.remove()];
    for (const end of ends) {
      startOver();
      const { showing } = await showLoaded();
      expect(watch.leftovers()).toContain("listener for message on window");

      end();
      await showing.catch(() => {});
      await Promise.all(waiting);

      expect(watch.leftovers()).toEqual([]);
    }
  });

  it("names the directive to add when the page's policy blocks the frame", async () => {
    // Stays for the rest of this file, and blocks nothing else.
    const meta = document.createElement("meta");
    meta.httpEquiv = "Content-Security-Policy";
    meta.content = "frame-src http://localhost:*";
    document.head.append(meta);
    const blocked = sandboxUrl.replace("localhost", "127.0.0.1");

    await expect(
      show(
        { neverLoads: true },
        {
          target: { baseUrl: blocked, origin: blocked, origins: [blocked] },
          toVendorOptions: () => ({ baseURL: blocked }),
        },
      ),
    ).rejects.toMatchObject({
      code: "widget-blocked",
      message: expect.stringContaining(`frame-src ${blocked}`),
    });
  });
});
