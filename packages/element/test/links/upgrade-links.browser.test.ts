import { upgradeLinks, type LinkOptions, type UpgradeLinksOptions } from "@human-connect/element/links";
import { afterEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { alder, closeStage, createFakeVendor, failingClient, findStage, show } from "../page.js";

let stop: () => void;
afterEach(() => stop());

/** Names of links with a client of this page. */
function start(names?: LinkOptions, within?: string, more?: UpgradeLinksOptions): ReturnType<typeof createFakeVendor> {
  const vendor = createFakeVendor();
  const { client, options, getToken } = vendor.properties;
  stop = upgradeLinks(names ?? { button: { client, getToken, ...options } }, { within, ...more });
  return vendor;
}

/** A link as an editor writes it, with words around it. */
const showLink = async (
  href = "/connect#human-connect=button",
  words = "Connect",
  rest = "",
): Promise<HTMLAnchorElement> =>
  (await show(`<p>Before <a href="${href}" ${rest}>${words}</a> after</p>`)).querySelector("a")!;
const until = (link: Element, status: string): Promise<void> =>
  vi.waitFor(() => expect(link.getAttribute("data-status")).toBe(status), 8000);
/** What a morph does: elements stay, and have the attributes and children that the server's have. */
function stripLikeMorph(place: HTMLElement, html: string): void {
  const wanted = Object.assign(document.createElement("div"), { innerHTML: html }).querySelector("a")!;
  const link = place.querySelector("a")!;
  for (const name of link.getAttributeNames()) if (!wanted.hasAttribute(name)) link.removeAttribute(name);
  place.querySelector("human-connect-link")?.remove();
}
const findBlock = (kind: string): Promise<Element> =>
  vi.waitFor(() => {
    const found = document.querySelector(`human-connect-${kind}`);
    if (!found) throw new Error("not there");
    return found;
  });

describe("a link that is a button", () => {
  it.each([
    "#human-connect=button",
    "../../../connect#human-connect=button",
    "https://site.example/x?y=1#human-connect=button",
  ])("opens Connect, wherever else its address leads: %s", async (href) => {
    const vendor = start();
    const link = await showLink(href);

    await userEvent.click(link);
    await until(link, "open");

    expect(vendor.opened).toHaveLength(1);
    expect(location.hash).toBe("");
  });

  it.each([
    ["target and rel", "Connect", `target="_blank" rel="noopener noreferrer nofollow"`],
    ["download", "Connect", "download"],
    ["words in a span", `<span style="white-space: pre-wrap">Connect</span>`, ""],
    ["line breaks", "<br>Connect<br>", ""],
    ["strong words", "<strong>Connect&nbsp;now</strong>", ""],
  ])("opens no tab and loads no page: %s", async (_, words, rest) => {
    const open = vi.spyOn(window, "open");
    start();
    const link = await showLink(undefined, words, rest);

    await userEvent.click(link.querySelector("span, strong") ?? link);
    await until(link, "open");

    expect(open).not.toHaveBeenCalled();
  });

  it("has the state of its session in attributes, and keeps its place and its class", async () => {
    const vendor = start();
    const link = await showLink(undefined, undefined, `class="wp-block-button__link"`);
    const before = link.getBoundingClientRect();

    await userEvent.click(link);
    await until(link, "open");
    await vendor.connect(alder);
    await vendor.finish(alder);
    await until(link, "closed");

    expect(link.getBoundingClientRect()).toEqual(before);
    expect(Object.fromEntries([...link.attributes].map(({ name, value }) => [name, value]))).toEqual({
      href: "/connect#human-connect=button",
      class: "wp-block-button__link",
      role: "button",
      "aria-haspopup": "dialog",
      "data-status": "closed",
      "data-connected": "",
    });
    // In the next task.
    await vi.waitFor(() => expect(document.activeElement).toBe(link));
  });

  it("is the browser's with a modifier key", async () => {
    const vendor = start();
    const link = await showLink("#human-connect=button");
    const prevented: boolean[] = [];
    const watch = (event: Event): void => {
      prevented.push(event.defaultPrevented);
      event.preventDefault();
    };
    document.addEventListener("click", watch);
    for (const key of ["ctrlKey", "metaKey", "shiftKey", "altKey"])
      link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, [key]: true }));
    document.removeEventListener("click", watch);

    expect(prevented).toEqual([false, false, false, false]);
    expect(vendor.opened).toEqual([]);
  });

  it.each(["{Enter}", " "])("is pressed by the key %j, and does not scroll", async (key) => {
    start();
    const link = await showLink();
    const clicked = vi.fn();
    link.addEventListener("click", clicked);

    link.focus();
    await userEvent.keyboard(key);
    await until(link, "open");

    expect(clicked).toHaveBeenCalledOnce();
    expect(scrollY).toBe(0);
  });

  it("changes no markup while the pointer is only near", async () => {
    const vendor = start();
    const link = await showLink();
    const { outerHTML } = link.parentElement!;

    await userEvent.hover(link);
    await vi.waitFor(() => expect(vendor.client.load).toHaveBeenCalled(), 8000);

    expect(link.parentElement!.outerHTML).toBe(outerHTML);
  });

  it("requests nothing before a click where the page says so", async () => {
    const vendor = start(undefined, undefined, { prepareOn: "none" });
    const other = createFakeVendor();
    const link = await showLink();
    const button = document.createElement("human-connect-button");
    link.parentElement!.append(Object.assign(button, other.properties));

    await userEvent.hover(link);
    link.focus();
    await userEvent.keyboard("{Shift}");
    await userEvent.hover(button);
    await vi.waitFor(() => expect(other.client.load).toHaveBeenCalled(), 8000);
    expect(vendor.client.load).not.toHaveBeenCalled();

    await userEvent.click(link);
    await until(link, "open");
    expect(vendor.opened).toHaveLength(1);
  });

  it("shows and announces the reason of a failure beside it, and retries with the next click", async () => {
    const vendor = createFakeVendor();
    let client = failingClient;
    const names = {
      get button() {
        return {
          getToken: () => "token",
          ...vendor.properties.options,
          client: { load: (...given: Parameters<typeof client.load>) => client.load(...given) },
        };
      },
    };
    start(names);
    const link = await showLink();

    await userEvent.click(link);
    await until(link, "error");

    const status = link.nextElementSibling!.shadowRoot!.querySelector("[role=status]")!;
    expect(status.textContent).toBe("Connect could not be opened. Try again.");
    expect(status.checkVisibility()).toBe(true);
    ({ client } = vendor);
    await userEvent.click(link);
    await until(link, "open");
    expect(status.textContent).toBe("");
  });

  it("shares its state with the other links of its name", async () => {
    const vendor = start();
    const first = await showLink();
    const second = await showLink();
    second.focus();

    await userEvent.click(first);
    await until(first, "open");
    expect(second.getAttribute("data-status")).toBe("open");
    await vendor.finish(alder);
    await until(second, "closed");

    expect(second.hasAttribute("data-connected")).toBe(true);
  });

  it("works in an open shadow tree, and its events bubble from there", async () => {
    start(undefined, "main");
    const main = document.body.appendChild(document.createElement("main"));
    main.attachShadow({ mode: "open" }).innerHTML = `<a href="#human-connect=button">Connect</a>`;
    const link = main.shadowRoot!.querySelector("a")!;
    const closed = vi.fn();
    document.addEventListener("human-connect-close", closed, { once: true });

    await userEvent.click(link);
    await until(link, "open");
    closeStage();

    await vi.waitFor(() => expect(closed).toHaveBeenCalled(), 8000);
  });

  it("keeps its session when a library takes the markup that it knows", async () => {
    const vendor = start();
    const link = await showLink();
    const { outerHTML } = link.parentElement!;
    const place = link.parentElement!.parentElement!;

    await userEvent.click(link);
    await until(link, "open");
    place.innerHTML = outerHTML;
    const closed = vi.fn();
    document.addEventListener("human-connect-close", closed, { once: true });
    await vendor.finish(alder);
    await vi.waitFor(() => expect(closed).toHaveBeenCalled(), 8000);
    const next = place.querySelector("a")!;
    next.focus();

    expect(next.hasAttribute("data-connected")).toBe(true);
  });

  it.each<[string, (place: HTMLElement, html: string) => void]>([
    ["with its link", (place, html) => (place.innerHTML = html)],
    ["and what it does not know of the link", stripLikeMorph],
  ])("shows the reason of a failure although a library has removed the element, %s", async (_, morph) => {
    const vendor = createFakeVendor();
    const { options } = vendor.properties;
    let fail: (reason: Error) => void = () => {};
    const getToken = (): Promise<string> => new Promise((_, reject) => (fail = reject));
    start({ button: { client: vendor.client, getToken, ...options } });
    const link = await showLink();
    const place = link.parentElement!.parentElement!;
    const { innerHTML } = place;

    await userEvent.click(link);
    await until(link, "loading");
    morph(place, innerHTML);
    fail(new Error("no token"));
    const next = place.querySelector("a")!;
    next.focus();
    await until(next, "error");

    expect(place.querySelectorAll("human-connect-link")).toHaveLength(1);
    const status = next.nextElementSibling!.shadowRoot!.querySelector("[role=status]")!;
    await vi.waitFor(() => expect(status.textContent).toBe("Connect could not be opened. Try again."));
    expect(status.checkVisibility()).toBe(true);
  });

  it("is connected and failed as before when a library has brought the page up to date", async () => {
    const vendor = start();
    const link = await showLink();
    const place = link.parentElement!.parentElement!;
    const { innerHTML } = place;
    await userEvent.click(link);
    await until(link, "open");
    await vendor.finish(alder);
    await until(link, "closed");
    const { outerHTML } = link;

    stripLikeMorph(place, innerHTML);

    expect(link.outerHTML).not.toBe(outerHTML);
    await vi.waitFor(() => expect(link.outerHTML).toBe(outerHTML));
    expect(place.querySelectorAll("human-connect-link")).toHaveLength(1);
  });

  it("is left alone when a library has made another link of it", async () => {
    start();
    const link = await showLink();
    link.focus();

    stripLikeMorph(link.parentElement!.parentElement!, `<a href="/next"></a>`);
    link.href = "/next";
    // As long as the kit's own timer.
    await new Promise((resolve) => setTimeout(resolve));

    expect(link.getAttributeNames()).toEqual(["href"]);
    expect(document.querySelector("human-connect-link")).toBe(null);
  });

  it("lets a page remove the element beside it for good", async () => {
    start();
    const link = await showLink();
    link.focus();
    link.nextElementSibling!.remove();

    // As long as the kit's own timers.
    await new Promise((resolve) => setTimeout(resolve));
    await new Promise((resolve) => setTimeout(resolve));

    expect(link.nextElementSibling).toBe(null);
  });

  it("goes on with its session when a library has brought the page up to date", async () => {
    const vendor = start();
    const link = await showLink();
    const place = link.parentElement!.parentElement!;
    const { innerHTML } = place;
    const closed = vi.fn();
    document.addEventListener("human-connect-close", closed, { once: true });
    await userEvent.click(link);
    await until(link, "open");

    stripLikeMorph(place, innerHTML);
    await until(link, "open");
    expect(closed).not.toHaveBeenCalled();
    await vendor.finish(alder);
    await until(link, "closed");

    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    await vi.waitFor(() => expect(document.activeElement).toBe(link));
  });

  it("is a link again when it is told to stop", async () => {
    const vendor = start();
    const link = await showLink("#human-connect=button");
    stop();

    await userEvent.click(link);

    expect(vendor.opened).toEqual([]);
    expect(location.hash).toBe("#human-connect=button");
    history.replaceState(null, "", location.pathname + location.search);
  });
});

describe("a link that is a block", () => {
  it.each(["card", "list", "status"])("is replaced by %s, without a click", async (kind) => {
    start();
    const link = await showLink(`/connect#human-connect=${kind}`, "My records");

    const block = await findBlock(kind);

    expect(link.checkVisibility()).toBe(false);
    expect(block.previousElementSibling).toBe(link);
    expect(link.outerHTML).toBe(`<a href="/connect#human-connect=${kind}">My records</a>`);
  });

  it("is one block, whatever moves in the link", async () => {
    start();
    await show(`<style>@keyframes turn { to { rotate: 1turn } } i { display: block; animation: turn 50ms 2 }</style>`);
    const link = await showLink("#human-connect=card", "<i>Records</i>");
    await findBlock("card");
    link
      .querySelector("i")!
      .dispatchEvent(new AnimationEvent("animationstart", { animationName: "turn", bubbles: true }));

    expect(document.querySelectorAll("human-connect-card")).toHaveLength(1);
  });

  it("shares the state of the button of its name", async () => {
    const vendor = start();
    const link = await showLink();
    await showLink("#human-connect=list");
    const list = await findBlock("list");

    await userEvent.click(link);
    await until(link, "open");
    await vendor.finish(alder);
    await until(link, "closed");

    expect(list.shadowRoot!.textContent).toContain("Alder Clinic");
  });

  it("follows the instance of its name, whatever else has the name in its for", async () => {
    const vendor = start();
    await show(`<human-connect-button id="human-connect-link" token-url="/account/close"></human-connect-button>`);
    await showLink("#human-connect=card");
    const card = await findBlock("card");

    await userEvent.click(card.shadowRoot!.querySelector("button")!);

    await vi.waitFor(() => expect(vendor.opened).toHaveLength(1), 8000);
  });

  it("comes back when a library has removed it, and goes with its link", async () => {
    start();
    const link = await showLink("#human-connect=card");
    const card = await findBlock("card");
    card.remove();
    const next = await findBlock("card");
    expect(link.checkVisibility()).toBe(false);

    link.remove();

    expect(next.checkVisibility()).toBe(false);
  });
});

describe("what is no link", () => {
  it.each([
    "#human-connect",
    "#human-connect=",
    "#Human-Connect=button",
    "#human-connect=button&token-url=/account/close",
    "#human-connect=button;token-url=/account/close",
    "#human-connect=/account/close",
    "#human-connect=%62utton",
    "#human-connect:button",
    "#x#human-connect=button",
    "?human-connect=button",
    "#human-connect=button-",
    "#human-connect=__proto__",
    "#human-connect=constructor",
    "#human-connect=toString-card",
    "#human-connect=unknown",
  ])("stays as it is: %s", async (href) => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const vendor = start();
    const link = await showLink(href, "Click", `token-url="/account/close" data-token-url="/account/close"`);
    const { outerHTML } = link.parentElement!;
    const fetched = vi.spyOn(globalThis, "fetch");
    const click = vi.fn((event: Event) => event.preventDefault());
    link.addEventListener("click", click);

    await userEvent.hover(link);
    link.focus();
    await userEvent.click(link);

    expect(click.mock.calls[0]![0].isTrusted).toBe(true);
    expect(link.parentElement!.outerHTML).toBe(outerHTML);
    expect(fetched).not.toHaveBeenCalled();
    expect(vendor.opened).toEqual([]);
    expect(findStage()).toBe(null);
    expect(warn.mock.calls.length).toBeLessThanOrEqual(1);
  });

  it("is told of once, when its name is unknown", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    start();
    const link = await showLink("#human-connect=buton");

    link.focus();
    link.dispatchEvent(new MouseEvent("click", { bubbles: true }));

    expect(warn.mock.calls).toEqual([["[human-connect] unknown: #human-connect=buton"]]);
    history.replaceState(null, "", location.pathname + location.search);
  });

  it("is outside of the part of the page that counts", async () => {
    const vendor = start(undefined, "main");
    const link = await showLink();
    link.addEventListener("click", (event) => event.preventDefault());

    await userEvent.click(link);

    expect(link.hasAttribute("role")).toBe(false);
    expect(vendor.opened).toEqual([]);
  });

  it.each([
    ["an editor", `<div contenteditable="true"><p><a href="#human-connect=button">Connect</a></p></div>`],
    [
      "an island in an editor",
      `<div contenteditable><p contenteditable="false"><a href="#human-connect=button">Connect</a></p></div>`,
    ],
    ["a card in an editor", `<div contenteditable><a href="#human-connect=card">Connect</a></div>`],
  ])("is in an editing surface: %s", async (_, html) => {
    const vendor = start();
    const editor = await show<HTMLElement>(html);
    const link = editor.querySelector("a")!;
    const { innerHTML } = editor;

    await userEvent.hover(link);
    await userEvent.click(link);
    await userEvent.keyboard("x ");

    expect(editor.textContent).toMatch(/isle|x|Connect/);
    expect(link.hasAttribute("role")).toBe(false);
    expect(editor.querySelector("human-connect-card, human-connect-link")).toBe(null);
    expect(vendor.opened).toEqual([]);
    expect(innerHTML).toContain("human-connect=");
  });
});

describe("upgradeLinks", () => {
  it.each<[string, LinkOptions, object]>([
    ["the name", { "a b": { tokenUrl: "/t" } }, {}],
    ["must not end in card", { "my-card": { tokenUrl: "/t" } }, {}],
    ["needs tokenUrl", { button: {} }, {}],
    ["needs tokenUrl", { button: undefined as never }, {}],
    ["CSS selector", { button: { tokenUrl: "/t" } }, { within: "main[" }],
    ["prepareOn must be", { button: { tokenUrl: "/t" } }, { prepareOn: "visible" }],
  ])("names what is wrong: %s", (message, names, options) => {
    stop = () => {};

    expect(() => upgradeLinks(names, options)).toThrow(message);
  });
});
