import { afterEach, describe, expect, it } from "vitest";
import { hideNamesakes } from "../../src/page/hide-namesakes.js";
import { readDocument } from "../../src/page/read-document.js";

const sources = import.meta.glob<string>(["../../src/**/*.ts", "!../../src/testing*.ts", "!../../src/testing/*.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const code = Object.values(sources).join("\n");
const names = [...new Set([...code.matchAll(/readDocument\("(\w+)"\)/g)].map(([, name]) => name as keyof Document))];

const body = document.body;
let namesakes: Element[] = [];

/** Adds elements of a page that are called as a property of the document is. */
function addNamesakes(tag: string, name: string, count: number): void {
  for (let one = 0; one < count; one++) {
    const namesake = Document.prototype.createElement.call(document, tag);
    Element.prototype.setAttribute.call(namesake, "name", name);
    Element.prototype.append.call(body, namesake);
    namesakes.push(namesake);
  }
}

/** What is found: each reading of a method binds another function. */
const read = (name: keyof Document): unknown => {
  const found: unknown = readDocument(name);
  return typeof found === "function" ? found.name : found;
};

afterEach(() => {
  for (const namesake of namesakes) Element.prototype.remove.call(namesake);
  namesakes = [];
});

describe("readDocument", () => {
  it("is the only way in which the core reads the document", () => {
    const isRead = /^(?!\s*(?:\*|\/[/*])).*\bdocument(\.\w|\[)/;
    const direct = Object.entries(sources)
      .filter(([file]) => !file.endsWith("/read-document.ts"))
      .flatMap(([, text]) => text.split("\n").filter((line) => isRead.test(line) && !line.startsWith("import ")));

    expect(direct).toEqual([]);
    expect(names.length).toBeGreaterThan(8);
  });

  describe.each(["img", "form", "embed", "object", "iframe"])("beside <%s> of that name", (tag) => {
    it.each(names.flatMap((name) => [1, 2].map((count) => [name, count] as const)))(
      "reads %s past %i",
      (name, count) => {
        const before = read(name);
        addNamesakes(tag, name, count);
        const clobbered: unknown = Reflect.get(document, name);

        const [found, isClobbered] = [read(name), clobbered !== before && typeof clobbered === "object"];
        const hidden = hideNamesakes();
        const whileHidden: unknown = Reflect.get(document, name);
        hidden();

        expect(found).toBe(before);
        expect(isClobbered || tag === "embed" || tag === "object").toBe(true);
        expect(typeof whileHidden === "function" ? whileHidden.name : whileHidden).toBe(
          typeof whileHidden === "function" ? (before as string).replace("bound ", "") : before,
        );
        expect(Reflect.get(document, name)).toBe(clobbered);
      },
    );
  });

  it("takes a method that a script of the page has put there", () => {
    const theirs = (): string => "theirs";
    Object.assign(document, { querySelector: theirs });
    const found: unknown = readDocument("querySelector")("main");
    Reflect.deleteProperty(document, "querySelector");

    expect(found).toBe("theirs");
  });
});

describe("hideNamesakes", () => {
  it("leaves every other name and id alone, and reads a form past its own fields", () => {
    addNamesakes("form", "title", 1);
    addNamesakes("form", "sign-in", 1);
    const [hostile, plain] = namesakes as [Element, Element];
    for (const name of ["getAttribute", "setAttribute", "removeAttribute"]) {
      const field = document.createElement("input");
      field.name = name;
      Element.prototype.append.call(hostile, field);
    }
    const nameOf = (element: Element): string | null => Element.prototype.getAttribute.call(element, "name");

    const giveBack = hideNamesakes();
    const during = [nameOf(hostile), nameOf(plain)];
    giveBack();

    expect(during).toEqual([null, "sign-in"]);
    expect([nameOf(hostile), nameOf(plain)]).toEqual(["title", "sign-in"]);
  });
});
