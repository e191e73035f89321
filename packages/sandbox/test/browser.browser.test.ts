import { createBrowserSandbox } from "@human-connect/sandbox/browser";
import { describe, expect, it } from "vitest";

const ask = (sandbox: ReturnType<typeof createBrowserSandbox>, path: string, token: string): Promise<Response> =>
  sandbox.fetch(new Request(new URL(path, location.origin), { headers: { authorization: `Bearer ${token}` } }));

describe("a sandbox in a page", () => {
  it("lets its tokens open Connect, and nobody else's", async () => {
    const sandbox = createBrowserSandbox({ application: "Meadow" });
    const stranger = createBrowserSandbox().mintToken("jane");

    const known = await ask(sandbox, "/connect/api/session", sandbox.mintToken("jane"));
    const unknown = await ask(sandbox, "/connect/api/session", stranger);

    expect(await known.json()).toMatchObject({ application: "Meadow", connections: [] });
    expect(unknown.status).toBe(401);
  });

  it("remembers what somebody has connected, and only theirs", async () => {
    const sandbox = createBrowserSandbox();
    sandbox.connectSource("jane");

    const [jane, joe] = await Promise.all(
      ["jane", "joe"].map((user) => ask(sandbox, "/connect/api/session", sandbox.mintToken(user))),
    );

    expect((await jane!.json()).connections).toHaveLength(1);
    expect((await joe!.json()).connections).toEqual([]);
  });

  it("plays the scenarios of the page's HTML", async () => {
    const sandbox = createBrowserSandbox();
    const askPage = (user: string): Promise<Response> =>
      sandbox.fetch(new Request(`${location.origin}/?token=${sandbox.mintToken(user)}`));

    expect((await askPage("jane")).status).toBe(200);
    expect((await askPage("jane+server-error")).status).toBe(500);
  });
});
