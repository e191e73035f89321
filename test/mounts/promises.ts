import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Mounted } from "./run-mount.ts";
import { sign, type Stage } from "./stage.ts";

/** What both endpoints promise wherever they are mounted. */
export function keepPromises(mounted: () => Mounted, stage: () => Stage): void {
  const ask = (init: RequestInit = {}, query = ""): Promise<Response> =>
    fetch(mounted().token + query, {
      method: "POST",
      ...init,
      headers: { "x-user": "jane", ...(init.headers as Record<string, string>) },
    });

  it("gives a token to whoever is signed in, and hands on what the framework gave", async () => {
    const response = await ask();

    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(Object.keys((await response.json()) as object)).toEqual(["session_token", "expires_in"]);
  });

  it("takes JSON for a body", async () => {
    expect((await ask({ body: "{}", headers: { "content-type": "application/json" } })).status).toBe(200);
  });

  it("reads the reason in the address", async () => {
    const { session_token: first } = (await (await ask()).json()) as { session_token: string };

    const { session_token: second } = (await (await ask({}, "?reason=expired")).json()) as { session_token: string };

    expect(second).not.toBe(first);
  });

  it("refuses a page of another site", async () => {
    const response = await ask({ headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } });

    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: "cross-site" } });
  });

  it("tells nobody anything who is not signed in", async () => {
    expect((await fetch(mounted().token, { method: "POST" })).status).toBe(401);
  });

  it("hears of a notification, whose signature is over its bytes", async () => {
    const event = { eventId: randomUUID(), name: "José 🦦", spaces: "  \n" };

    const response = await fetch(mounted().events, sign(event, stage().sandbox.clientSecret));

    expect([response.status, await response.text()]).toEqual([200, ""]);
    expect(stage().heard).toContainEqual(event);
  });

  it("refuses a notification that was signed by somebody else", async () => {
    const event = { eventId: randomUUID() };

    const response = await fetch(mounted().events, sign(event, "another-secret"));

    expect(response.status).toBe(401);
    expect(stage().heard).not.toContainEqual(event);
  });
}
