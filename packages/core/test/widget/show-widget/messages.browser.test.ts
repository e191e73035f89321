import { describe, expect, it, vi } from "vitest";
import { postFrom } from "../../fake-vendor.js";
import { calls, closing, connecting, fake, messages, sandboxUrl, settle, showLoaded } from "./setup.js";

describe("showWidget", () => {
  it("passes changes on and ends with the closing message, as they were sent", async () => {
    const { showing } = await showLoaded();

    fake.post(connecting);
    fake.post({ type: "hapi-connect-disconnect-source" });
    fake.post({ ...closing, own: 1 });

    await expect(showing).resolves.toEqual({ event: "close", data: { ...closing, own: 1 } });
    expect(messages).toEqual([
      { event: "connect", data: connecting },
      { event: "disconnect", data: { type: "hapi-connect-disconnect-source" } },
    ]);
  });

  it("gives the vendor its own kind of closing message and nothing else, so that it cleans up", async () => {
    const { showing } = await showLoaded();

    fake.post(connecting);
    fake.post(closing);
    await showing;

    expect(fake.delivered).toEqual([expect.objectContaining({ type: "hapi-connect-close", currentConnections: [] })]);
    expect(fake.frame.isConnected).toBe(false);
  });

  it.each<[name: string, send: () => void]>([
    ["the host's own window", () => window.postMessage(closing, "*")],
    [
      "another frame of the page",
      () => {
        const other = document.body.appendChild(document.createElement("iframe"));
        postFrom(other, closing);
        other.remove();
      },
    ],
    [
      "a frame inside the widget",
      () => {
        const page = fake.frame.contentDocument!;
        const inner = page.body.appendChild(page.createElement("iframe"));
        const inside = inner.contentWindow as unknown as { eval(code: string): void };
        inside.eval(`parent.parent.postMessage(${JSON.stringify(closing)}, "*")`);
      },
    ],
    [
      "a script that makes the event up",
      () =>
        window.dispatchEvent(
          new MessageEvent("message", { data: closing, source: fake.frame.contentWindow, origin: location.origin }),
        ),
    ],
    [
      "a script that makes the event up without a source",
      () => window.dispatchEvent(new MessageEvent("message", { data: closing, origin: location.origin })),
    ],
  ])("ignores a close message from %s", async (_name, send) => {
    const { showing } = await showLoaded();
    const ended = vi.fn();
    showing.then(ended, ended);

    send();
    await settle();

    expect(ended).not.toHaveBeenCalled();
    fake.post(closing);
    await showing;
  });

  it("ignores a close message from the right frame at another origin", async () => {
    const { showing } = await showLoaded({
      target: { baseUrl: sandboxUrl, origin: sandboxUrl, origins: [sandboxUrl] },
    });
    const ended = vi.fn();
    showing.then(ended, ended);

    fake.post(closing);
    await settle();

    expect(ended).not.toHaveBeenCalled();
  });

  it("trusts each of the origins that it is told to", async () => {
    const { showing } = await showLoaded({
      target: { baseUrl: sandboxUrl, origin: sandboxUrl, origins: [sandboxUrl, location.origin] },
    });

    fake.post(closing);

    await expect(showing).resolves.toMatchObject({ event: "close" });
  });

  it("ignores what means nothing, and says so to developers", async () => {
    const { showing } = await showLoaded();

    for (const junk of [null, 5, "text", [], {}, { type: 5 }, { type: ["x"] }, { type: "hapi-connect-ready" }])
      fake.post(junk);
    fake.post(closing);
    await showing;

    expect(messages).toEqual([]);
    expect(calls.filter((call) => call === "ignored a message of unknown shape")).toHaveLength(8);
  });

  it("tells developers once about a message that only a newer Connect can have sent", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    await showLoaded();

    fake.post({ type: "hapi-connect-tomorrow" });
    fake.post({ type: "hapi-connect-tomorrow" });
    fake.post({ type: "someone-else" });
    await settle();

    expect(warn.mock.calls.map(String)).toEqual([expect.stringContaining('"hapi-connect-tomorrow"')]);
    warn.mockRestore();
  });

  it("leaves every message to other listeners of the page as it was", async () => {
    const { showing } = await showLoaded();
    const seen: unknown[] = [];
    const listen = ({ data }: MessageEvent): void => void seen.push(data);
    window.addEventListener("message", listen);

    fake.post(connecting);
    fake.post(closing);
    await showing;
    await settle();
    window.removeEventListener("message", listen);

    expect(seen.slice(0, 2)).toEqual([connecting, closing]);
  });
});
