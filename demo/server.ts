import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import { createApp } from "./app.ts";
import { listen } from "./listen.ts";
import { openPeople } from "./people.ts";

export interface DemoOptions {
  /** Port of the page. Default 4310; 0 takes any free one. */
  port?: number;
  /** Where page and sandbox listen. Default "localhost". */
  host?: string;
  /** Port of the sandbox. Default 0, any free one. */
  sandboxPort?: number;
  /** Keeps the sandbox's people in this file, and what the app knows of them in another beside it. Default: both forget. */
  dataFile?: string;
  /** Factor of the pauses that let a viewer follow the Connect page. Default 1. */
  pace?: number;
}

export interface Demo {
  /** Address of the page, without a slash at the end. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Stops both servers at once. */
  close(): Promise<void>;
}

/**
 * Starts the demo: a patient app with its backend, and the sandbox in place of Human API.
 *
 * @throws The error of the port that is taken (`EADDRINUSE`), and those of the sandbox.
 */
export async function startDemo({
  port = 4310,
  host = "localhost",
  sandboxPort = 0,
  dataFile,
  pace,
}: DemoOptions = {}): Promise<Demo> {
  const people = await openPeople(dataFile && `${dataFile}.app`);
  const sandbox = await createSandbox({ port: sandboxPort, host, dataFile, pace, application: "Otterbrook" });
  try {
    const server = await listen(createApp(sandbox, people).fetch, port, host);
    return {
      url: server.url,
      sandbox,
      async close() {
        await Promise.all([server.close(), sandbox.close()]);
      },
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}
