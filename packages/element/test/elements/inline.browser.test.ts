import type { HumanConnectButton } from "@human-connect/element";
import { describe, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  alder,
  closeStage,
  createFakeVendor,
  drawn,
  findStage,
  inner,
  kept,
  part,
  showButton,
  untilShown,
} from "../page.js";
import { findDeep } from "../../../../test/support/find-deep.ts";

const room = (host: HTMLElement): HTMLElement => host.shadowRoot!.querySelector(".human-connect-frame")!;
const isInSight = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

async function showInline(
  html = "<human-connect-button inline>Share</human-connect-button>",
): Promise<{ host: HumanConnectButton; vendor: ReturnType<typeof createFakeVendor> }> {
  const vendor = createFakeVendor();
  return { host: await showButton(vendor.properties, html), vendor };
}

describe("a button that is inline", () => {
  it("is a box with room for Connect, the button and a line that is announced", async () => {
    const { host } = await showInline();

    const box = part(host, "inline");
    expect([...host.shadowRoot!.children]).toEqual([box]);
    expect([...box.children].map(({ className }) => className)).toEqual([
      "human-connect-frame",
      "human-connect-button",
      "human-connect-status",
    ]);
    expect([box.className, box.dataset["status"], inner(host).hasAttribute("aria-haspopup")]).toEqual([
      "human-connect-inline",
      "idle",
      false,
    ]);
    expect(part(host, "status").outerHTML).toBe(
      '<span part="status" class="human-connect-status" data-status="idle" role="status"></span>',
    );
    expect(host.outerHTML).toBe(`<human-connect-button inline="">Share</human-connect-button>`);
  });

  it.each<[string, (host: HumanConnectButton) => Promise<unknown>]>([
    ["open()", (host) => host.open()],
    ["connect.open()", (host) => host.connect.open()],
  ])("shows Connect in the page when a script calls %s", async (_, open) => {
    const { host } = await showInline();
    void open(host);
    await untilShown(host, "open");

    expect(room(host).contains(findStage())).toBe(true);
    host.close();
  });

  it("is as high as its parent", async () => {
    const { host } = await showInline();
    expect(getComputedStyle(host).display).toBe("block");
    host.parentElement!.style.cssText = "block-size:640px";

    expect(part(host, "inline").getBoundingClientRect().height).toBe(640);
  });

  it("can be clicked where Connect will be", async () => {
    const { host } = await showInline();

    await userEvent.click(page.getByRole("button"));

    await untilShown(host, "open");
  });

  it("shows Connect in its shadow tree, and is as before when it is over", async () => {
    const { host, vendor } = await showInline();
    inner(host).click();
    await untilShown(host, "open");

    const box = part(host, "inline").getBoundingClientRect();
    const stage = findStage()!;
    expect(stage.parentElement).toBe(room(host));
    expect(findDeep("#human-api", host.shadowRoot!)).not.toBe(null);
    expect(host.outerHTML).toBe(`<human-connect-button inline="">Share</human-connect-button>`);
    expect(stage.getBoundingClientRect().toJSON()).toEqual(box.toJSON());
    expect(findDeep(":modal")).toBe(null);
    expect([isInSight(inner(host)), isInSight(part(host, "status"))]).toEqual([false, false]);
    expect(kept(host)[0]).toBe("Share");

    await vendor.finish(alder);
    await untilShown(host, "closed");
    expect([room(host).childNodes.length, findStage(), isInSight(inner(host))]).toEqual([0, null, true]);
    expect(host.textContent).toBe("Share");
  });

  it("stays in sight, and busy, until there is something to show", async () => {
    const { host } = await showInline();
    let load!: () => void;
    const { client } = createFakeVendor();
    host.client = {
      load: (signal) => new Promise<void>((resolve) => (load = resolve)).then(() => client.load(signal)),
    };

    inner(host).click();
    // As soon as the click is drawn, which is before the rest of the kit has shown anything.
    await host.updateComplete;
    expect([inner(host).getAttribute("aria-busy"), isInSight(inner(host))]).toEqual(["true", true]);

    await vi.waitFor(() => expect(findStage()).not.toBe(null));
    await drawn();
    expect(isInSight(inner(host))).toBe(false);
    load();
    await untilShown(host, "open");
  });

  it.each([
    ["its own root", (host: HTMLElement) => host],
    [
      "somebody else's shadow root",
      (host: HTMLElement) => {
        const outer = document.body.appendChild(document.createElement("div"));
        outer.attachShadow({ mode: "open" }).append(host);
        return host;
      },
    ],
  ])("gives the focus to Connect, and back to the button, in %s", async (_, place) => {
    const { host } = await showInline();
    place(host);
    await drawn();
    await userEvent.click(page.getByRole("button"));
    await untilShown(host, "open");
    const stage = findStage()!;
    expect(host.shadowRoot!.activeElement).toBe(stage);
    const close = await vi.waitFor(() => {
      expect(stage.shadowRoot!.querySelector("[data-live]")).not.toBe(null);
      return stage.shadowRoot!.querySelector<HTMLElement>(".close")!;
    });

    close.click();

    await untilShown(host, "closed");
    expect(host.shadowRoot!.activeElement).toBe(inner(host));
  });

  it("takes the focus from nobody who has it when the session ends", async () => {
    const { host } = await showInline();
    const field = document.body.appendChild(document.createElement("input"));
    await userEvent.click(page.getByRole("button"));
    await untilShown(host, "open");
    field.focus();

    host.close();
    await untilShown(host, "closed");

    expect(document.activeElement).toBe(field);
  });

  it("takes no focus when a script has opened it", async () => {
    const { host } = await showInline();
    void host.open();
    await untilShown(host, "open");

    host.close();
    await untilShown(host, "closed");

    expect(document.activeElement).toBe(document.body);
  });

  it("offers to try again in its place", async () => {
    const { host, vendor } = await showInline();
    host.client = { load: () => Promise.reject(new Error("no network")) };
    await userEvent.click(page.getByRole("button"));
    await untilShown(host, "error");

    expect(part(host, "status").textContent).toBe("Connect could not be opened. Try again.");
    expect([findStage(), isInSight(inner(host)), host.shadowRoot!.activeElement]).toEqual([null, true, inner(host)]);
    host.client = vendor.client;
    await userEvent.click(page.getByRole("button"));
    await untilShown(host, "open");
    expect(findStage()!.parentElement).toBe(room(host));
  });

  it("shows Connect in its own box rather than in a container of the options, unless it is opened for one", async () => {
    const { host, vendor } = await showInline();
    const container = document.body.appendChild(document.createElement("section"));
    host.options = { ...vendor.properties.options, container };

    inner(host).click();
    await untilShown(host, "open");

    expect(findStage()!.parentElement).toBe(room(host));
    closeStage();
    await untilShown(host, "closed");
    host.options = vendor.properties.options;
    void host.open({ container });
    await untilShown(host, "open");
    expect([findStage()!.parentElement, isInSight(inner(host))]).toEqual([container, true]);
  });

  it("shows Connect over the page while it is on none", async () => {
    const vendor = createFakeVendor();
    const host = Object.assign(document.createElement("human-connect-button"), { ...vendor.properties, inline: true });

    void host.open();

    await vi.waitFor(() => expect(host.state.status).toBe("open"), 5000);
    expect(findStage()!.parentElement).toBe(document.documentElement);
  });

  it("ends the session when it leaves the page, and is new when it comes back", async () => {
    const { host } = await showInline();
    inner(host).click();
    await untilShown(host, "open");

    host.remove();
    await vi.waitFor(() => expect(host.state).toMatchObject({ status: "closed", reason: "closed-by-host" }));
    document.body.append(host);
    await drawn();

    expect([findStage(), isInSight(inner(host)), document.activeElement]).toEqual([null, true, document.body]);
    inner(host).click();
    await untilShown(host, "open");
  });

  it("becomes a box and a button again, and opens as what it is", async () => {
    const { host } = await showInline("<human-connect-button>Share</human-connect-button>");
    host.inline = true;
    await drawn();
    expect([host.hasAttribute("inline"), part(host, "inline") !== null]).toEqual([true, true]);

    await userEvent.click(page.getByRole("button"));
    await untilShown(host, "open");
    host.inline = false;
    await drawn();
    expect(findStage()!.getBoundingClientRect().height).toBeGreaterThan(100);
    closeStage();
    await untilShown(host, "closed");
    await drawn();
    expect([part(host, "inline"), part(host, "live")?.getAttribute("role")]).toEqual([null, "status"]);
    await userEvent.click(page.getByRole("button"));
    await vi.waitFor(() => expect(findStage()!.parentElement).toBe(document.documentElement));
  });

  it("fetches when the pointer comes to the button, and not before", async () => {
    const { host, vendor } = await showInline();
    await userEvent.hover(part(host, "inline"), { position: { x: 9, y: 9 } });
    await drawn();
    expect(vendor.client.load).not.toHaveBeenCalled();

    await userEvent.hover(page.getByRole("button"));

    await vi.waitFor(() => expect(vendor.client.load).toHaveBeenCalledOnce());
  });
});
