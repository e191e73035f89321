import { describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import {
  alder,
  closeStage,
  createFakeVendor,
  drawn,
  failingClient,
  findStage,
  inner,
  part,
  showButton,
  shownText,
  untilShown,
} from "../../page.js";

describe("close-on-back", () => {
  it.each([
    ["as an attribute", undefined, ["closed", "next"]],
    ["after the options' word", { closeOnBack: false }, ["open", "first"]],
  ])("says %s whether Back closes Connect", async (_, own, expected) => {
    const { properties } = createFakeVendor();
    history.replaceState("first", "");
    history.pushState("next", "");
    const host = await showButton(
      { ...properties, options: { ...properties.options, ...own } },
      "<human-connect-button close-on-back></human-connect-button>",
    );
    await userEvent.click(inner(host));
    await untilShown(host, "open");
    await vi.waitFor(() => expect(findStage()!.shadowRoot!.querySelector("[data-live]")).toBeTruthy());

    history.back();

    await vi.waitFor(() => expect([host.state.status, history.state]).toEqual(expected));
  });
});

describe("disabled", () => {
  it("gets the focus back when it has its new name, so that this is what is heard", async () => {
    const host = await showButton(createFakeVendor().properties);
    await userEvent.click(inner(host));
    await untilShown(host, "open");
    const names: string[] = [];
    inner(host).focus = () => void names.push(shownText(host));

    findStage()!.shadowRoot!.querySelector("iframe")!.remove();

    await vi.waitFor(() => expect(names[0]).toBe("Try again"));
  });

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
    await expect.poll(() => part(host, "live").textContent, { timeout: 8000 }).toBe("Opening Connect…");
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
      { ...vendor.properties, client: failingClient },
      "<human-connect-button>Share</human-connect-button>",
    );

    inner(host).click();
    await untilShown(host, "error");
    expect([shownText(host), part(host, "status").textContent]).toEqual([
      "Try again",
      "Connect could not be opened. Try again.",
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
      error: {
        code: "invalid-option",
        message: expect.stringContaining("set tokenUrl (attribute token-url) or getToken."),
      },
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
