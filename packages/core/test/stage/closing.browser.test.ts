import { describe, expect, it } from "vitest";
import {
  container,
  create,
  end,
  createFrame,
  loaded,
  onCancel,
  opener,
  other,
  part,
  root,
  stage,
  watch,
} from "./setup.js";

describe("closing a stage", () => {
  it("leaves nothing in the document and nobody cancelled", async () => {
    const frame = createFrame();
    create().open();
    stage.place(frame);
    await loaded(frame);
    stage.showFrame(frame, () => {});

    end();
    await new Promise((resolve) => requestAnimationFrame(resolve));

    expect(watch.leftovers()).toEqual([]);
    expect(onCancel).not.toHaveBeenCalled();
  });

  it("gives the focus back to the opener without scrolling", () => {
    document.body.style.height = "4000px";
    scrollTo(0, 1500);
    create().open();

    end();

    expect(document.activeElement).toBe(opener);
    expect(scrollY).toBe(1500);
  });

  it("gives the focus back, without scrolling, to an opener that had not taken it, as some browsers leave a clicked button", () => {
    opener.blur();
    document.body.style.height = "4000px";
    scrollTo(0, 1500);
    create().open();

    end();

    expect(document.activeElement).toBe(opener);
    expect(scrollY).toBe(1500);
  });

  it.each([
    ["that says which button it is for", `<button id="menu">Menu</button><ul aria-labelledby="menu"><li></li></ul>`],
    [
      "that a button says it controls",
      `<button id="menu" aria-controls="list">Menu</button><ul id="list"><li></li></ul>`,
    ],
    ["beside its button", `<div><button id="menu" aria-expanded="true">Menu</button><ul><li></li></ul></div>`],
  ])("gives the focus to the button of a menu %s, when the opener goes with it", (_, html) => {
    other.insertAdjacentHTML("afterend", `<section>${html}</section>`);
    const section = document.querySelector("section")!;
    section.querySelector("li")!.append(opener);
    opener.focus();
    create().open();
    section.querySelector("ul")!.hidden = true;

    end();

    expect(document.activeElement?.id).toBe("menu");
    section.remove();
  });

  it("leaves the focus where somebody else has put it", () => {
    create({ container }).open();
    other.focus();

    end();

    expect(document.activeElement).toBe(other);
  });

  it("goes to what follows an opener that has left the page, and to nothing where nothing does", () => {
    create().open();
    opener.remove();

    end();
    expect(document.activeElement).toBe(other);

    create({ opener: other }).open();
    other.remove();

    expect(() => stage.close()).not.toThrow();
    expect(document.activeElement).toBe(document.body);
  });

  it.each([
    ["of its id", `<p></p><button id="again">Again</button>`, "again"],
    ["in its place", `<button>Again</button>`, "Again"],
    ["of the page's content, when nothing has come", `<p></p><main>Content</main>`, "Content"],
  ])("goes to what is there instead of an opener that was swapped out: one %s", (_, html, name) => {
    const section = document.body.appendChild(document.createElement("section"));
    section.innerHTML = `<button id="again">Opener</button>`;
    const old = section.querySelector("button")!;
    old.focus();
    create({ opener: old }).open();
    section.innerHTML = html;

    end();

    const { activeElement } = document;
    expect([activeElement?.id, activeElement?.textContent]).toContain(name);
    expect(section.contains(activeElement)).toBe(true);
    other.focus();
    expect(section.querySelector("[tabindex]")).toBe(null);
    section.remove();
  });

  it("finds what has come instead of an element whose button had the focus, in a page that was swapped as a whole", () => {
    const section = document.body.appendChild(document.createElement("section"));
    const html = `<div id="host"></div>`;
    section.innerHTML = html;
    const inside = section
      .firstElementChild!.attachShadow({ mode: "open" })
      .appendChild(document.createElement("button"));
    opener.blur();
    create({ opener: inside }).open();
    section.replaceWith(section.cloneNode(true));
    const host = document.querySelector<HTMLElement>("#host")!;
    const button = host
      .attachShadow({ mode: "open", delegatesFocus: true })
      .appendChild(document.createElement("button"));

    end();

    expect(host.shadowRoot!.activeElement).toBe(button);
    host.parentElement!.remove();
  });

  it.each([undefined, "color: red; overflow: clip"])("puts the page's own style %s back", (style) => {
    if (style) root.setAttribute("style", style);
    create().open();

    end();

    expect(root.getAttribute("style")?.replace(/;$/, "")).toBe(style);
  });

  it("does nothing the second time, whatever the page has done since", () => {
    create().open();
    end();
    other.focus();
    root.style.setProperty("overflow", "scroll");

    end();

    expect(root.style.overflow).toBe("scroll");
    expect(document.activeElement).toBe(other);
  });

  it("does nothing before it has opened", () => {
    root.style.setProperty("overflow", "scroll");
    create();
    other.focus();

    end();

    expect(root.style.overflow).toBe("scroll");
    expect(document.activeElement).toBe(other);
  });

  it("lets it open again", () => {
    create().open();
    end();

    stage.open();

    expect(part("dialog").matches(":modal")).toBe(true);
  });
});
