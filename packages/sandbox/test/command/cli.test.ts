import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { scenarios } from "../../src/index.js";
import { runCli } from "../../src/command/run-cli.js";
import { createFolder, startSandbox } from "../start-sandbox.js";

interface Run {
  out: string;
  err: string;
  exitCode: Promise<number>;
  stop(): void;
}

function run(...argv: string[]): Run {
  const stop = new AbortController();
  const result: Run = { out: "", err: "", exitCode: Promise.resolve(0), stop: () => stop.abort() };
  result.exitCode = runCli(argv, {
    out: (text) => void (result.out += text),
    err: (text) => void (result.err += text),
    stop: stop.signal,
  });
  onTestFinished(async () => {
    stop.abort();
    await result.exitCode;
  });
  return result;
}

async function runUntilReady(...argv: string[]): Promise<Run & { url: string; token: string }> {
  const result = run(...argv);
  await vi.waitFor(() => expect(result.out).toContain("Ctrl+C"));
  const url = /http:\/\/\S+:\d+/.exec(result.out)?.[0] ?? "";
  const token = /Token +([\w-]{43})\n/.exec(result.out)?.[1] ?? "";
  return Object.assign(result, { url, token });
}

describe("the command", () => {
  it("prints where everything is, with a token that works, until it is stopped", async () => {
    const command = await runUntilReady("--port", "0", "--user", "jane+autopilot");

    const session = await fetch(`${command.url}/connect/api/session`, {
      headers: { authorization: `Bearer ${command.token}` },
    });
    command.stop();

    expect(await session.json()).toMatchObject({ scenario: "autopilot" });
    expect(command.out).toContain("sandbox-client-id");
    expect(command.out).toContain("sandbox-client-secret");
    expect(await command.exitCode).toBe(0);
    await expect(fetch(command.url)).rejects.toThrow();
  });

  it("prints lines for .env under the names that the examples read, whatever the user is called", async () => {
    const folder = createFolder();
    const command = await runUntilReady("--port", "0", "--user", "Jane O'Hara #1");
    const lines = command.out.split("\n").filter((line) => /^\w+=/.test(line));
    writeFileSync(join(folder, ".env"), lines.join("\n"));

    // Node reads the file as a server of the examples does.
    const { text, exit } = collect(
      spawn(process.execPath, [`--env-file=${join(folder, ".env")}`, "-p", "JSON.stringify(process.env)"], { env: {} }),
    );
    await exit;

    expect(JSON.parse(text())).toEqual({
      HUMAN_API_CLIENT_ID: "sandbox-client-id",
      HUMAN_API_CLIENT_SECRET: "sandbox-client-secret",
      HUMAN_API_AUTH_URL: command.url,
      HUMAN_API_CONNECT_URL: command.url,
      HUMAN_API_CLIENT_URL: `${command.url}/humanapi-connect-client@latest.js`,
      DEMO_USER_ID: "Jane O'Hara #1",
    });
  });

  it("prints a line that mints another token when it is pasted into a shell, whatever the user is called", async () => {
    const command = await runUntilReady("--port", "0", "--user", "Jane O'Hara $HOME");
    const line = /^ {2}curl .*$/m.exec(command.out)?.[0] ?? "";

    const words = await readWords(line.replace("curl", "printf '%s\\n'"));

    expect(JSON.parse(words.at(-1) ?? "")).toMatchObject({ client_user_id: "Jane O'Hara $HOME", type: "session" });
  });

  it("keeps its state in the file it is given", async () => {
    const data = join(createFolder(), "state.json");

    await runUntilReady("--port", "0", "--data", data);

    expect(readFileSync(data, "utf8")).toContain("sandbox-user");
  });

  it("shows a token of the right type for somebody with a source", async () => {
    const data = join(createFolder(), "state.json");
    const sandbox = await startSandbox({ dataFile: data });
    sandbox.connectSource("jane");

    const command = await runUntilReady("--port", "0", "--data", data, "--user", "jane");
    const session = await fetch(`${command.url}/connect/api/session`, {
      headers: { authorization: `Bearer ${command.token}` },
    });

    expect(session.status).toBe(200);
    expect(command.out).toContain('"type":"id"');
  });

  it("explains its options and every scenario", async () => {
    const command = run("--help");

    expect(await command.exitCode).toBe(0);
    for (const option of ["--port", "--host", "--data", "--user", "--help", "--version"])
      expect(command.out).toContain(option);
    for (const { name, summary } of scenarios) expect(command.out).toMatch(new RegExp(`${name} +${summary}`));
  });

  it("says its version", async () => {
    const command = run("--version");

    expect(await command.exitCode).toBe(0);
    expect(command.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [["--prot", "1"], "--prot"],
    [["--port", "many"], "--port"],
    [["--port", "65536"], "--port"],
    [["--port", "-1"], "--port"],
    [["--host", ""], "--host"],
    [["--user", ""], "--user"],
    [["extra"], "extra"],
  ])("refuses %o in one line that points to the help", async (argv, name) => {
    const command = run(...argv);

    expect(await command.exitCode).toBe(2);
    expect(command.err).toContain(name);
    expect(command.err).toContain("--help");
    expect(command.err.trim().split("\n")).toHaveLength(1);
    expect(command.out).toBe("");
  });

  it("names a taken port and a way out", async () => {
    const { port } = new URL((await startSandbox()).url);

    const command = run("--port", port);

    expect(await command.exitCode).toBe(1);
    expect(command.err).toContain(`Port ${port} is in use`);
  });

  it("names a corrupt data file and leaves it alone", async () => {
    const data = join(createFolder(), "state.json");
    writeFileSync(data, "{");

    const command = run("--port", "0", "--data", data);

    expect(await command.exitCode).toBe(1);
    expect(command.err).toContain(data);
    expect(readFileSync(data, "utf8")).toBe("{");
  });
});

describe("the built command", () => {
  const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

  it.each(["SIGINT", "SIGTERM"] as const)("runs as a process and ends cleanly on %s", async (signal) => {
    expect(existsSync(cli), "dist/cli.js is missing: run `pnpm build` first").toBe(true);
    const child = spawn(process.execPath, [cli, "--port", "0"]);
    onTestFinished(() => void child.kill("SIGKILL"));
    const { text, exit } = collect(child);
    await vi.waitFor(() => expect(text()).toContain("Ctrl+C"), { timeout: 10_000 });

    child.kill(signal);

    expect(await exit).toEqual([0, null]);
    expect(text()).toMatch(/Stopped\.\n$/);
  });

  it("begins with the line that makes it a command", () => {
    expect(readFileSync(cli, "utf8").split("\n", 1)).toEqual(["#!/usr/bin/env node"]);
  });
});

function collect(child: ChildProcessWithoutNullStreams): { text(): string; exit: Promise<unknown[]> } {
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const exit = new Promise<unknown[]>((resolve) => child.once("close", (...result) => resolve(result)));
  return { text: () => text, exit };
}

async function readWords(command: string): Promise<string[]> {
  const { text, exit } = collect(spawn("sh", ["-c", command]));
  await exit;
  return text().trimEnd().split("\n");
}
