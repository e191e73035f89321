import { afterEach, describe, expect, it } from "vitest";
import { restoreRemove } from "../../src/page/restore-remove.js";

const native = Element.prototype.remove;
const lists = [NodeList.prototype, HTMLCollection.prototype] as unknown as { remove?: () => void }[];
afterEach(() => {
  Element.prototype.remove = native;
  for (const prototype of lists) delete prototype.remove;
});

/** As clients before 2.0.4 do it (docs/vendor.md#f19). */
function override(): void {
  Element.prototype.remove = function (this: Element) {
    this.parentElement!.removeChild(this);
  };
  for (const prototype of lists) prototype.remove = () => {};
}

describe("restoreRemove", () => {
  it("makes remove() work again for a node without a parent", () => {
    override();
    restoreRemove();
    expect(() => document.createElement("i").remove()).not.toThrow();
  });

  it("makes remove() work again in a fragment and in a shadow root", () => {
    override();
    restoreRemove();
    const roots = [document.createDocumentFragment(), document.createElement("div").attachShadow({ mode: "open" })];
    for (const root of roots) {
      root.append(document.createElement("i"));
      root.firstElementChild!.remove();
      expect(root.childNodes).toHaveLength(0);
    }
  });

  it("takes remove() away from lists of nodes", () => {
    override();
    restoreRemove();
    expect(lists.map((prototype) => "remove" in prototype)).toEqual([false, false]);
  });

  it("leaves a remove() alone that works, whoever has put it there", () => {
    const theirs = function (this: Element): void {
      native.call(this);
    };
    Element.prototype.remove = theirs;
    lists[0]!.remove = () => {};
    restoreRemove();
    expect(Element.prototype.remove).toBe(theirs);
    expect("remove" in NodeList.prototype).toBe(true);
  });
});
