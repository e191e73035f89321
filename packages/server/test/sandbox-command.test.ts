import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { createHumanApi } from "../src/index.js";

const cli = fileURLToPath(new URL("../../sandbox/dist/cli.js", import.meta.url));

/** What the built command prints until it is ready. */
function runSandbox(): Promise<string> {
  const child = spawn(process.execPath, [cli, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  let text = "";
  return new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error(`The sandbox has ended:\n${text}`)));
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      if (text.includes("Ctrl+C")) resolve(text);
    });
  });
}

it("the addresses that the sandbox prints are those that the options take", async () => {
  const out = await runSandbox();
  const read = (name: string): string => new RegExp(`^ *${name}(?:=| +)(\\S+)$`, "m").exec(out)?.[1] ?? "";

  const humanApi = createHumanApi({
    clientId: read("HUMAN_API_CLIENT_ID"),
    clientSecret: read("HUMAN_API_CLIENT_SECRET"),
    authUrl: read("HUMAN_API_AUTH_URL"),
    userUrl: read("userUrl"),
    dataUrl: read("dataUrl"),
    retries: 0,
    onLog: () => {},
  });

  expect(await humanApi.connectToken("jane")).toMatchObject({ type: "session", token: expect.any(String) });
  await expect(humanApi.legacy.publicToken("nobody")).rejects.toMatchObject({ code: "unknown-client-user-id" });
  await expect(humanApi.data("jane").list("profile").pages()[Symbol.asyncIterator]().next()).rejects.toMatchObject({
    code: "access-token-generation-not-allowed",
  });
});
