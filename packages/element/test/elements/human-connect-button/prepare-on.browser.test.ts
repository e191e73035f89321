import type { HumanConnectButton } from "@human-connect/element";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeVendor, drawn, inner, showButton } from "../../page.js";

/** Puts the pointer where nothing will appear under it. */
async function rest(): Promise<void> {
  const corner = document.body.appendChild(document.createElement("div"));
  corner.style.cssText = "position:fixed;inset:auto 0 0 auto;width:9px;height:9px";
  await userEvent.hover(corner);
}

// The tests count soon after what they do, and the lazy part takes its time when it comes for the first time.
beforeAll(async () => {
  const host = await showButton(createFakeVendor().properties);
  await host.prepare();
  host.remove();
});

describe("prepare-on", () => {
  async function loadsAfter(prepareOn: string | null, act: (host: HumanConnectButton) => unknown): Promise<number> {
    const { client, properties } = createFakeVendor();
    await rest();
    const host = await showButton(properties);
    if (prepareOn !== null) host.setAttribute("prepare-on", prepareOn);
    await drawn();
    await act(host);
    await new Promise((resolve) => setTimeout(resolve, 150));
    return vi.mocked(client.load).mock.calls.length;
  }

  it.each([
    ["focus", (host: HumanConnectButton) => host.focus()],
    ["hover", (host: HumanConnectButton) => userEvent.hover(inner(host))],
    [
      "touch",
      (host: HumanConnectButton) =>
        inner(host).dispatchEvent(new Event("touchstart", { bubbles: true, composed: true })),
    ],
    [
      "press",
      (host: HumanConnectButton) =>
        inner(host).dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true })),
    ],
  ])("fetches on %s by default", async (_, act) => {
    expect(await loadsAfter(null, act)).toBeGreaterThan(0);
    expect(await loadsAfter("intent", act)).toBeGreaterThan(0);
    expect(await loadsAfter("", act)).toBeGreaterThan(0);
    expect(await loadsAfter("none", act)).toBe(0);
  });

  it("lets a handler of the page prevent it", async () => {
    const loads = await loadsAfter(null, (host) => {
      host.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
      const touch = new Event("touchstart", { bubbles: true, composed: true, cancelable: true });
      inner(host).dispatchEvent(touch);
    });

    expect(loads).toBe(0);
  });

  it("fetches nothing before anybody shows intent", async () => {
    expect(await loadsAfter(null, () => {})).toBe(0);
  });

  it("fetches on mount, once for each", async () => {
    expect(await loadsAfter("mount", (host) => host.requestUpdate())).toBe(1);
    expect(
      await loadsAfter("mount", async (host) => {
        host.remove();
        document.body.append(host);
      }),
    ).toBe(2);
  });

  it("is no matter in a simulated page, which sees nothing", async () => {
    vi.stubGlobal("IntersectionObserver", undefined);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { properties } = createFakeVendor();

    const host = await showButton({ ...properties, prepareOn: "visible" });

    await expect(host.updateComplete).resolves.toBe(true);
    expect(inner(host).isConnected).toBe(true);
  });

  it("fetches when it is first seen", async () => {
    expect(await loadsAfter("visible", () => {})).toBe(1);
    const hide = (host: HumanConnectButton): void => void (host.style.cssText = "position:absolute;top:500vh");
    const { client, properties } = createFakeVendor();
    const host = await showButton(
      properties,
      `<human-connect-button style="position:absolute;top:500vh"></human-connect-button>`,
    );
    hide(host);
    host.prepareOn = "visible";
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(client.load).not.toHaveBeenCalled();
    host.scrollIntoView();
    await vi.waitFor(() => expect(client.load).toHaveBeenCalledOnce());
  });
});
