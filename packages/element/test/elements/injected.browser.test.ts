import { configureElements } from "@human-connect/element";
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createFakeVendor, drawn, findStage, inner, show, untilShown } from "../page.js";

const sandboxUrl = inject("sandboxUrl");
const sandboxCopy = `${sandboxUrl}/humanapi-connect-client@2.4.1.js`;
/** Of this site: what it does when it runs is to say so. */
const ownAddress = new URL("own-script.js", import.meta.url).href;
const ownScript = (): string => `${ownAddress}?${Math.random()}`;
const page = globalThis as { ownScriptRan?: number; HumanConnect?: unknown };

const asked = vi.fn<(url: string) => void>();
let added: Element[];
let observer: MutationObserver;

beforeEach(() => {
  asked.mockClear();
  delete page.ownScriptRan;
  const realFetch = fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    if (init?.method !== "POST") return realFetch(url, init);
    asked(String(url));
    return Response.json({ session_token: "token" });
  });
  added = [];
  observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      added.push(
        ...[...addedNodes].filter((node) => node instanceof HTMLScriptElement || node instanceof HTMLIFrameElement),
      );
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
});
afterEach(() => {
  observer.disconnect();
  configureElements({ clientOrigins: [], connectOrigins: [], tokenOrigins: [], prefetchToken: false });
});

/** Long enough for whatever would be asked for by itself, the kit's lazy part included. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 600));
const addresses = (): string[] => added.map((node) => (node as HTMLScriptElement).src);

describe("attributes alone, before a click", () => {
  const prepared = `token-url="/any/path" base-url="${sandboxUrl}" client-url="${sandboxCopy}" user="anybody" prefetch-token`;

  it.each<[string, (host: HTMLElement) => unknown]>([
    ["mount", () => {}],
    ["visible", () => {}],
    ["intent", (host) => host.focus()],
    ["intent", (host) => userEvent.hover(inner(host))],
    ["intent", (host) => inner(host).dispatchEvent(new Event("touchstart", { bubbles: true, composed: true }))],
  ])("ask no address of this site for anything: prepare-on=%s", async (prepareOn, act) => {
    const host = await show(`<human-connect-button prepare-on="${prepareOn}" ${prepared}></human-connect-button>`);
    await act(host);
    // What may be prepared is: the vendor's code has come, and with it whatever else was asked for.
    await vi.waitFor(() => expect(page.HumanConnect).toBeTypeOf("object"), 8000);
    await settle();

    expect(asked).not.toHaveBeenCalled();
  });

  it("ask once somebody has clicked", async () => {
    const host = await show(`<human-connect-button ${prepared} warm-frame="false"></human-connect-button>`);

    await userEvent.click(inner(host));
    await untilShown(host, "open");

    expect(asked.mock.calls[0]).toEqual([`${location.origin}/any/path`]);
  });

  it.each<[string, string, (host: HTMLElement) => void]>([
    ["configureElements({ prefetchToken: true })", prepared, () => configureElements({ prefetchToken: true })],
    [
      "the property options",
      prepared.replace("prefetch-token", ""),
      (host) => Object.assign(host, { options: { prefetchToken: true } }),
    ],
    ["prepare()", prepared, (host) => void (host as HTMLElementTagNameMap["human-connect-button"]).prepare()],
  ])("ask when a script of the page has allowed it, by %s", async (_, attributes, allow) => {
    const host = await show(`<human-connect-button ${attributes}></human-connect-button>`);
    allow(host);
    await userEvent.hover(inner(host));

    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce(), 8000);
  });

  it("let a script's own getToken be asked ahead", async () => {
    const getToken = vi.fn(() => "token");
    const host = await show(`<human-connect-button ${prepared}></human-connect-button>`);
    Object.assign(host, { getToken });
    await userEvent.hover(inner(host));

    await vi.waitFor(() => expect(getToken).toHaveBeenCalledOnce(), 8000);
  });

  it("have no say over the token of the button that they follow", async () => {
    const getToken = vi.fn(() => "token");
    const leader = await show(
      `<human-connect-button id="leader" ${prepared} prepare-on="none"></human-connect-button>`,
    );
    Object.assign(leader, { getToken });
    const follower = await show(`<human-connect-button for="leader" prepare-on="mount"></human-connect-button>`);
    await userEvent.hover(inner(follower));
    await settle();

    expect(getToken).not.toHaveBeenCalled();
    await leader.prepare();
    expect(getToken).toHaveBeenCalledOnce();
  });

  it.each(["mount", "visible", "intent"])("run no script of this site: prepare-on=%s", async (prepareOn) => {
    const host = await show(
      `<human-connect-button prepare-on="${prepareOn}" token-url="/t" base-url="${sandboxUrl}" client-url="${ownScript()}" warm-frame="false"></human-connect-button>`,
    );
    host.focus();
    await settle();
    expect([page.ownScriptRan, addresses()]).toEqual([undefined, []]);

    await userEvent.click(inner(host));
    await vi.waitFor(() => expect(page.ownScriptRan).toBe(1), 8000);
    host.close();
    await untilShown(host, "closed");
  });

  it.each([
    ["prefetchToken", () => configureElements({ prefetchToken: true })],
    ["the site's own name", () => configureElements({ clientOrigins: [location.origin] })],
  ])("run one when a script of the page has allowed it, by %s", async (_, allow) => {
    allow();
    await show(
      `<human-connect-button prepare-on="mount" client-url="${ownScript()}" warm-frame="false"></human-connect-button>`,
    );

    await vi.waitFor(() => expect(page.ownScriptRan).toBe(1), 8000);
  });
});

describe("an address that markup may not name", () => {
  const rest = {
    "token-url": "/token",
    "base-url": sandboxUrl,
    "client-url": sandboxCopy,
  };
  const write = (attributes: Record<string, string>): string =>
    Object.entries({ ...rest, ...attributes })
      .map(([name, value]) => `${name}="${value}"`)
      .join(" ");

  it.each<[Record<string, string>, string]>([
    [{ "client-url": "https://cdn.example/x.js" }, "clientOrigins"],
    [{ "client-url": `${sandboxUrl}/evil.js` }, "clientOrigins"],
    [{ "base-url": "https://evil.example" }, "connectOrigins"],
    [{ "base-url": location.origin }, "connectOrigins"],
    [{ "token-url": "https://evil.example/token" }, "tokenOrigins"],
    [{ "token-url": `${sandboxUrl}/token` }, "tokenOrigins"],
    [{ config: "main&token=of-a-stranger" }, "config must not contain"],
    [{ "client-version": "../../evil" }, "client-version must be"],
  ])("ends in invalid-option, and nothing is asked, framed or run: %j", async (wrong, word) => {
    const host = await show(
      `<human-connect-button prepare-on="mount" user="anybody" prefetch-token ${write(wrong)}></human-connect-button>`,
    );
    const heard: unknown[] = [];
    host.addEventListener("human-connect-error", ({ detail }) => heard.push(detail.error));
    await settle();
    await userEvent.click(inner(host));
    await untilShown(host, "error");

    expect(heard).toEqual([
      expect.objectContaining({ code: "invalid-option", message: expect.stringContaining(word) }),
    ]);
    expect(asked).not.toHaveBeenCalled();
    expect(addresses().filter((address) => /evil|example/.test(address))).toEqual([]);
    expect(findStage()).toBe(null);
  });

  it("is taken from a property, because only a script sets one", async () => {
    const vendor = createFakeVendor();
    const host = await show(`<human-connect-button base-url="https://evil.example"></human-connect-button>`);
    Object.assign(host, vendor.properties);
    await drawn();

    await userEvent.click(inner(host));
    await untilShown(host, "open");

    expect(vendor.opened).toMatchObject([{ baseURL: location.origin }]);
  });
});

describe("names of elements in the page", () => {
  it("decide nothing about a button", async () => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<img name="baseURI"><img name="body"><img name="createTextNode"><a id="customElements"></a><a id="IntersectionObserver"></a>`,
    );
    const host = await show(
      `<human-connect-button token-url="/token" base-url="${sandboxUrl}" client-url="${sandboxCopy}"><input name="getToken"><img name="children"><b length="1"></b></human-connect-button>`,
    );

    // By script: whoever drives a browser asks for `document.body` too.
    inner(host).click();
    await untilShown(host, "open");

    expect(asked.mock.calls[0]).toEqual([`${location.origin}/token`]);
  });

  it("leave nothing out of a card", async () => {
    const card = await show(
      `<human-connect-card><form slot="privacy"><input name="hidden"><input name="slot"><input name="getAttribute"></form></human-connect-card>`,
    );

    expect(card.shadowRoot!.querySelector("[part=privacy]")).not.toBe(null);
  });

  it("are no label", async () => {
    const host = await show(
      `<human-connect-button><form><input name="nodeType"><input name="hasAttribute">Share</form></human-connect-button>`,
    );

    expect(host.shadowRoot!.querySelector("slot")).not.toBe(null);
  });

  it("stand in nobody's way to the button that is meant", async () => {
    const holder = await show(
      `<section><form id="connect"><input name="matches"><input name="localName"></form><p id="connect"></p>
       <human-connect-button id="connect" initial-connections='[{"id":"a1","name":"Alder Clinic"}]'></human-connect-button>
       <human-connect-list for="connect"></human-connect-list></section>`,
    );
    await drawn();

    expect(holder.querySelector("human-connect-list")!.shadowRoot!.textContent).toBe("Alder Clinic");
  });
});
