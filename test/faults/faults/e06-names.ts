import { cdnClient, globalClient } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import type { Fault, FaultCheck } from "../fault.ts";
import { eventually, failedWith, pause, same, type World } from "../harness/world.ts";

/** Every property that a document has: whatever anybody reads, the kit, the vendor or its libraries. */
const documentNames = (): string[] => {
  const names: string[] = [];
  for (const name in Document.prototype) names.push(name);
  return names;
};

/** Names that are no property of a window in every engine, and that a script may look for there. */
const windowNames = [
  "HumanConnect",
  "HumanConnectKit",
  "define",
  "exports",
  "module",
  "process",
  "require",
  "trustedTypes",
  "reportError",
  "human-api",
  "human-api-container",
  "human-api-connect-modal-overlay",
  "human-connect",
];

/** Puts an element of each name into the page, as markup of others may. @returns Takes them away. */
function addElements(tag: string, attribute: "name" | "id", names: readonly string[]): () => void {
  const body = Reflect.get(Document.prototype, "body", document) as HTMLElement;
  const elements = names.map((name) => {
    const element = Document.prototype.createElement.call(document, tag) as HTMLElement;
    Element.prototype.setAttribute.call(element, attribute, name);
    return element;
  });
  Element.prototype.append.apply(body, elements);
  return () => elements.forEach((element) => Element.prototype.remove.call(element));
}

/** Runs a session with the old popup from its click to its end. */
async function mustOpenLegacy(world: World): Promise<void> {
  const { connect, events } = world.createKit(world.legacyOptions);
  const over = connect.open();
  await world.untilLive();
  same(world.stage!.shadowRoot!.querySelectorAll("iframe").length, 1, "frames of the popup");
  connect.close();
  await over;
  same(
    events.map(({ type }) => type),
    ["open", "close"],
    "events of the popup",
  );
  same(Object.hasOwn(window, "HumanConnect"), false, "the popup's script has left a global");
}

async function mustOpenAll(world: World): Promise<void> {
  await mustOpenLegacy(world);
  await world.mustWorkAgain({ client: cdnClient({ url: world.script("2.3.1") }) });
  await world.mustWorkAgain({ client: cdnClient({ url: world.script("2.4.1") }) });
  await world.mustWorkAgain({ client: npmClient() });
}

const named = (tag: string): FaultCheck => ({
  name: `<${tag}> for every name that a property of the document has`,
  async kit(world) {
    const names = documentNames();
    same(names.length > 100, true, "there are many such names");
    const takeAway = addElements(tag, "name", names);
    same(document.body instanceof HTMLBodyElement, false, "the document is read past them");
    await mustOpenAll(world);
    takeAway();
    world.mustBeClean();
  },
});

const withId = (tag: string): FaultCheck => ({
  name: `<${tag}> for every id that a script may look for`,
  async kit(world) {
    const takeAway = addElements(tag, "id", windowNames);
    await mustOpenAll(world);
    takeAway();
    world.mustBeClean();
  },
});

/** An element of the page is there, and decides nothing. */
export const names: Fault = {
  id: "E6",
  title: "elements of the page that bear the names of what scripts read",
  checks: [
    ...["img", "form", "object", "embed"].map(named),
    ...["a", "form"].map(withId),
    {
      name: "two images of each name, and a form whose fields are called as its methods are",
      async kit(world) {
        const names = ["body", "head", "currentScript", "createElement", "getElementById", "implementation"];
        const takeAway = [1, 2].map(() => addElements("img", "name", names));
        addElements("form", "id", ["human-api"]);
        const form = Document.prototype.querySelectorAll.call(document, "#human-api")[0]!;
        for (const name of ["id", "querySelector", "matches", "remove", "append", "contains"]) {
          const field = Document.prototype.createElement.call(document, "input") as HTMLInputElement;
          field.name = name;
          Element.prototype.append.call(form, field);
        }
        await mustOpenAll(world);
        Element.prototype.remove.call(form);
        for (const step of takeAway) step();
        world.mustBeClean();
      },
    },
    {
      name: "a frame and a form that are called HumanConnect are no client",
      page: {
        body: `<iframe name="HumanConnect"></iframe><form id="HumanConnect"><input name="open"></form>`,
      },
      async raw() {
        // What looks for the client by its name alone finds a window, whose open() opens another.
        await pause(50);
        return typeof (window.HumanConnect as { open?: unknown } | undefined)?.open === "function";
      },
      async kit(world) {
        const waiting = world.createKit({ client: globalClient(), timeouts: { clientMs: 300 } });
        failedWith(await waiting.connect.open(), "client-timeout");
        await mustOpenLegacy(world);
        await world.mustWorkAgain();
        await eventually(() => Object.hasOwn(window, "HumanConnect"), "the client is there");
        await world.mustWorkAgain({ client: globalClient() });
        document.querySelectorAll("[name=HumanConnect], #HumanConnect").forEach((element) => element.remove());
        world.mustBeClean();
      },
    },
  ],
};
