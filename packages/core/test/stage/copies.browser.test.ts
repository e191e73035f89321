import { describe, expect, it } from "vitest";
import { container, create, createFrame, host, opener, root, stage } from "./setup.js";

const address = "https://hapi-connect.humanapi.co/?token=se-cret";
const isInline = [true, false];

function show(inline: boolean): void {
  create(inline ? { container } : {}).open();
  stage.place(Object.assign(createFrame(), { src: address }));
  stage.place(Object.assign(document.createElement("div"), { id: "human-api-connect-modal-overlay" }));
}

describe.each(isInline)("copies of the page, inline: %s", (inline) => {
  it("have nothing of the frame in them, however they are made", () => {
    show(inline);

    const range = document.createRange();
    range.selectNode(root);
    const copies = [
      root.outerHTML,
      document.body.innerHTML,
      container.innerHTML,
      (root.cloneNode(true) as HTMLElement).outerHTML,
      document.importNode(root, true).outerHTML,
      (range.cloneContents().firstChild as HTMLElement).outerHTML,
      new XMLSerializer().serializeToString(document),
      root.getHTML({ serializableShadowRoots: true }),
    ];

    expect(copies.filter((copy) => /se-cret|human-api|<iframe/.test(copy))).toEqual([]);
  });

  it("have no stage in them when they are clones", () => {
    show(inline);

    const clone = root.cloneNode(true) as HTMLElement;

    expect(clone.querySelector("[data-human-connect-stage]")).toBe(null);
    expect(host().isConnected).toBe(true);
  });

  it("lose their stage when they become a page again", () => {
    show(inline);
    const html = host().outerHTML;
    const place = document.body.appendChild(document.createElement("div"));

    place.innerHTML = html;
    expect(place.childNodes).toHaveLength(0);
    place.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    expect(place.childNodes).toHaveLength(0);
    place.append(host().cloneNode(true));
    expect(place.childNodes).toHaveLength(0);

    place.remove();
  });
});

describe("a stage", () => {
  it("is no copy of itself: it may be moved", () => {
    show(true);
    const shown = host();

    opener.after(container);

    expect([shown.isConnected, shown.parentElement]).toEqual([true, container]);
  });

  it("takes away what a cache has kept of another life, whoever made it, in the document and where it opens", () => {
    const left = `<div data-human-connect-stage="inline"><iframe id="human-api"></iframe></div>`;
    const outer = document.body.appendChild(document.createElement("div"));
    const inside = outer.attachShadow({ mode: "open" }).appendChild(document.createElement("section"));
    inside.innerHTML = container.innerHTML = left;

    create({ container: inside }).open();

    expect(container.childNodes).toHaveLength(0);
    expect([...inside.children]).toEqual([outer.shadowRoot!.querySelector("human-connect-stage")]);
    stage.close();
    outer.remove();
  });

  it("is not kept from opening by a form that is called as the page's own things are", () => {
    document.body.insertAdjacentHTML(
      "beforeend",
      `<form data-human-connect-stage><input name="remove"><input name="shadowRoot"></form>
       <img name="body"><img name="documentElement"><img name="activeElement"><img name="adoptedStyleSheets"><img name="createElement">`,
    );
    const planted = [...root.querySelectorAll("body > form, body > img")];

    const locked = (): boolean => getComputedStyle(root).overflow === "hidden";
    create().open();
    const wasLocked = locked();
    stage.close();
    const isLocked = locked();
    create().open();
    // Not by methods that are elements now.
    for (const node of planted) Element.prototype.remove.call(node);

    expect([wasLocked, isLocked]).toEqual([true, false]);
    expect(host().parentElement).toBe(root);
  });
});
