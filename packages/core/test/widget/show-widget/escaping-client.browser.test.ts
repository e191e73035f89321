import { describe, expect, it, vi } from "vitest";
import { calls, controller, fake, sandboxUrl, settle, show } from "./setup.js";

describe("showWidget with a client that passes the airlock by", () => {
  const later = (node: HTMLElement): void => void setTimeout(() => document.body.append(node));
  const escaping = { neverLoads: true, append: (node: HTMLElement): void => document.body.append(node) };
  const target = { baseUrl: sandboxUrl, origin: sandboxUrl, origins: [sandboxUrl] };
  const vendorOptions = { baseURL: `${sandboxUrl}/images/data-source-type-icons/launch-connect-text.svg` };

  it.each([
    ["at once", escaping],
    ["later", { neverLoads: true, append: later }],
  ])(
    "uses the frame that it adds %s where it is, out from under the stage, and warns developers",
    async (_name, vendor) => {
      const showing = show(vendor, { target, toVendorOptions: () => vendorOptions });
      showing.catch(() => {});

      await vi.waitFor(() => expect(calls).toContain("shown"));

      expect(calls.filter((call) => !call.startsWith("warning"))).toEqual(["escaped", "widget", "shown"]);
      expect(calls[0]).toContain("warning");
      expect(fake.frame.parentElement).toBe(document.body);
    },
  );

  it("takes no other frame of that origin for the widget while none can be seen", async () => {
    const warm = Object.assign(document.createElement("iframe"), { hidden: true, src: vendorOptions.baseURL });
    document.documentElement.append(warm);
    const showing = show({ neverLoads: true, append: later }, { target, toVendorOptions: () => vendorOptions });
    showing.catch(() => {});
    await vi.waitFor(() => expect(calls).toContain("shown"));

    warm.remove();
    const state = await Promise.race([
      showing.catch((error: { code: string }) => error.code),
      settle().then(() => "running"),
    ]);

    expect(state).toBe("running");
  });

  it("lets the client clean up by itself when the session is over", async () => {
    const showing = show(escaping, { target, toVendorOptions: () => vendorOptions });
    showing.catch(() => {});
    await vi.waitFor(() => expect(calls).toContain("shown"));

    controller.abort("over");
    await expect(showing).rejects.toBe("over");

    expect(fake.frame.isConnected).toBe(false);
  });

  it("takes the frame away when the client leaves it", async () => {
    const frame = Object.assign(document.createElement("iframe"), { src: vendorOptions.baseURL });
    const showing = show({}, { target, vendor: { open: () => document.body.append(frame) } });
    showing.catch(() => {});
    await vi.waitFor(() => expect(calls).toContain("shown"));

    controller.abort("over");
    await expect(showing).rejects.toBe("over");

    expect(frame.isConnected).toBe(false);
  });

  it("fails when no frame ever comes", async () => {
    await expect(show({ append: () => {} }, { timeoutMs: 5 })).rejects.toMatchObject({ code: "widget-timeout" });
  });
});
