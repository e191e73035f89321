import { upgradeLinks } from "@human-connect/element/links";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { alder, createFakeVendor, inner, show } from "../page.js";

// Links to blocks in open shadow trees.

let stop: () => void = () => {};
let vendor: ReturnType<typeof createFakeVendor>;
beforeEach(() => (vendor = createFakeVendor()));
afterEach(() => stop());

function start(within?: string): void {
  const { client, options, getToken } = vendor.properties;
  stop = upgradeLinks({ button: { client, getToken, ...options } }, { ...(within && { within }) });
}

const link = (name: string): string => `<p><a href="/connect#human-connect=${name}">My records</a></p>`;

/** Adds a host with a shadow tree to the page. */
async function showTree(content: string, outer = "<div></div>"): Promise<ShadowRoot> {
  const host = await show<HTMLElement>(outer);
  const root = (host.querySelector(".host") ?? host).attachShadow({ mode: "open" });
  root.innerHTML = content;
  return root;
}

const untilBlock = (root: ParentNode, kind: string): Promise<HTMLElement> =>
  vi.waitFor(() => {
    const found = root.querySelector<HTMLElement>(`human-connect-${kind}`);
    if (!found) throw new Error("not there");
    return found;
  }, 8000);
/** Long enough for an animation to start. */
const untilDrawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))));

describe("a link to a block in an open shadow tree", () => {
  it.each(["card", "list", "status"])("is replaced by %s, without a click", async (kind) => {
    const root = await showTree(link(kind));

    start();
    const block = await untilBlock(root, kind);

    expect(root.querySelector("a")!.checkVisibility()).toBe(false);
    expect(block.previousElementSibling).toBe(root.querySelector("a"));
    expect(block.checkVisibility()).toBe(true);
  });

  it("is found in a tree within a tree", async () => {
    const outer = await showTree("<section><div></div></section>");
    const root = outer.querySelector("div")!.attachShadow({ mode: "open" });
    root.innerHTML = link("list");

    start();

    await untilBlock(root, "list");
  });

  it("is found when its element is defined", async () => {
    const name = "late-page";
    // In a tree that is found at once.
    const outer = await showTree(`<${name}></${name}>`);
    const host = outer.querySelector(name)!;
    start();
    class LatePage extends HTMLElement {
      connectedCallback(): void {
        this.attachShadow({ mode: "open" }).innerHTML = link("list");
      }
    }
    customElements.define(name, LatePage);

    await untilBlock(host.shadowRoot!, "list");
  });

  it("is found when the page has loaded", async () => {
    start();
    const root = await showTree(link("list"));
    await untilDrawn();
    expect(root.querySelector("human-connect-list")).toBe(null);

    dispatchEvent(new Event("load"));

    await untilBlock(root, "list");
  });

  it.each<[string, (element: Element) => unknown]>([
    ["pointer", (element) => userEvent.hover(element)],
    ["focus", (element) => (element as HTMLElement).focus()],
  ])("is found later when the %s is in its tree", async (_, reach) => {
    start();
    const root = await showTree(`<button>Other</button>${link("card")}`);

    await reach(root.querySelector("button")!);

    await untilBlock(root, "card");
  });

  it("shares the state of links and blocks outside, and opens Connect", async () => {
    const root = await showTree(link("card"));
    const page = await show<HTMLElement>(`<main>${link("list")}${link("button")}</main>`);
    start();
    const card = await untilBlock(root, "card");
    const list = await untilBlock(page, "list");

    await userEvent.click(inner(card));
    await vi.waitFor(() => expect(inner(card).dataset["status"]).toBe("open"), 8000);
    await vendor.finish(alder);

    for (const block of [card, list])
      await vi.waitFor(() => expect(block.shadowRoot!.textContent).toContain("Alder Clinic"), 8000);
    page.querySelector<HTMLElement>("a[href$=button]")!.focus();
    expect(page.querySelector<HTMLElement>("a[href$=button]")!.dataset).toHaveProperty("connected");
  });

  it("comes back when a library has removed the block, and the block goes with it", async () => {
    const root = await showTree(link("card"));
    start();
    (await untilBlock(root, "card")).remove();
    const next = await untilBlock(root, "card");
    expect(root.querySelectorAll("human-connect-card")).toHaveLength(1);

    root.querySelector("a")!.remove();

    expect(next.checkVisibility()).toBe(false);
  });

  it.each([
    ["in an editing surface", `<div contenteditable><div class="host" contenteditable="false"></div></div>`, undefined],
    ["outside of the part of the page that counts", `<div></div>`, "main"],
  ])("stays a link %s", async (_, outer, within) => {
    const root = await showTree(link("card"), outer);
    start(within);
    await userEvent.hover(root.querySelector("a")!);
    await untilDrawn();

    expect(root.querySelector("human-connect-card")).toBe(null);
    expect(root.querySelector("a")!.checkVisibility()).toBe(true);
  });

  it("is found on a page whose forms have fields called as what the kit reads", async () => {
    const names = ["shadowRoot", "matches", "localName", "querySelectorAll", "adoptedStyleSheets"];
    await show(`<form>${names.map((name) => `<input name="${name}">`).join("")}</form>`);
    const root = await showTree(link("list"));

    start();

    await untilBlock(root, "list");
  });

  it("stays a link after the end", async () => {
    start();
    stop();
    const root = await showTree(link("card"));

    dispatchEvent(new Event("load"));
    await userEvent.hover(root.querySelector("a")!);
    await untilDrawn();

    expect(root.querySelector("human-connect-card")).toBe(null);
  });
});
