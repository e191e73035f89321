import { HumanConnectButton } from "@human-connect/element";
import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import {
  alder,
  closeStage,
  createFakeVendor,
  drawn,
  findStage,
  inner,
  part,
  show,
  showButton,
  shownText,
  untilShown,
} from "./page.js";

const failing = { load: () => Promise.reject(new Error("no network")) };

describe("human-connect-button at rest", () => {
  it("is a real button with an icon, a label and a live region", async () => {
    const host = await show("<human-connect-button></human-connect-button>");

    const button = inner(host);
    expect([button.type, button.getAttribute("aria-haspopup"), button.dataset["status"]]).toEqual([
      "button",
      "dialog",
      "idle",
    ]);
    expect(
      [button, ...button.children, part(host, "live")].map((element) => `${element.part} ${element.className}`),
    ).toEqual([
      "button human-connect-button",
      "icon human-connect-icon",
      "label human-connect-label",
      "live human-connect-live",
    ]);
    expect(part(host, "live").getAttribute("role")).toBe("status");
    expect(host.shadowRoot!.delegatesFocus).toBe(true);
    expect(host.matches(":state(idle)")).toBe(true);
  });

  it("adds nothing to its own attributes", async () => {
    const host = await show("<human-connect-button></human-connect-button>");

    expect(host.getAttributeNames()).toEqual([]);
  });

  it("wears the kit's look, and the page's custom properties pierce", async () => {
    const host = await show(
      `<human-connect-button style="--human-connect-accent: rgb(1, 2, 3)"></human-connect-button>`,
    );

    expect(getComputedStyle(host).display).toBe("inline-block");
    expect(getComputedStyle(inner(host)).backgroundColor).toBe("rgb(1, 2, 3)");
    expect(inner(host).getBoundingClientRect().height).toBeGreaterThanOrEqual(48);
    host.hidden = true;
    expect(getComputedStyle(host).display).toBe("none");
  });

  it("shares one stylesheet among all buttons", async () => {
    const [one, two] = [await showButton(), await showButton()];

    expect(one.shadowRoot!.adoptedStyleSheets).toEqual(two.shadowRoot!.adoptedStyleSheets);
    expect(one.shadowRoot!.querySelector("style")).toBe(null);
  });

  it("has the same box in every state", async () => {
    const host = await showButton(
      { client: failing, getToken: () => "token" },
      "<human-connect-button>Share</human-connect-button>",
    );
    const box = (): string => JSON.stringify(inner(host).getBoundingClientRect());
    const before = box();

    inner(host).click();
    await untilShown(host, "error");
    inner(host).blur();

    expect(shownText(host)).toBe("Try again");
    expect(box()).toBe(before);
  });
});

describe("the label", () => {
  it.each([
    ["", "Connect your health data"],
    ["\n  \n", "Connect your health data"],
    ["<!-- nothing -->", "Connect your health data"],
    ["Share", "Share"],
    ["\n  Share  my\n records ", "Share my records"],
  ])("is %j → %j", async (html, text) => {
    const host = await show(`<human-connect-button>${html}</human-connect-button>`);

    expect(part(host, "label").dataset["connect"]).toBe(text);
    expect(inner(host).innerText.trim() || text).toContain(text.split(" ")[0]!);
    expect(shownText(host).replace(/\s+/g, " ")).toBe(text);
  });

  it("may be more than text", async () => {
    const host = await show("<human-connect-button>Share <b>records</b></human-connect-button>");

    expect(part(host, "label").dataset["connect"]).toBe(undefined);
    expect(part(host, "label").querySelector("slot")!.assignedNodes()).toHaveLength(2);
  });

  it("follows the page, also when a text is changed in place", async () => {
    const host = await show("<human-connect-button>Share</human-connect-button>");

    host.firstChild!.nodeValue = "Send";
    await drawn();
    expect(part(host, "label").dataset["connect"]).toBe("Send");
    host.textContent = "";
    await drawn();
    expect(shownText(host)).toBe("Connect your health data");
  });

  it("follows what was changed while the element was away", async () => {
    const host = await show("<human-connect-button>Share</human-connect-button>");
    host.remove();
    host.textContent = "Send";
    document.body.append(host);
    await drawn();

    expect(part(host, "label").dataset["connect"]).toBe("Send");
  });

  it("speaks the language of the locale and the words of label-…, live", async () => {
    const host = await show(`<human-connect-button locale="es" label-retry="Otra vez"></human-connect-button>`);
    expect([shownText(host), part(host, "label").dataset["retry"]]).toEqual(["Conecta tus datos de salud", "Otra vez"]);

    host.setAttribute("label-connect", "Compartir");
    host.removeAttribute("label-retry");
    await drawn();
    expect([shownText(host), part(host, "label").dataset["retry"]]).toEqual(["Compartir", "Reintentar"]);

    host.options = { locale: "en", labels: { connect: "Share" } };
    await drawn();
    expect([shownText(host), part(host, "label").dataset["retry"]]).toEqual(["Share", "Try again"]);
  });
});

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

describe("disabled", () => {
  it("is an attribute and a property, and closes the button", async () => {
    const vendor = createFakeVendor();
    const host = await showButton(vendor.properties, "<human-connect-button disabled></human-connect-button>");
    expect([host.disabled, inner(host).disabled]).toEqual([true, true]);

    host.click();
    await userEvent.hover(host, { force: true });
    expect(inner(host).dataset["status"]).toBe("idle");
    expect(vendor.client.load).not.toHaveBeenCalled();

    host.disabled = false;
    await drawn();
    expect([host.hasAttribute("disabled"), inner(host).disabled]).toEqual([false, false]);
  });
});

describe("a click", () => {
  it("opens Connect with the options of attributes and properties", async () => {
    const vendor = createFakeVendor();
    const host = await showButton(
      { ...vendor.properties, options: { ...vendor.properties.options, segment: "adults" } },
      `<human-connect-button mode="select" client-id="abc" segment="all" pinned-providers="a1, b2" preseed></human-connect-button>`,
    );

    await userEvent.click(inner(host));
    await untilShown(host, "open");

    expect(vendor.opened).toMatchObject([
      { token: "token", mode: "select", clientId: "abc", segment: "adults", pinnedProviders: "a1,b2", preseed: true },
    ]);
  });

  it("shows and announces that Connect is loading", async () => {
    const { properties } = createFakeVendor();
    let answer!: (token: string) => void;
    const host = await showButton({ ...properties, getToken: () => new Promise((resolve) => (answer = resolve)) });

    inner(host).click();
    await untilShown(host, "loading");

    expect(inner(host).getAttribute("aria-busy")).toBe("true");
    expect(part(host, "live").textContent).toBe("Opening Connect…");
    expect(host.matches(":state(loading):not(:state(idle))")).toBe(true);
    answer("token");
    await untilShown(host, "open");
    expect(inner(host).hasAttribute("aria-busy")).toBe(false);
    expect(part(host, "live").textContent).toBe("");
    expect(host.matches(":state(open)")).toBe(true);
  });

  it("on the host itself opens as well, as label elements and scripts do it", async () => {
    const { properties } = createFakeVendor();
    const host = await showButton(properties);

    host.click();
    await untilShown(host, "open");

    expect(document.activeElement === host || findStage() !== null).toBe(true);
  });

  it("runs the page's handlers first, and opens nothing when one prevents it", async () => {
    const { properties } = createFakeVendor();
    const getToken = vi.fn(() => "token");
    const host = await showButton({ ...properties, getToken });
    const prevent = vi.fn((event: Event) => {
      expect(host.state.status).toBe("idle");
      event.preventDefault();
    });
    host.addEventListener("click", prevent);

    await userEvent.click(inner(host));
    await userEvent.click(inner(host));

    expect(prevent).toHaveBeenCalledTimes(2);
    expect([host.state.status, getToken.mock.calls.length]).toEqual(["idle", 0]);
    host.removeEventListener("click", prevent);
    await userEvent.click(inner(host));
    await untilShown(host, "open");
    expect(getToken).toHaveBeenCalledOnce();
  });

  it("opens although the page stops the event on its way up", async () => {
    const host = await showButton(createFakeVendor().properties);
    host.addEventListener("click", (event) => event.stopPropagation());

    await userEvent.click(inner(host));

    await untilShown(host, "open");
  });

  it("is one press of Enter away for a keyboard, and the focus comes back", async () => {
    const host = await showButton(createFakeVendor().properties);

    await userEvent.tab();
    expect(document.activeElement).toBe(host);
    expect(host.shadowRoot!.activeElement).toBe(inner(host));
    await userEvent.keyboard("{Enter}");
    await untilShown(host, "open");
    closeStage();
    await untilShown(host, "closed");

    expect(host.shadowRoot!.activeElement).toBe(inner(host));
    expect(host.matches(":state(closed)")).toBe(true);
  });

  it("says what went wrong and offers to try again", async () => {
    const vendor = createFakeVendor();
    const host = await showButton(
      { ...vendor.properties, client: failing },
      "<human-connect-button>Share</human-connect-button>",
    );

    inner(host).click();
    await untilShown(host, "error");
    expect([shownText(host), part(host, "live").textContent]).toEqual([
      "Try again",
      "Connect could not be opened. Please try again.",
    ]);
    expect(host.matches(":state(error)")).toBe(true);

    host.client = vendor.client;
    inner(host).click();
    await untilShown(host, "open");
    expect(shownText(host)).toBe("Share");
  });

  it("names the attribute that is missing", async () => {
    const host = await showButton({ ...createFakeVendor().properties, getToken: undefined });

    const state = await host.open();

    expect(state).toMatchObject({
      status: "error",
      error: { code: "token-failed", cause: { message: expect.stringMatching(/^There is no token-url/) } },
    });
  });

  it.each(["npm", "bundle"])("says how to use client=%j", async (client) => {
    const host = await showButton(
      { getToken: () => "token", options: { warmFrame: false } },
      `<human-connect-button client="${client}"></human-connect-button>`,
    );

    const state = await host.open();

    expect(state).toMatchObject({
      status: "error",
      error: { code: "invalid-option", message: expect.stringContaining("@human-connect/element/npm") },
    });
  });
});

describe("methods", () => {
  it("opens, tells the state, closes", async () => {
    const vendor = createFakeVendor();
    const host = await showButton({
      ...vendor.properties,
      options: { ...vendor.properties.options, initialConnections: [alder] },
    });
    expect(host.state).toEqual({ status: "idle", currentConnections: [alder] });
    expect([inner(host).dataset["connected"], host.matches(":state(connected)")]).toEqual(["", true]);

    const over = host.open({ segment: "once" });
    await untilShown(host, "open");
    host.close();

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
    expect(host.state).toBe(await over);
    expect(vendor.opened).toMatchObject([{ segment: "once" }]);
  });

  it("prepares", async () => {
    const { client, properties } = createFakeVendor();
    const host = await showButton(properties);

    await host.prepare();

    expect(client.load).toHaveBeenCalledOnce();
  });
});

/** Puts the pointer where nothing will appear under it. */
async function rest(): Promise<void> {
  const corner = document.body.appendChild(document.createElement("div"));
  corner.style.cssText = "position:fixed;inset:auto 0 0 auto;width:9px;height:9px";
  await userEvent.hover(corner);
}

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
    expect([inner(clone).dataset["status"], part(clone, "label").dataset["connect"]]).toEqual(["idle", "Ir"]);
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
    await import(/* @vite-ignore */ `${new URL("../src/define.ts", import.meta.url).href}?again`);

    expect(customElements.get("human-connect-button")).toBe(before);
  });
});
