import { HumanConnectButton } from "@human-connect/element";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { alder, createFakeVendor, drawn, inner, kept, showButton, untilShown } from "../../page.js";

describe("upgrade", () => {
  it("keeps properties that were set before", async () => {
    class LateButton extends HumanConnectButton {}
    const host = document.createElement("late-button") as HumanConnectButton;
    const getToken = vi.fn(() => "token");
    const { properties, opened } = createFakeVendor();
    Object.assign(host, { ...properties, getToken, disabled: true, prepareOn: "none" });
    document.body.append(host);

    customElements.define("late-button", LateButton);
    await drawn();

    expect(host.getToken).toBe(getToken);
    expect(inner(host).disabled).toBe(true);
    expect(host.outerHTML).toBe(`<late-button disabled="" prepare-on="none"></late-button>`);
    host.disabled = false;
    await drawn();
    inner(host).click();
    await untilShown(host, "open");
    expect(getToken).toHaveBeenCalledOnce();
    expect(opened).toHaveLength(1);
  });

  it("makes an element by script without touching it", () => {
    const host = document.createElement("human-connect-button");

    expect([host.outerHTML, host.disabled, host.closeOnUnmount]).toEqual([
      "<human-connect-button></human-connect-button>",
      false,
      false,
    ]);
  });
});

describe("in the document", () => {
  it("keeps its session when it is moved, loading or open", async () => {
    const vendor = createFakeVendor();
    let answer!: (token: string) => void;
    const host = await showButton({
      ...vendor.properties,
      closeOnUnmount: true,
      getToken: () => new Promise((resolve) => (answer = resolve)),
    });
    const place = document.body.appendChild(document.createElement("section"));

    inner(host).click();
    await untilShown(host, "loading");
    place.append(host);
    await drawn();
    answer("token");
    await untilShown(host, "open");
    document.body.append(host);
    await drawn();
    await vendor.finish(alder);

    await untilShown(host, "closed");
    expect(host.state.currentConnections).toEqual([alder]);
    expect(vendor.opened).toHaveLength(1);
  });

  it("shows what happened while it was away", async () => {
    const vendor = createFakeVendor();
    const host = await showButton(vendor.properties);
    inner(host).click();
    await untilShown(host, "open");
    host.remove();
    await vendor.finish(alder);
    await vi.waitFor(() => expect(host.state.status).toBe("closed"));

    document.body.append(host);

    await untilShown(host, "closed");
  });

  it("drops the session in silence when it leaves while loading", async () => {
    const host = await showButton({ ...createFakeVendor().properties, getToken: () => new Promise(() => {}) });
    const heard = vi.fn();
    host.addEventListener("human-connect-close", heard);
    inner(host).click();
    await untilShown(host, "loading");

    host.remove();

    await vi.waitFor(() => expect(host.state.status).toBe("idle"));
    expect(heard).not.toHaveBeenCalled();
  });

  it("closes an open session when it leaves, with close-on-unmount", async () => {
    const host = await showButton(
      createFakeVendor().properties,
      "<human-connect-button close-on-unmount></human-connect-button>",
    );
    inner(host).click();
    await untilShown(host, "open");

    host.remove();

    await vi.waitFor(() => expect(host.state).toMatchObject({ status: "closed", reason: "closed-by-host" }));
  });

  it("is cloned with its attributes and a state of its own", async () => {
    const vendor = createFakeVendor();
    const host = await showButton(
      vendor.properties,
      `<human-connect-button locale="es" prepare-on="none">Ir</human-connect-button>`,
    );
    inner(host).click();
    await untilShown(host, "open");

    const clone = host.cloneNode(true) as HumanConnectButton;
    document.body.append(clone);
    await drawn();

    expect(clone.outerHTML).toBe(host.outerHTML);
    expect([inner(clone).dataset["status"], kept(clone)[0]]).toEqual(["idle", "Ir"]);
    expect(clone.connect).not.toBe(host.connect);
  });

  it("works inside somebody else's shadow root", async () => {
    const outer = document.body.appendChild(document.createElement("div"));
    outer.attachShadow({ mode: "open" }).innerHTML = "<human-connect-button></human-connect-button>";
    const host = outer.shadowRoot!.querySelector("human-connect-button")!;
    Object.assign(host, createFakeVendor().properties);
    const heard = vi.fn();
    document.body.addEventListener("human-connect-open", heard, { once: true });
    await drawn();

    await userEvent.click(inner(host));
    await untilShown(host, "open");

    expect(heard).toHaveBeenCalledOnce();
  });
});

describe("defining twice", () => {
  it("leaves names that are taken", async () => {
    const before = customElements.get("human-connect-button");

    // As a second script tag with another URL does.
    await import(/* @vite-ignore */ `${new URL("../../../src/define.ts", import.meta.url).href}?again`);

    expect(customElements.get("human-connect-button")).toBe(before);
  });
});
