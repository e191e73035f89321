import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSandbox, type Sandbox } from "../../src/index.js";
import { providers } from "../../src/world/providers.js";
import { askToken, callPage, createFolder, startSandbox } from "../start-sandbox.js";

const requested = {
  address: "",
  healthSystem: "Northwind Health",
  location: { latitude: 0, longitude: 0 },
  physician: "",
  website: "",
};

describe("a restart with a data file", () => {
  it("loses nothing: people, sources, requests, tokens and which token was the first", async () => {
    const dataFile = join(createFolder(), "folder", "state.json");
    const before = await startSandbox({ dataFile });
    const token = before.mintToken("jane+expired-once");
    const second = before.mintToken("jane+expired-once");
    await callPage(before, "/connections", { token: second, method: "POST", body: { providerId: providers[1]?.id } });
    await callPage(before, "/requests", { token: second, method: "POST", body: requested });
    const session = await callPage(before, "/session", { token: second });
    await before.close();

    const after = await startSandbox({ dataFile });

    expect(await callPage(after, "/session", { token: second })).toMatchObject({ status: 200, body: session.body });
    expect((await callPage(after, "/session", { token })).body["errorCode"]).toBe("SESSION_TOKEN_EXPIRED");
    expect((await askToken(after, { type: "id", client_user_id: "jane+expired-once" })).status).toBe(200);
  });

  it("has every answered token on disk, even when the process dies at that moment", async () => {
    const dataFile = join(createFolder(), "state.json");
    const crashed = await startSandbox({ dataFile });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => askToken(crashed, { type: "session", client_user_id: `user ${index}` })),
    );

    const next = await startSandbox({ dataFile });
    const sessions = await Promise.all(
      answers.map(({ body }) => callPage(next, "/session", { token: String(body["session_token"]) })),
    );

    expect(sessions.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it("forgets what was reset and who was deleted", async () => {
    const dataFile = join(createFolder(), "state.json");
    const before = await startSandbox({ dataFile });
    before.connectSource("jane");
    before.deleteUser("jane");
    const deleted = await startSandbox({ dataFile });
    const deletedAnswer = await askToken(deleted, { type: "access" });
    before.reset();

    const after = await startSandbox({ dataFile });

    expect(deletedAnswer.body["errorCode"]).toBe("ACCESS_TOKEN_GENERATION_NOT_ALLOWED");
    expect((await askToken(after, { type: "access" })).body["errorCode"]).toBe("UNKNOWN_CLIENT_USER_ID");
  });
});

describe("a data file", () => {
  it("holds no token, is for its owner alone, and leaves no draft behind", async () => {
    const folder = createFolder();
    const dataFile = join(folder, "state.json");
    const sandbox = await startSandbox({ dataFile });

    const token = sandbox.mintToken("jane");

    const text = readFileSync(dataFile, "utf8");
    expect(text).toContain("jane");
    expect(text).not.toContain(token);
    expect(text).not.toContain(sandbox.clientSecret);
    expect(statSync(dataFile).mode & 0o077).toBe(0);
    expect(readdirSync(folder)).toEqual(["state.json"]);
  });

  const user = {
    humanId: "h",
    clientId: "c",
    clientUserId: "u",
    connections: [],
    requestedProviders: [],
    hasEverConnected: false,
    isDeleted: false,
    launchTokenCount: 0,
    connectCount: 1,
  };
  const token = { digest: "d", kind: "session", humanId: "h", launchNumber: 1, expiresAt: 0 };
  const file = (content: object): string =>
    JSON.stringify({ format: "human-connect-sandbox", version: 1, users: [user], tokens: [token], ...content });

  it.each([
    ["half of a file", file({}).slice(0, -20), "not valid JSON"],
    ["an empty file", "", "not valid JSON"],
    ["null", "null", "not written by a sandbox"],
    ["somebody else's JSON", '{"name":"package"}', "not written by a sandbox"],
    ["a newer version's file", file({ version: 2 }), "another version"],
    ["a file without users", file({ users: undefined }), '"users"'],
    ["a user who is text", file({ users: ["jane"] }), '"users"'],
    ["a user without an id", file({ users: [{ ...user, humanId: 3 }] }), '"humanId"'],
    ["a user with odd connections", file({ users: [{ ...user, connections: [{ id: "x" }] }] }), '"name"'],
    ["a user with an odd request", file({ users: [{ ...user, requestedProviders: [{}] }] }), '"requestedProviders"'],
    ["a user with an odd flag", file({ users: [{ ...user, isDeleted: "no" }] }), '"isDeleted"'],
    ["a token of an odd kind", file({ tokens: [{ ...token, kind: "golden" }] }), '"kind"'],
    ["a token without an end", file({ tokens: [{ ...token, expiresAt: null }] }), '"expiresAt"'],
    ["a token of nobody", file({ tokens: [{ ...token, humanId: "other" }] }), "belongs to no user"],
  ])("that is %s stops the start, says what to do and stays as it is", async (_, content, reason) => {
    const dataFile = join(createFolder(), "state.json");
    writeFileSync(dataFile, content);

    const start: Promise<Sandbox> = createSandbox({ dataFile });

    await expect(start).rejects.toMatchObject({
      name: "SandboxError",
      code: "data-file-unusable",
      message: expect.stringMatching(/left unchanged.*Move it away/),
    });
    await expect(start).rejects.toThrow(reason);
    expect(readFileSync(dataFile, "utf8")).toBe(content);
  });

  it("that is well-formed is taken", async () => {
    const dataFile = join(createFolder(), "state.json");
    writeFileSync(dataFile, file({}));

    await expect(startSandbox({ dataFile })).resolves.toBeDefined();
  });

  it("that is a folder stops the start", async () => {
    const dataFile = join(createFolder(), "state.json");
    mkdirSync(dataFile);

    await expect(createSandbox({ dataFile })).rejects.toMatchObject({ code: "data-file-unusable" });
  });
});
