import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SandboxError } from "./sandbox-error.js";

/** Servers on one port, and how to close them. */
export interface Listening {
  port: number;
  /** Stops at once and drops every open connection. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** "localhost" is both loopback addresses, so that either form of URL reaches the sandbox and no other machine can. */
  host: string;
  /** 0 is any free port. */
  port: number;
}

const loopback = ["127.0.0.1", "::1"];
const attempts = 5;
/** Errors of `listen()` on ::1 on a machine without IPv6. */
const noSuchFamily = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];

/**
 * Starts listening.
 *
 * @throws {SandboxError} `port-taken`, `address-unusable`.
 */
export async function listen(listener: RequestListener, { host, port }: ListenOptions): Promise<Listening> {
  const addresses = host === "localhost" ? loopback : [host];
  for (let attempt = 1; ; attempt += 1) {
    const servers: Server[] = [];
    try {
      return await bindAll(servers, addresses, port, listener);
    } catch (cause) {
      await closeAll(servers);
      // The port was free on one loopback address and taken on the other; retry with another free port.
      const isUnlucky = codeOf(cause) === "EADDRINUSE" && port === 0;
      if (!isUnlucky || attempt === attempts) throw toSandboxError(cause, host, port);
    }
  }
}

async function bindAll(
  servers: Server[],
  addresses: string[],
  port: number,
  listener: RequestListener,
): Promise<Listening> {
  let boundPort = port;
  for (const address of addresses) {
    try {
      const server = createServer(listener);
      boundPort = await bind(server, address, boundPort);
      servers.push(server);
    } catch (cause) {
      const isOptional = servers.length > 0 && noSuchFamily.includes(codeOf(cause));
      if (!isOptional) throw cause;
    }
  }
  return { port: boundPort, close: () => closeAll(servers) };
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}

function toSandboxError(cause: unknown, host: string, port: number): SandboxError {
  const code = codeOf(cause);
  if (code === "EADDRINUSE") {
    return new SandboxError("port-taken", `Port ${port} is in use. Choose another port, or 0 for any free port.`, {
      cause,
    });
  }
  const message = `The sandbox cannot listen on ${host}, port ${port} (${code}). Choose another host or port.`;
  return new SandboxError("address-unusable", message, { cause });
}

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? "";
