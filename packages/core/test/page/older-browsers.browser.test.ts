import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { cdnClient } from "../../src/clients.js";
import { createHumanConnect } from "../../src/human-connect.js";
import { createReal, openLoaded } from "../human-connect/sessions.js";

/** What came to Safari after 16.4, Firefox after 121 and Chrome after 111, and a kit could want. */
const younger: Record<string, readonly string[]> = {
  URL: ["canParse", "parse"],
  Promise: ["withResolvers", "try"],
  AbortSignal: ["any"],
  Object: ["groupBy"],
  Array: ["fromAsync"],
  Map: ["groupBy"],
  "Set.prototype": ["union", "intersection", "difference", "isSubsetOf"],
  "Element.prototype": ["checkVisibility", "setHTMLUnsafe", "setHTML", "getHTML", "moveBefore"],
  "HTMLElement.prototype": ["showPopover", "hidePopover", "togglePopover"],
  "HTMLDialogElement.prototype": ["requestClose"],
  "Document.prototype": ["startViewTransition", "prerendering"],
  globalThis: [
    "CloseWatcher",
    "ReportingObserver",
    "trustedTypes",
    "scheduler",
    "CustomStateSet",
    "Iterator",
    "navigation",
    "ToggleEvent",
    "CSSStartingStyleRule",
  ],
  "Navigator.prototype": ["userActivation", "userAgentData"],
};

const restore: (() => void)[] = [];

beforeEach(() => {
  for (const [path, names] of Object.entries(younger)) {
    const owner = path.split(".").reduce<object>((object, name) => Reflect.get(object, name) as object, globalThis);
    for (const name of names) {
      const descriptor = Object.getOwnPropertyDescriptor(owner, name);
      if (!descriptor) continue;
      expect(Reflect.deleteProperty(owner, name), `${path}.${name}`).toBe(true);
      restore.push(() => Object.defineProperty(owner, name, descriptor));
    }
  }
});
afterEach(() => {
  for (const step of restore.splice(0)) step();
});

describe("a browser that is older than this one", () => {
  it("opens Connect and closes it, with the client from npm", async () => {
    const session = createReal("plain");
    const { over } = await openLoaded(session);

    expect(session.connect.getState().status).toBe("open");
    session.connect.close();
    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
  });

  it("opens Connect with the client from a CDN and a token endpoint", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementation(async () =>
      Response.json({ session_token: inject("sandboxTokens")["plain"] }),
    );
    const sandboxUrl = inject("sandboxUrl");
    const connect = createHumanConnect({
      tokenUrl: "/token",
      baseUrl: sandboxUrl,
      client: cdnClient({ url: `${sandboxUrl}/humanapi-connect-client@2.4.1.js` }),
    });
    const over = connect.open();
    await vi.waitFor(() => expect(connect.getState().status).toBe("open"), 8000);
    connect.close();

    expect(await over).toMatchObject({ status: "closed", reason: "closed-by-host" });
  });
});
