import type { ConnectDomEventMap } from "@human-connect/element";
import "@human-connect/element/npm";
import { beforeEach, describe, expect, inject, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { closeStage, findStage, inner, show, shownText, untilShown } from "../page.js";

const heard: Event[] = [];
const details = <T extends keyof ConnectDomEventMap>(name: T): ConnectDomEventMap[T]["detail"][] =>
  heard.filter(({ type }) => type === name).map((event) => (event as ConnectDomEventMap[T]).detail);

for (const type of ["open", "connect", "disconnect", "close", "error"] as const)
  document.addEventListener(`human-connect-${type}`, (event) => heard.push(event));

const realFetch = fetch;
const asked = vi.fn<(init: RequestInit | undefined) => void>();

beforeEach(() => {
  heard.length = 0;
  asked.mockClear();
});

/** The endpoint of a customer's backend: the one thing here that is not real. */
function serveTokens(answer: () => Response): void {
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
    if (!String(url).startsWith(`${location.origin}/api/token`)) return realFetch(url, init);
    asked(init);
    return answer();
  });
}

const grant = (user: string) => (): Response =>
  Response.json({ session_token: inject("sandboxTokens")[user], expires_in: 3600 });

/** A page of a customer, with the vendor's own client against the sandbox. */
async function open(html = "Share my records", client = "npm") {
  const host = await show(
    `<human-connect-button id="connect" client="${client}" token-url="/api/token" base-url="${inject("sandboxUrl")}" warm-frame="false">${html}</human-connect-button>
     <human-connect-status for="connect"></human-connect-status><human-connect-list for="connect"></human-connect-list>`,
  );
  await userEvent.click(page.getByRole("button"));
  return host;
}

describe("the element without the vendor's client", () => {
  it("opens Connect all the same, and adds no script to the page", async () => {
    serveTokens(grant("element-direct+autopilot"));
    const scripts = document.scripts.length;

    const host = await open(undefined, "direct");
    await untilShown(host, "closed");

    expect(heard.map(({ type }) => type)).toEqual([
      "human-connect-open",
      "human-connect-connect",
      "human-connect-close",
    ]);
    expect(document.scripts.length).toBe(scripts);
  });
});

describe("the element with the vendor's client", () => {
  it("works with attributes alone, and shows what somebody has connected", async () => {
    serveTokens(grant("element+autopilot"));

    const host = await open();
    await untilShown(host, "closed");

    expect(heard.map(({ type }) => type)).toEqual([
      "human-connect-open",
      "human-connect-connect",
      "human-connect-close",
    ]);
    const [{ source, session } = {}] = details("human-connect-connect");
    expect(session!.currentConnections).toContainEqual(source);
    expect(details("human-connect-close")).toEqual([{ session: expect.anything(), reason: "finished" }]);
    const [status, list] = [
      document.querySelector("human-connect-status")!,
      document.querySelector("human-connect-list")!,
    ];
    expect([...list.shadowRoot!.querySelectorAll("li")].map((item) => item.textContent)).toContain(source!.name);
    expect(status.shadowRoot!.textContent).toMatch(/^\d+ sources? connected$/);
    expect(findStage()).toBe(null);
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ method: "POST", credentials: "same-origin" }),
    );
  });

  it("dispatches events at the element that bubble out of shadow roots and cannot be cancelled", async () => {
    serveTokens(grant("details+autopilot"));

    const host = await open();
    await untilShown(host, "closed");

    expect(heard.map(({ target, bubbles, composed, cancelable }) => [target, bubbles, composed, cancelable])).toEqual(
      heard.map(() => [host, true, true, false]),
    );
    expect(heard.every((event) => !("type" in (event as CustomEvent).detail))).toBe(true);
  });

  it("lets a person out, and in again", async () => {
    serveTokens(grant("plain"));

    const host = await open();
    await untilShown(host, "open");
    await vi.waitFor(() => expect(findStage()!.shadowRoot!.querySelector("[data-live]")).not.toBe(null), 8000);
    closeStage();
    await untilShown(host, "closed");
    expect(host.shadowRoot!.activeElement).toBe(inner(host));
    await userEvent.click(page.getByRole("button"));
    await untilShown(host, "open");

    expect(heard.map(({ type }) => type)).toEqual(["human-connect-open", "human-connect-close", "human-connect-open"]);
  });

  it("still tells the end when it has left the page", async () => {
    serveTokens(grant("plain"));
    const host = await open();
    await untilShown(host, "open");
    const told = vi.fn();
    host.addEventListener("human-connect-close", told);

    host.remove();
    closeStage();

    await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  });

  it("asks once more by itself when Connect refuses a token", async () => {
    serveTokens(grant("stale+expired-token"));

    const host = await open();
    await untilShown(host, "error");

    expect(details("human-connect-error")).toMatchObject([{ error: { code: "token-expired" } }]);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it("says what its token-url answered, and works once that is mended", async () => {
    let answer = (): Response => new Response("<html>secret</html>", { headers: { "content-type": "text/html" } });
    serveTokens(() => answer());

    const host = await open();
    await untilShown(host, "error");

    expect(details("human-connect-error")).toMatchObject([
      {
        error: {
          code: "token-failed",
          message: expect.stringMatching(/^The token endpoint answered with an HTML page/),
        },
      },
    ]);
    expect(shownText(host)).toBe("Try again");
    answer = grant("plain");
    await userEvent.click(page.getByRole("button"));
    await untilShown(host, "open");
  });

  it("aborts the call of its token-url when it leaves", async () => {
    let signal: AbortSignal | undefined;
    vi.spyOn(globalThis, "fetch").mockImplementation((_, init) => {
      signal = init!.signal!;
      return new Promise(() => {});
    });
    const host = await open();
    await untilShown(host, "loading");

    host.remove();

    await vi.waitFor(() => expect(signal!.aborted).toBe(true));
    expect(heard).toEqual([]);
  });

  it("loads the vendor's script with the URL, hash and nonce of its attributes", async () => {
    serveTokens(grant("plain"));
    const integrity = `sha384-${"A".repeat(64)}`;
    const host = await show(
      `<human-connect-button token-url="/api/token" base-url="${inject("sandboxUrl")}" client-url="${location.origin}/nowhere.js" client-integrity="${integrity}" nonce="n0nce"></human-connect-button>`,
    );
    const added: Node[] = [];
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) added.push(...addedNodes);
    });
    observer.observe(document.head, { childList: true });

    void host.prepare();

    const script = await vi.waitFor(() => {
      const found = added.find((node) => node instanceof HTMLScriptElement && node.src.includes("/nowhere.js"));
      if (!found) throw new Error("there is no script yet");
      return found as HTMLScriptElement;
    });
    observer.disconnect();
    expect([script.integrity, script.nonce, script.crossOrigin]).toEqual([integrity, "n0nce", "anonymous"]);
  });
});
