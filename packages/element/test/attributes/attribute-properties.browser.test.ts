import type { HumanConnectButton, HumanConnectCard } from "@human-connect/element";
import { describe, expect, it, vi } from "vitest";
import { alder, createFakeVendor, drawn, findStage, inner, show, untilShown } from "../page.js";

/** As Solid, Angular and lit do it. */
const set = (host: HTMLElement, name: string, value: unknown): void => void Object.assign(host, { [name]: value });

describe("a property of an option that is an attribute", () => {
  it.each([
    ["human-connect-button", "user", "jane", "user", "jane"],
    ["human-connect-card", "baseUrl", "http://localhost:4600", "base-url", "http://localhost:4600"],
    ["human-connect-button", "pinnedProviders", ["a1", "b2"], "pinned-providers", "a1,b2"],
    ["human-connect-card", "initialConnections", [alder], "initial-connections", JSON.stringify([alder])],
    ["human-connect-button", "warmFrame", false, "warm-frame", "false"],
    ["human-connect-button", "overlayOpacity", 0.5, "overlay-opacity", "0.5"],
    ["human-connect-button", "clientVersion", "2.4.1", "client-version", "2.4.1"],
    ["human-connect-list", "for", "connect", "for", "connect"],
    ["human-connect-status", "locale", "es", "locale", "es"],
  ])("<%s> %s = %j is the attribute %s", async (tag, name, value, attribute, text) => {
    const host = await show<HTMLElement>(`<${tag}></${tag}>`);

    set(host, name, value);
    expect([host.getAttribute(attribute), (host as unknown as Record<string, unknown>)[name]]).toEqual([text, text]);

    set(host, name, undefined);
    expect(host.hasAttribute(attribute)).toBe(false);
  });

  it("counts although it was set before the element was defined", async () => {
    // The elements of a document without a window are upgraded when they come into the page.
    const early = document.implementation.createHTMLDocument().createElement("human-connect-card");
    Object.assign(early, { user: "jane", initialConnections: [alder] });
    document.body.append(early);
    await drawn();

    expect([early.getAttribute("user"), Object.hasOwn(early, "user")]).toEqual(["jane", false]);
    expect((early as HumanConnectCard).state.currentConnections).toEqual([alder]);
  });

  it("user ends the session of the user before", async () => {
    const vendor = createFakeVendor();
    const button = await show(`<human-connect-button></human-connect-button>`);
    Object.assign(button, vendor.properties, { user: "jane" });
    inner(button).click();
    await untilShown(button, "open");
    await vendor.connect(alder);
    await vi.waitFor(() => expect(button.state.currentConnections).toEqual([alder]));

    set(button, "user", "john");
    await drawn();

    expect([findStage(), button.state.currentConnections]).toEqual([null, []]);
  });
});

describe("what a script has set before an element was defined", () => {
  const upgrade = (properties: object): HumanConnectButton => {
    const early = document.implementation.createHTMLDocument().createElement("human-connect-button");
    Object.assign(early, properties);
    document.body.append(early);
    return early as HumanConnectButton;
  };

  it("is there for a script in the same task", async () => {
    const vendor = createFakeVendor();
    const { options, ...properties } = vendor.properties;

    const button = upgrade({ ...properties, options: { ...options, initialConnections: [alder] } });
    const { state } = button;
    const over = button.open();

    expect(state.currentConnections).toEqual([alder]);
    await untilShown(button, "open");
    button.close();
    expect((await over).status).toBe("closed");
  });
});

describe("a client that a script sets", () => {
  it("in options takes precedence over the attribute, which may come and go", async () => {
    const vendor = createFakeVendor();
    const { client, options, getToken } = vendor.properties;
    const button = await show(`<human-connect-button client="global"></human-connect-button>`);
    Object.assign(button, { getToken, options: { ...options, client } });

    for (const change of ["", "remove"]) {
      if (change) button.removeAttribute("client");
      void button.open();
      await untilShown(button, "open");
      button.close();
      await untilShown(button, "closed");
    }

    expect(vendor.opened).toHaveLength(2);
  });

  it.each([
    ["client", () => ({})],
    ["client", 5],
    ["tokenUrl", new URL("https://elsewhere.example/token")],
  ])("of a wrong kind is named by the session, and a hover and a removal say nothing: %s", async (name, value) => {
    const button = await show(`<human-connect-button token-url="/token"></human-connect-button>`);
    set(button, name, value);

    await expect(button.prepare()).resolves.toBe(undefined);
    expect(await button.open()).toMatchObject({ status: "error", error: { code: "invalid-option" } });
    expect(() => button.remove()).not.toThrow();
  });
});

it("an event is heard once, also where a listener takes the element away", async () => {
  const vendor = createFakeVendor();
  const button = await show(`<human-connect-button></human-connect-button>`);
  Object.assign(button, vendor.properties);
  const heard = vi.fn();
  const controller = new AbortController();
  for (const type of ["connect", "close"])
    document.addEventListener(`human-connect-${type}`, ({ type: name }) => heard(name), controller);
  button.addEventListener("human-connect-connect", () => button.remove());

  inner(button).click();
  await untilShown(button, "open");
  await vendor.connect(alder);
  await vendor.finish(alder);
  await vi.waitFor(() => expect(findStage()).toBe(null));
  controller.abort();

  expect(heard.mock.calls.flat()).toEqual(["human-connect-connect", "human-connect-close"]);
});
