import type { FaultCheck } from "../fault.ts";
import { eventually, pause, same, type World } from "../harness/world.ts";

/** What a sanitiser lets through: a class, and attributes for data. */
const comment = `<div class="hapi__token-container"><a href="#" data-hapi-token="a stranger's">see my photos</a></div>`;

const link = (): HTMLElement => document.querySelector<HTMLElement>("[data-hapi-token]")!;

/** Where the module of this name comes from, for the kit as it is on npm. */
const importMap = (version: string): string =>
  `<script type="importmap">${JSON.stringify({ imports: { "humanapi-connect-client": `/npm/${version}.js` } })}</script>`;

/** Clicks what the stranger has written. @returns Whether that has opened Connect. */
async function isBound({ origins }: World): Promise<boolean> {
  link().dataset["hapiBaseUrl"] = origins.connect;
  // An observer of the vendor's would bind it now, if it had found nothing before.
  link().dataset["hapiToken"] = "another";
  await pause(50);
  link().click();
  return Boolean(await eventually(() => document.querySelector("#human-api"), "", 300).catch(() => null));
}

async function mustStayUnbound(world: World, version: string): Promise<void> {
  same(await isBound(world), false, "a click on the comment has opened Connect");
  // As applications do that want the vendor's attributes read again (docs/vendor.md#f17).
  dispatchEvent(new Event("load"));
  document.dispatchEvent(new Event("load"));
  same(await isBound(world), false, "a click on the comment has opened Connect, after another load event");
  for (const client of await world.createClients(version)) await world.mustWorkAgain({ client });
  world.mustBeClean();
}

const before = (version: string): FaultCheck => ({
  name: `the code of ${version} comes before the page has loaded, and binds what users wrote`,
  page: { head: `<script src="/script/${version}.js"></script>`, body: comment },
  kitPage: {
    head: `${importMap(version)}<script type="module">
      import "/assets/faults.js";
      window.early = world.loadEarly("${version}");
    </script>`,
    body: `${comment}<img src="/held" alt="">`,
  },
  raw: isBound,
  async kit(world) {
    same(await window.early, ["interactive", "interactive"], "state of the page when the code had come");
    await eventually(() => document.readyState === "complete", "the page has loaded");
    await mustStayUnbound(world, version);
  },
});

const after = (version: string): FaultCheck => ({
  name: `the code of ${version} comes later, and another load event makes it bind what users wrote`,
  page: { head: importMap(version), body: comment },
  async raw(world) {
    await world.addScript(world.script(version));
    dispatchEvent(new Event("load"));
    return isBound(world);
  },
  async kit(world) {
    for (const client of await world.createClients(version)) await world.mustWorkAgain({ client });
    await mustStayUnbound(world, version);
  },
});

declare global {
  interface Window {
    early?: Promise<DocumentReadyState[]>;
  }
}

/** The vendor's own attributes, where somebody else has written them. */
export const markupChecks: readonly FaultCheck[] = ["2.3.1", "2.4.1"].flatMap((version) => [
  before(version),
  after(version),
]);
