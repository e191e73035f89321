import { inflateSync } from "node:zlib";
import type { HumanConnectErrorCode } from "@human-connect/core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isChosen } from "../support/chosen-engine.ts";
import { waitFor, type Driver } from "../support/driver.ts";
import type { PageOptions } from "./fault.ts";
import { startFaultServer, type FaultServer } from "./fault-server.ts";
import { closeMessage, connectMessage } from "./harness/world.ts";

/** What has not come yet when somebody clicks without a network. */
interface MissingPart {
  /** The error of a browser that does not know that it has no network. */
  readonly code: HumanConnectErrorCode;
  /** Options of the kit, and what is fetched before, as code of the page. */
  readonly options?: string;
  readonly prepare?: string;
  /** Engines in which it stays missing until the page is loaded anew, and why. */
  readonly staysMissingIn?: Readonly<Record<string, string>>;
}

const missingParts: Record<string, MissingPart> = {
  "the kit's lazy part": {
    code: "client-failed",
    staysMissingIn: { firefox: "it never fetches a module again that has failed once (whatwg/html#6768)" },
  },
  "the vendor's client": {
    code: "client-failed",
    prepare: "world.createKit({ client: { load: async () => ({ open() {} }) } }).connect.prepare()",
  },
  "the token": {
    code: "token-failed",
    options: `{ getToken: () => fetch("/elsewhere").then(() => "token") }`,
    prepare: "kit.connect.prepare()",
  },
};

/** Higher than a window, so that it is printed on several sheets. */
const longBody = "<p>A word</p>".repeat(200);

/** Whether the frame and the Close button are wholly in the window. */
const isInWindow = `[world.frame, world.surface.querySelector(".close")].every((element) => {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  return Math.min(left, top) >= 0 && Math.floor(right) <= innerWidth && Math.floor(bottom) <= innerHeight && width * height > 0;
})`;

/**
 * Does what a device and its browser do of their own accord, in mid-session and at the click. The vendor's client alone fails where
 * it is shown to; it follows a window that is turned or zoomed, and survives the rest as well.
 *
 * @param path Where the engine is; without it the engine is left out.
 */
export function runDevice(engine: string, launch: () => Promise<Driver>, path: string | undefined): void {
  const { FAULT } = process.env;
  describe.runIf(path && !FAULT && isChosen(engine))(`${engine}: the device`, () => {
    let server: FaultServer;
    let driver: Driver;
    beforeAll(async () => {
      server = await startFaultServer();
      driver = await launch();
    });
    afterAll(async () => {
      await driver?.close();
      await server?.close();
    });
    beforeEach(async () => {
      await setOffline(false);
      await driver.resize({ width: 1100, height: 800 });
      await visit();
    });

    const until = (expression: string): Promise<true> =>
      waitFor(async () => (await driver.evaluate<boolean>(expression)) || undefined, expression);

    async function visit(options?: PageOptions): Promise<void> {
      await driver.goto(server.pageUrl(options));
      await until(`typeof window.world === "object"`);
    }

    const open = (): Promise<void> =>
      driver.evaluate(`world.openKit().then((session) => void (window.session = session))`);

    /** Starts a session of `window.kit`, and does not wait. */
    const openPrepared = (): Promise<void> =>
      driver.evaluate(`void (window.session = { ...kit, over: kit.connect.open() })`);

    const say = (message: object): Promise<void> => driver.evaluate(`world.say(${JSON.stringify(message)})`);

    async function mustEnd(status: string, events: string[]): Promise<void> {
      expect(await driver.evaluate("session.over.then((state) => state.reason ?? state.status)")).toBe(status);
      expect(await driver.evaluate("session.events.map(({ type }) => type)")).toEqual(events);
      await driver.evaluate("world.mustBeClean()");
    }

    /** The session in `window.session` goes on as if nothing had happened. */
    async function mustGoOn(before: string[] = []): Promise<void> {
      await say(connectMessage());
      await say(closeMessage());
      await mustEnd("finished", [...before, "open", "connect", "close"]);
    }

    /** Without a driver that can, the servers fall silent, and the page is told; the browser still believes to be online. */
    async function setOffline(isOffline: boolean): Promise<void> {
      if (driver.setOffline) return driver.setOffline(isOffline);
      server.setOffline(isOffline);
      await driver.evaluate(`void dispatchEvent(new Event("${isOffline ? "offline" : "online"}"))`);
    }

    it("hides the tab, freezes it where it can, and shows it again", async () => {
      await open();
      await driver.evaluate(`void (window.seen = [])`);
      await driver.evaluate(`document.addEventListener("visibilitychange", () => seen.push(document.visibilityState))`);
      for (const type of ["freeze", "resume"])
        await driver.evaluate(`document.addEventListener("${type}", () => seen.push("${type}"))`);

      await driver.setHidden(true);
      // The driver is done before the page has heard of it, and what it hears later is not what was so then.
      await until(`seen.includes("hidden")`);
      await driver.setFrozen?.(true);
      await driver.setFrozen?.(false);
      await driver.setHidden(false);

      await until(`document.visibilityState === "visible"`);
      const canFreeze = await driver.evaluate(`"onfreeze" in document`);
      expect(await driver.evaluate("seen")).toEqual(["hidden", ...(canFreeze ? ["freeze", "resume"] : []), "visible"]);
      await mustGoOn();
    });

    it("is turned, and turned back", async () => {
      await driver.resize({ width: 390, height: 844 });
      await open();
      for (const [orientation, width, height] of [["landscape", 844, 390] as const, ["portrait", 390, 844] as const]) {
        await driver.resize({ width, height });
        await until(`matchMedia("(orientation: ${orientation})").matches`);
        expect(await driver.evaluate(isInWindow), orientation).toBe(true);
      }
      await mustGoOn();
    });

    it("zooms to 200 %, and the person finds the way out", async () => {
      await open();
      await driver.resize({ width: 550, height: 400, density: 2 });
      await until("innerWidth === 550");
      expect(await driver.evaluate(isInWindow)).toBe(true);
      await driver.click("[data-human-connect-stage]", ".close");
      await mustEnd("cancelled", ["open", "close"]);
    });

    /** What is printed now. WebKit's driver cannot print: there the page is only told. */
    async function print(): Promise<Printed | undefined> {
      if (driver.print) return readPrinted(await driver.print());
      await driver.evaluate(`["beforeprint", "afterprint"].forEach((type) => dispatchEvent(new Event(type)))`);
      return undefined;
    }

    it("prints the page of the host, all of it and nothing else", async () => {
      await visit({ body: longBody });
      const page = await print();
      await open();
      expect(await print()).toEqual(page);
      if (page) expect(page.sheets).toBeGreaterThan(1);
      await mustGoOn();
    });

    if (engine !== "webkit")
      it("prints the page of the host: the vendor's client alone stands on it", async () => {
        await visit({ body: longBody });
        const page = await print();
        await driver.evaluate("world.openRaw().then(() => {})");
        expect((await print())!.texts).toBeGreaterThan(page!.texts);
      });

    it("loses the network in mid-session, and finds it again", async () => {
      await open();
      await setOffline(true);
      expect(await driver.evaluate(`fetch("/elsewhere").then(() => "reached", () => "lost")`)).toBe("lost");
      await say(connectMessage());
      await setOffline(false);
      expect(await driver.evaluate(`fetch("/elsewhere").then(() => "reached", () => "lost")`)).toBe("reached");
      await say(closeMessage());
      await mustEnd("finished", ["open", "connect", "close"]);
    });

    it.each(Object.entries(missingParts))(
      "has no network at the click, before %s has come",
      async (_name, { code, options = "", prepare = "undefined", staysMissingIn }) => {
        await driver.evaluate(`void (window.kit = world.createKit(${options}))`);
        await driver.evaluate(prepare);
        const openInVain = (): Promise<string> =>
          driver.evaluate(`kit.connect.open().then(({ error }) => error?.code)`);

        await setOffline(true);
        expect(await openInVain()).toBe(driver.setOffline ? "offline" : code);
        await setOffline(false);

        if (staysMissingIn?.[engine]) {
          expect(await openInVain()).toBe(code);
          await driver.evaluate("world.mustBeClean()");
          await visit();
          return driver.evaluate("world.mustWorkAgain()");
        }
        await openPrepared();
        await driver.evaluate("world.untilLive().then(() => {})");
        await mustGoOn(["error"]);
      },
    );

    it("has no network at the click, and everything but Connect: the vendor's client alone is stuck", async () => {
      await driver.evaluate("world.vendor().then(() => {})");
      await driver.evaluate(`fetch(world.origins.connect + "/referers").then(() => {})`);

      await setOffline(true);
      const open = `HumanConnect.open({ token: "token", baseURL: world.origins.connect })`;
      await driver.evaluate(`void ${open}`);
      if (driver.setOffline) await until("world.frame.contentDocument === null");
      else
        await waitFor(async () => server.dropped.some((url) => url.includes("token")) || undefined, "the frame asks");
      await setOffline(false);

      // Nobody asks for the page again: the overlay stays over an error, and the next click does nothing.
      expect(await driver.evaluate(open)).toBe(null);
      expect(await driver.evaluate(`fetch(world.origins.connect + "/referers").then((seen) => seen.json())`)).toEqual(
        [],
      );
    });

    it("has no network at the click, and everything but Connect: the kit offers another try", async () => {
      await driver.evaluate(`void (window.kit = world.createKit())`);
      await driver.evaluate("kit.connect.prepare()");

      await setOffline(true);
      await openPrepared();
      await driver.evaluate("world.untilDoubted().then(() => {})");
      await setOffline(false);
      await driver.click("[data-human-connect-stage]", ".again");

      await driver.evaluate("world.untilLive().then(() => {})");
      await mustGoOn();
    });
  });
}

interface Printed {
  readonly sheets: number;
  /** How often a text is drawn. */
  readonly texts: number;
}

/** Engines write the list of sheets as it is or packed; what is drawn is packed, and plain text then. Pictures and fonts are none. */
function readPrinted(pdf: Uint8Array): Printed {
  const text = Buffer.from(pdf).toString("latin1");
  const packed = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, stream]) => unpack(stream!));
  const drawn = packed.filter((stream) => /^[\s\x20-\x7e]*$/.test(stream));
  const count = (streams: string[], pattern: RegExp): number => streams.join("\n").match(pattern)?.length ?? 0;
  return { sheets: count([text, ...packed], /\/Type\s*\/Page\b/g), texts: count(drawn, /\bT[jJ]\b/g) };
}

function unpack(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, "latin1")).toString("latin1");
  } catch {
    // A picture or a font, which is packed in another way.
    return "";
  }
}
